package org.apache.rocketmq.broker.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.broker.fixture.Heartbeats;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.ConsumerConnection;
import org.apache.rocketmq.common.protocol.header.ConsumeMessageDirectlyResultRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerConnectionListRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerListByGroupRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerListByGroupResponseBody;
import org.apache.rocketmq.common.protocol.header.GetConsumerRunningInfoRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetProducerConnectionListRequestHeader;
import org.apache.rocketmq.common.protocol.header.SendMessageResponseHeader;
import org.apache.rocketmq.common.protocol.header.UnregisterClientRequestHeader;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is online and who is told. Source: broker specification, clients, groups. */
class ClientsTest {
    private static final int NOTIFY = RequestCode.NOTIFY_CONSUMER_IDS_CHANGED;

    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
        broker.topic("topic_a", 1);
        broker.topic("topic_b", 1);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static TestClient join(String clientId, String group, String... topics) {
        TestClient joining = broker.newClient();
        beat(joining, clientId, group, topics);
        return joining;
    }

    private static void beat(TestClient of, String clientId, String group, String... topics) {
        var subscriptions = List.of(topics).stream()
                .map(topic -> Heartbeats.subscription(topic, "*", 1))
                .toArray(org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData[]::new);
        assertThat(of.heartbeat(Heartbeats.consumer(clientId, group, subscriptions))
                        .getCode())
                .isZero();
    }

    private static RemotingCommand idsAnswer(String group) {
        var header = new GetConsumerListByGroupRequestHeader();
        header.setConsumerGroup(group);
        return client.ask(RequestCode.GET_CONSUMER_LIST_BY_GROUP, header);
    }

    private static List<String> ids(String group) {
        return RemotingSerializable.decode(idsAnswer(group).getBody(), GetConsumerListByGroupResponseBody.class)
                .getConsumerIdList();
    }

    private static void assertRefused(RemotingCommand answer, int code, String remark) {
        assertThat(answer.getCode()).isEqualTo(code);
        assertThat(answer.getRemark()).isEqualTo(remark);
    }

    @Test
    void aHeartbeatMakesTheGroupAndItsRetryTopic() {
        join("c1", "first_beat", "topic_a");

        assertThat(broker.groups()).containsKey("first_beat");
        var retry = broker.topics().get("%RETRY%first_beat");
        assertThat(retry.getWriteQueueNums()).isEqualTo(1);
        assertThat(retry.getPerm()).isEqualTo(6);
        assertThat(ids("first_beat")).containsExactly("c1");
    }

    @Test
    void aUnitsRetryTopicCarriesTheFlag() {
        var heartbeat = Heartbeats.consumer("c1", "unit_group", Heartbeats.subscription("topic_a", "*", 1));
        heartbeat.getConsumerDataSet().forEach(data -> data.setUnitMode(true));
        broker.newClient().heartbeat(heartbeat);

        assertThat(broker.topics().get("%RETRY%unit_group").getTopicSysFlag()).isEqualTo(2);
    }

    @Test
    void aGroupThatMayNotBeMadeIsOnlineAllTheSame() {
        broker.config.setAutoCreateSubscriptionGroup(false);
        try {
            join("c1", "not_made", "topic_a");
        } finally {
            broker.config.setAutoCreateSubscriptionGroup(true);
        }

        assertThat(ids("not_made")).containsExactly("c1");
        assertThat(broker.topics()).doesNotContainKey("%RETRY%not_made");
    }

    @Test
    void everyMemberIsToldOfANewMemberTheNewOneToo() {
        TestClient first = join("c1", "joins", "topic_a");
        first.awaitReceived(NOTIFY, 1);
        TestClient second = join("c2", "joins", "topic_a");

        assertThat(first.awaitReceived(NOTIFY, 2).getExtFields()).containsEntry("consumerGroup", "joins");
        second.awaitReceived(NOTIFY, 1);
        assertThat(ids("joins")).containsExactlyInAnyOrder("c1", "c2");
    }

    @Test
    void aRepeatedHeartbeatTellsNobodyButAnotherTopicDoes() {
        TestClient member = join("c1", "topics_change", "topic_a");
        member.awaitReceived(NOTIFY, 1);

        beat(member, "c1", "topics_change", "topic_a");
        beat(member, "c1", "topics_change", "topic_a", "topic_b");
        member.awaitReceived(NOTIFY, 2);
        beat(member, "c1", "topics_change", "topic_b");
        member.awaitReceived(NOTIFY, 3);

        assertThat(connections("topics_change").getSubscriptionTable()).containsOnlyKeys("topic_b");
    }

