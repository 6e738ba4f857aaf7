package org.apache.rocketmq.broker.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.broker.fixture.Heartbeats;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.GetConsumerStatusBody;
import org.apache.rocketmq.common.protocol.body.QueryCorrectionOffsetBody;
import org.apache.rocketmq.common.protocol.body.ResetOffsetBody;
import org.apache.rocketmq.common.protocol.header.CloneGroupOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumerStatusRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetEarliestMsgStoretimeRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetEarliestMsgStoretimeResponseHeader;
import org.apache.rocketmq.common.protocol.header.GetMinOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetMinOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.QueryCorrectionOffsetHeader;
import org.apache.rocketmq.common.protocol.header.ResetOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.SearchOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.SearchOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.remoting.protocol.LanguageCode;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offsets of groups and of queues. Source: broker specification, offsets. */
class OffsetTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
        broker.topic("five", 1);
        for (int i = 0; i < 5; i++) {
            client.ask(Sends.to("five", "m" + i));
        }
        broker.awaitMaxOffset("five", 0, 5);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static RemotingCommand query(String group, String topic) {
        var header = new QueryConsumerOffsetRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic(topic);
        header.setQueueId(0);
        return client.ask(RequestCode.QUERY_CONSUMER_OFFSET, header);
    }

    private static long offset(String group, String topic) {
        return TestBroker.read(query(group, topic), new QueryConsumerOffsetResponseHeader())
                .getOffset();
    }

    private static void commit(String group, String topic, int queueId, long offset) {
        var header = new UpdateConsumerOffsetRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic(topic);
        header.setQueueId(queueId);
        header.setCommitOffset(offset);
        assertThat(client.ask(RequestCode.UPDATE_CONSUMER_OFFSET, header).getCode())
                .isZero();
    }

    @Test
    void aCommitIsTakenAsItIsEvenBackwards() {
        commit("commits", "five", 0, 4);
        assertThat(offset("commits", "five")).isEqualTo(4);
        commit("commits", "five", 0, 2);
        assertThat(offset("commits", "five")).isEqualTo(2);
    }

    @Test
    void aNewGroupOnAYoungQueueStartsAtZero() {
        assertThat(offset("new_group", "five")).isZero();
        assertThat(offset("new_group", "no_such_topic")).isZero();
    }

    @Test
    void aNewGroupOnAQueueWhoseStartIsOnDiskIsNotFound() {
        int ratio = broker.store.getAccessMessageInMemoryMaxRatio();
        broker.store.setAccessMessageInMemoryMaxRatio(0);
        try {
            RemotingCommand answer = query("new_group", "five");

            assertThat(answer.getCode()).isEqualTo(22);
            assertThat(answer.getRemark()).isEqualTo("Not found, V3_0_6_SNAPSHOT maybe this group consumer boot first");
        } finally {
            broker.store.setAccessMessageInMemoryMaxRatio(ratio);
        }
    }

    @Test
    void anIncompleteCommitNamesWhatIsMissingAndCountsNothing() {
        var header = new UpdateConsumerOffsetRequestHeader();
        header.setConsumerGroup("incomplete");
        header.setTopic("five");
        header.setQueueId(0);

        RemotingCommand answer = client.ask(RequestCode.UPDATE_CONSUMER_OFFSET, header);

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark()).isEqualTo("the header field commitOffset is missing or cannot be read");
        assertThat(all()).doesNotContain("incomplete");
    }

    private static String all() {
        return new String(client.ask(RequestCode.GET_ALL_CONSUMER_OFFSET, null).getBody(), StandardCharsets.UTF_8);
    }

    @Test
    void allOffsetsAreListedWithBareQueueNumbers() {
        commit("listed", "five", 0, 3);
        commit("listed", "five", 7, 1);

        assertThat(all()).startsWith("{\"offsetTable\":{").contains("\"five@listed\":{0:3,7:1}");
    }

    @Test
    void theEndsOfQueuesAreTold() {
        assertThat(broker.maxOffset("five", 0)).isEqualTo(5);
        assertThat(broker.maxOffset("unknown", 0)).isZero();
        var header = new GetMinOffsetRequestHeader();
        header.setTopic("five");
        header.setQueueId(0);
        assertThat(TestBroker.read(client.ask(RequestCode.GET_MIN_OFFSET, header), new GetMinOffsetResponseHeader())
                        .getOffset())
                .isZero();
    }

    @Test
    void theEarliestStoreTimeIsThatOfTheFirstMessage() {
        assertThat(earliest("five")).isBetween(1_600_000_000_000L, System.currentTimeMillis());
        assertThat(earliest("unknown")).isEqualTo(-1);
    }

    private static long earliest(String topic) {
        var header = new GetEarliestMsgStoretimeRequestHeader();
        header.setTopic(topic);
        header.setQueueId(0);
        return TestBroker.read(
                        client.ask(RequestCode.GET_EARLIEST_MSG_STORETIME, header),
                        new GetEarliestMsgStoretimeResponseHeader())
                .getTimestamp();
    }

    @Test
    void aTimeBeforeAllMessagesIsTheFirstAndOneAfterAllTheLast() {
        assertThat(search("five", 1)).isZero();
        assertThat(search("five", System.currentTimeMillis() + 3_600_000)).isEqualTo(4);
        assertThat(search("unknown", 1)).isZero();
    }

    private static long search(String topic, long timestamp) {
        var header = new SearchOffsetRequestHeader();
        header.setTopic(topic);
        header.setQueueId(0);
        header.setTimestamp(timestamp);
        return TestBroker.read(
                        client.ask(RequestCode.SEARCH_OFFSET_BY_TIMESTAMP, header), new SearchOffsetResponseHeader())
                .getOffset();
    }

    private static ResetOffsetRequestHeader reset(String group, String topic, long timestamp, boolean force) {
        var header = new ResetOffsetRequestHeader();
        header.setTopic(topic);
        header.setGroup(group);
        header.setTimestamp(timestamp);
        header.setForce(force);
        return header;
    }

    @Test
    void membersAreToldWhereToGoOnAndTheTableStaysAsItIs() {
        TestClient member = broker.newClient();
        member.heartbeat(Heartbeats.consumer("c1", "resets", Heartbeats.subscription("five", "*", 1)));
        commit("resets", "five", 0, 4);

        RemotingCommand answer =
                client.ask(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, reset("resets", "five", 1, true));

        var queue = new MessageQueue("five", TestBroker.NAME, 0);
        assertThat(answer.getCode()).isZero();
        assertThat(RemotingSerializable.decode(answer.getBody(), ResetOffsetBody.class)
                        .getOffsetTable())
                .containsExactly(Map.entry(queue, 0L));
        RemotingCommand told = member.awaitReceived(RequestCode.RESET_CONSUMER_CLIENT_OFFSET, 1);
        assertThat(told.getExtFields()).containsEntry("topic", "five").containsEntry("group", "resets");
        assertThat(RemotingSerializable.decode(told.getBody(), ResetOffsetBody.class)
                        .getOffsetTable())
                .containsExactly(Map.entry(queue, 0L));
        assertThat(offset("resets", "five")).isEqualTo(4);
    }

    @Test
    void withoutForceAResetOnlyGoesBack() {
        TestClient member = broker.newClient();
        member.heartbeat(Heartbeats.consumer("c1", "gentle", Heartbeats.subscription("five", "*", 1)));
        commit("gentle", "five", 0, 2);

        var toTheEnd = client.ask(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, reset("gentle", "five", -1, false));
        assertThat(toTheEnd.getBody()).asString(StandardCharsets.UTF_8).endsWith(":2}}");
        var forced = client.ask(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, reset("gentle", "five", -1, true));
        assertThat(forced.getBody()).asString(StandardCharsets.UTF_8).endsWith(":5}}");
    }

    @Test
    void anAdministratorInCppGetsAList() {
        broker.newClient().heartbeat(Heartbeats.consumer("c1", "cpp", Heartbeats.subscription("five", "*", 1)));
        commit("cpp", "five", 0, 2);
        RemotingCommand request =
                TestClient.request(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, reset("cpp", "five", 1, true), null);
        request.setLanguage(LanguageCode.CPP);

        assertThat(client.ask(request).getBody())
                .asString(StandardCharsets.UTF_8)
                .startsWith("{\"offsetTable\":[{")
                .contains("\"brokerName\":\"broker-a\"", "\"offset\":0", "\"queueId\":0", "\"topic\":\"five\"");
    }

    @Test
    void aResetThatCannotBeDoneSaysWhy() {
        assertRefused(
                client.ask(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, reset("g", "nowhere", 1, true)),
                1,
                "[reset-offset] reset offset failed, no topic in this broker. topic=nowhere");
        assertRefused(
                client.ask(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, reset("never_seen", "five", 1, true)),
                1,
                "THe consumer group <never_seen> not exist");
        commit("offline", "five", 0, 1);
        assertRefused(
                client.ask(RequestCode.INVOKE_BROKER_TO_RESET_OFFSET, reset("offline", "five", 1, true)),
                206,
                "Consumer not online, so can not reset offset, Group: offline Topic: five Timestamp: 1");
    }

    private static void assertRefused(RemotingCommand answer, int code, String remark) {
        assertThat(answer.getCode()).isEqualTo(code);
        assertThat(answer.getRemark()).isEqualTo(remark);
    }

    @Test
    void membersAreAskedWhereTheyAre() {
        TestClient member = broker.newClient();
        member.heartbeat(Heartbeats.consumer("c1", "status", Heartbeats.subscription("five", "*", 1)));
        member.answer(RequestCode.GET_CONSUMER_STATUS_FROM_CLIENT, request -> {
            var body = new GetConsumerStatusBody();
            body.setMessageQueueTable(new HashMap<>(Map.of(new MessageQueue("five", TestBroker.NAME, 0), 3L)));
            RemotingCommand answer = RemotingCommand.createResponseCommand(0, null);
            answer.setBody(body.encode());
            return answer;
        });
        var header = new GetConsumerStatusRequestHeader();
        header.setTopic("five");
        header.setGroup("status");

        RemotingCommand answer = client.ask(RequestCode.INVOKE_BROKER_TO_GET_CONSUMER_STATUS, header);

        assertThat(RemotingSerializable.decode(answer.getBody(), GetConsumerStatusBody.class)
                        .getConsumerTable())
                .containsEntry("c1", Map.of(new MessageQueue("five", TestBroker.NAME, 0), 3L));

        header.setGroup("nobody");
        assertRefused(
                client.ask(RequestCode.INVOKE_BROKER_TO_GET_CONSUMER_STATUS, header),
                1,
                "No Any Consumer online in the consumer group: [nobody]");
    }

    @Test
    void theSmallestOffsetOfAllGroupsIsFoundWithoutTouchingThem() {
        broker.topic("corrections", 1);
        client.ask(Sends.to("corrections", "x"));
        commit("slow", "corrections", 0, 1);
        commit("fast", "corrections", 0, 9);
        commit("left_out", "corrections", 0, 0);
        var header = new QueryCorrectionOffsetHeader();
        header.setTopic("corrections");
        header.setFilterGroups("left_out");

        assertThat(corrections(header)).isEqualTo(Map.of(0, 1L));
        header.setCompareGroup("slow");
        assertThat(corrections(header)).isEqualTo(Map.of(0, 1L));
        assertThat(all()).contains("corrections@left_out");
    }

    private static Map<Integer, Long> corrections(QueryCorrectionOffsetHeader header) {
        return RemotingSerializable.decode(
                        client.ask(RequestCode.QUERY_CORRECTION_OFFSET, header).getBody(),
                        QueryCorrectionOffsetBody.class)
                .getCorrectionOffsets();
    }

    @Test
    void aGroupGetsTheOffsetsOfAnother() {
        commit("source", "five", 0, 3);
        commit("source", "gone_topic", 0, 3);
        var header = new CloneGroupOffsetRequestHeader();
        header.setSrcGroup("source");
        header.setDestGroup("target");
        header.setOffline(true);

        assertThat(client.ask(RequestCode.CLONE_GROUP_OFFSET, header).getCode()).isZero();

        assertThat(all()).contains("\"five@target\":{0:3}").doesNotContain("gone_topic@target");
    }
}