    private static ConsumerConnection connections(String group) {
        var header = new GetConsumerConnectionListRequestHeader();
        header.setConsumerGroup(group);
        return RemotingSerializable.decode(
                client.ask(RequestCode.GET_CONSUMER_CONNECTION_LIST, header).getBody(), ConsumerConnection.class);
    }

    @Test
    void aSubscriptionIsReplacedOnlyByANewerOne() {
        TestClient member = broker.newClient();
        member.heartbeat(Heartbeats.consumer("c1", "versions", Heartbeats.subscription("topic_a", "new", 7)));
        member.heartbeat(Heartbeats.consumer("c1", "versions", Heartbeats.subscription("topic_a", "old", 6)));

        assertThat(connections("versions").getSubscriptionTable().get("topic_a").getSubString())
                .isEqualTo("new");
    }

    @Test
    void theLastHeartbeatDecidesAboutTheGroup() {
        TestClient member = join("c1", "last_wins", "topic_a");
        var heartbeat = Heartbeats.consumer("c1", "last_wins", Heartbeats.subscription("topic_a", "*", 1));
        heartbeat
                .getConsumerDataSet()
                .forEach(data -> data.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET));
        member.heartbeat(heartbeat);

        assertThat(connections("last_wins").getConsumeFromWhere()).isEqualTo(ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET);
    }

    @Test
    void aGroupWhoseSwitchIsOffIsNotTold() {
        var config = new SubscriptionGroupConfig();
        config.setGroupName("quiet");
        config.setNotifyConsumerIdsChangedEnable(false);
        client.ask(RequestCode.UPDATE_AND_CREATE_SUBSCRIPTIONGROUP, null, RemotingSerializable.encode(config));

        TestClient member = join("c1", "quiet", "topic_a");
        beat(member, "c1", "told_instead", "topic_a");

        member.awaitReceived(NOTIFY, 1);
        assertThat(member.received(NOTIFY).get(0).getExtFields()).containsEntry("consumerGroup", "told_instead");
    }

    @Test
    void aGoodbyeRemovesThisConnectionAndTellsTheOthers() {
        TestClient stays = join("stays", "goodbye", "topic_a");
        TestClient leaves = join("leaves", "goodbye", "topic_a");
        stays.awaitReceived(NOTIFY, 2);
        var header = new UnregisterClientRequestHeader();
        header.setClientID("leaves");
        header.setConsumerGroup("goodbye");

        assertThat(leaves.ask(RequestCode.UNREGISTER_CLIENT, header).getCode()).isZero();

        stays.awaitReceived(NOTIFY, 3);
        assertThat(ids("goodbye")).containsExactly("stays");
    }

    @Test
    void aLostConnectionRemovesItsClientsAndTellsTheOthers() {
        TestClient stays = join("stays", "connection_lost", "topic_a");
        TestClient lost = join("lost", "connection_lost", "topic_a");
        lost.heartbeat(Heartbeats.producer("lost", "producers_lost"));
        stays.awaitReceived(NOTIFY, 2);

        lost.close();

        stays.awaitReceived(NOTIFY, 3);
        assertThat(ids("connection_lost")).containsExactly("stays");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> producers("producers_lost").getCode() == 1);
    }

    private static RemotingCommand producers(String group) {
        var header = new GetProducerConnectionListRequestHeader();
        header.setProducerGroup(group);
        return client.ask(RequestCode.GET_PRODUCER_CONNECTION_LIST, header);
    }

    @Test
    void producersAreListedByGroup() {
        TestClient producer = broker.newClient();
        producer.heartbeat(Heartbeats.producer("p1", "listed_producers"));

        assertThat(new String(producers("listed_producers").getBody(), StandardCharsets.UTF_8))
                .contains("\"clientId\":\"p1\"", "\"clientAddr\":\"127.0.0.1:", "\"language\":\"JAVA\"");
        assertThat(new String(
                        client.ask(RequestCode.GET_ALL_PRODUCER_INFO, null).getBody(), StandardCharsets.UTF_8))
                .contains("\"listed_producers\":[{\"clientId\":\"p1\"", "\"remoteIP\":\"/127.0.0.1:");
    }

    @Test
    void groupsThatAreNotOnlineAreNamed() {
        assertRefused(idsAnswer("nobody"), 1, "no consumer for this group, nobody");
        var header = new GetConsumerConnectionListRequestHeader();
        header.setConsumerGroup("nobody");
        assertRefused(
                client.ask(RequestCode.GET_CONSUMER_CONNECTION_LIST, header),
                206,
                "the consumer group[nobody] not online");
        assertRefused(producers("nobody"), 1, "the producer group[nobody] not exist");
    }

    private static GetConsumerRunningInfoRequestHeader runningInfo(String group, String clientId) {
        var header = new GetConsumerRunningInfoRequestHeader();
        header.setConsumerGroup(group);
        header.setClientId(clientId);
        header.setJstackEnable(true);
        return header;
    }

    @Test
    void anAdministratorsQuestionIsRelayedWithItsFieldsAndAnswered() {
        TestClient member = join("c1", "asked", "topic_a");
        member.answer(RequestCode.GET_CONSUMER_RUNNING_INFO, request -> {
            RemotingCommand answer = RemotingCommand.createResponseCommand(0, "from the client");
            answer.setBody("running".getBytes(StandardCharsets.UTF_8));
            return answer;
        });

        RemotingCommand answer = client.ask(RequestCode.GET_CONSUMER_RUNNING_INFO, runningInfo("asked", "c1"));

        assertThat(answer.getCode()).isZero();
        assertThat(answer.getRemark()).isEqualTo("from the client");
        assertThat(new String(answer.getBody(), StandardCharsets.UTF_8)).isEqualTo("running");
        assertThat(member.received(RequestCode.GET_CONSUMER_RUNNING_INFO).get(0).getExtFields())
                .containsEntry("jstackEnable", "true")
                .containsEntry("clientId", "c1");
    }

    @Test
    void aClientThatIsNotThereOrTooOldCannotBeAsked() {
        assertRefused(
                client.ask(RequestCode.GET_CONSUMER_RUNNING_INFO, runningInfo("asked", "gone")),
                1,
                "The Consumer <asked> <gone> not online");

        TestClient old = broker.newClient();
        RemotingCommand heartbeat = TestClient.request(
                RequestCode.HEART_BEAT,
                null,
                Heartbeats.consumer("old", "old_group", Heartbeats.subscription("topic_a", "*", 1))
                        .encode());
        heartbeat.setVersion(61);
        old.ask(heartbeat);

        assertThat(client.ask(RequestCode.GET_CONSUMER_RUNNING_INFO, runningInfo("old_group", "old"))
                        .getRemark())
                .startsWith("The Consumer <old> Version <")
                .endsWith("> too low to finish, please upgrade it to V3_1_8_SNAPSHOT");
    }

    @Test
    void aMessageIsHandedToOneConsumerWithTheBrokersName() {
        String msgId = TestBroker.read(client.ask(Sends.to("topic_a", "hand me")), new SendMessageResponseHeader())
                .getMsgId();
        TestClient member = join("c1", "direct", "topic_a");
        member.answer(RequestCode.CONSUME_MESSAGE_DIRECTLY, request -> RemotingCommand.createResponseCommand(0, null));
        var header = new ConsumeMessageDirectlyResultRequestHeader();
        header.setConsumerGroup("direct");
        header.setClientId("c1");
        header.setMsgId(msgId);

        assertThat(client.ask(RequestCode.CONSUME_MESSAGE_DIRECTLY, header).getCode())
                .isZero();

        RemotingCommand handed =
                member.received(RequestCode.CONSUME_MESSAGE_DIRECTLY).get(0);
        assertThat(handed.getExtFields()).containsEntry("brokerName", TestBroker.NAME);
        assertThat(new String(handed.getBody(), StandardCharsets.UTF_8)).contains("hand me");

        header.setMsgId("no id");
        assertRefused(
                client.ask(RequestCode.CONSUME_MESSAGE_DIRECTLY, header), 1, "msgId=no id is no offset message id");
    }

    @Test
    void aLockIsGrantedToOneClientUntilItIsGivenBack() {
        assertThat(lock("c1")).contains("\"queueId\":0");
        assertThat(lock("c1")).contains("\"queueId\":0");
        assertThat(lock("c2")).doesNotContain("\"queueId\":0");
        locks(RequestCode.UNLOCK_BATCH_MQ, "c2");
        assertThat(lock("c2")).doesNotContain("\"queueId\":0");
        assertThat(locks(RequestCode.UNLOCK_BATCH_MQ, "c1").getCode()).isZero();
        assertThat(lock("c2")).contains("\"queueId\":0");
    }

    private static String lock(String clientId) {
        RemotingCommand answer = locks(RequestCode.LOCK_BATCH_MQ, clientId);
        assertThat(answer.getCode()).isZero();
        return new String(answer.getBody(), StandardCharsets.UTF_8);
    }

    private static RemotingCommand locks(int code, String clientId) {
        Map<String, Object> body = new HashMap<>();
        body.put("consumerGroup", "orderly");
        body.put("clientId", clientId);
        body.put("mqSet", List.of(Map.of("topic", "topic_a", "brokerName", TestBroker.NAME, "queueId", 0)));
        return client.ask(code, null, RemotingSerializable.encode(body));
    }
}
