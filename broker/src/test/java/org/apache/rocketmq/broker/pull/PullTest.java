package org.apache.rocketmq.broker.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.rocketmq.broker.fixture.Heartbeats;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.PullMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.PullMessageResponseHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumerOffsetResponseHeader;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pull is answered at once. Source: broker specification, pulling. */
class PullTest {
    private static final String FAQ = "\nSee http://rocketmq.apache.org/docs/faq/ for further details.";

    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
        broker.topic("ten", 2);
        for (int i = 0; i < 10; i++) {
            client.ask(Sends.to("ten", "m" + i, "TAGS", i % 2 == 0 ? "even" : "odd"));
        }
        broker.awaitMaxOffset("ten", 0, 10);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static RemotingCommand pull(PullMessageRequestHeader header) {
        return client.ask(Pulls.request(header));
    }

    private static void assertAnswer(RemotingCommand answer, int code, String remark, long next, long min, long max) {
        assertThat(answer.getCode()).isEqualTo(code);
        assertThat(answer.getRemark()).isEqualTo(remark);
        var header = TestBroker.read(answer, new PullMessageResponseHeader());
        assertThat(header.getNextBeginOffset()).isEqualTo(next);
        assertThat(header.getMinOffset()).isEqualTo(min);
        assertThat(header.getMaxOffset()).isEqualTo(max);
        assertThat(header.getSuggestWhichBrokerId()).isZero();
    }

    private static void assertRefused(RemotingCommand answer, int code, String remark) {
        assertThat(answer.getCode()).isEqualTo(code);
        assertThat(answer.getRemark()).isEqualTo(remark);
    }

    @Test
    void messagesAreFoundFromTheOffsetOn() {
        var answer = pull(Pulls.header("g", "ten", 0, 7));

        assertAnswer(answer, 0, "FOUND", 10, 0, 10);
        assertThat(Pulls.bodies(answer)).containsExactly("m7", "m8", "m9");
        assertThat(Pulls.messages(answer).get(0).getQueueOffset()).isEqualTo(7);
    }

    @Test
    void noMoreMessagesComeThanAskedFor() {
        var header = Pulls.header("g", "ten", 0, 0);
        header.setMaxMsgNums(4);

        var answer = pull(header);

        assertAnswer(answer, 0, "FOUND", 4, 0, 10);
        assertThat(Pulls.bodies(answer)).hasSize(4);
    }

    @Test
    void noMoreMessagesComeThanTheConfigurationAllows() {
        int count = broker.store.getMaxTransferCountOnMessageInMemory();
        int bytes = broker.store.getMaxTransferBytesOnMessageInMemory();
        try {
            broker.store.setMaxTransferCountOnMessageInMemory(3);
            assertThat(Pulls.bodies(pull(Pulls.header("g", "ten", 0, 0)))).hasSize(3);
            broker.store.setMaxTransferCountOnMessageInMemory(count);
            broker.store.setMaxTransferBytesOnMessageInMemory(1);
            assertThat(Pulls.bodies(pull(Pulls.header("g", "ten", 0, 0)))).containsExactly("m0");
        } finally {
            broker.store.setMaxTransferCountOnMessageInMemory(count);
            broker.store.setMaxTransferBytesOnMessageInMemory(bytes);
        }
    }

    @Test
    void whatIsLikelyOnDiskComesInSmallerBatchesFromTheLane() {
        int ratio = broker.store.getAccessMessageInMemoryMaxRatio();
        int count = broker.store.getMaxTransferCountOnMessageInDisk();
        // Nothing but the very end of the log counts as in memory.
        broker.store.setAccessMessageInMemoryMaxRatio(0);
        broker.store.setMaxTransferCountOnMessageInDisk(2);
        try {
            assertThat(Pulls.bodies(pull(Pulls.header("g", "ten", 0, 0)))).containsExactly("m0", "m1");
        } finally {
            broker.store.setAccessMessageInMemoryMaxRatio(ratio);
            broker.store.setMaxTransferCountOnMessageInDisk(count);
        }
    }

    @Test
    void tagsSelectMessages() {
        var header = Pulls.header("g", "ten", 0, 0);
        header.setSubscription("odd || other");

        assertThat(Pulls.bodies(pull(header))).containsExactly("m1", "m3", "m5", "m7", "m9");
    }

    @Test
    void aTagThatNoMessageHasMovesTheReaderOn() {
        var header = Pulls.header("g", "ten", 0, 2);
        header.setSubscription("absent");

        assertAnswer(pull(header), 20, "NO_MATCHED_MESSAGE", 10, 0, 10);
    }

    @Test
    void theEndOfTheQueueIsNotFoundWhenWaitingIsNotAllowed() {
        assertAnswer(pull(Pulls.header("g", "ten", 0, 10)), 19, "OFFSET_OVERFLOW_ONE", 10, 0, 10);
    }

    @Test
    void anOffsetBeyondTheEndIsMovedBackAndAnEventTellsOfIt() {
        assertAnswer(pull(Pulls.header("lost_group", "ten", 0, 99)), 21, "OFFSET_OVERFLOW_BADLY", 10, 0, 10);

        broker.awaitMaxOffset("OFFSET_MOVED_EVENT", 0, 1);
        var events = Pulls.messages(client.ask(Pulls.from("g", "OFFSET_MOVED_EVENT", 0, 0)));
        assertThat(events).anySatisfy(event -> {
            assertThat(event.getTags()).isEqualTo("lost_group");
            assertThat(event.getKeys()).isEqualTo("lost_group");
            assertThat(new String(event.getBody(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"consumerGroup\":\"lost_group\"", "\"offsetRequest\":99", "\"offsetNew\":10");
        });
    }

    @Test
    void anOffsetBeforeTheStartIsMovedToTheStart() {
        assertAnswer(pull(Pulls.header("g", "ten", 0, -5)), 21, "OFFSET_TOO_SMALL", 0, 0, 10);
    }

    @Test
    void anEmptyQueueIsNotFoundAtItsStartAndMovedElsewhere() {
        assertAnswer(pull(Pulls.header("g", "ten", 1, 0)), 19, "NO_MESSAGE_IN_QUEUE", 0, 0, 0);
        assertAnswer(pull(Pulls.header("g", "ten", 1, 3)), 21, "NO_MESSAGE_IN_QUEUE", 0, 0, 0);
    }

    @Test
    void aBrokerWithoutReadPermissionRefuses() {
        broker.config.setBrokerPermission(2);
        try {
            assertRefused(
                    pull(Pulls.header("g", "ten", 0, 0)), 16, "the broker[127.0.0.1] pulling message is forbidden");
        } finally {
            broker.config.setBrokerPermission(6);
        }
    }

    @Test
    void anUnknownGroupIsMadeOrRefused() {
        broker.config.setAutoCreateSubscriptionGroup(false);
        try {
            assertRefused(
                    pull(Pulls.header("unmade", "ten", 0, 0)),
                    26,
                    "subscription group [unmade] does not exist, " + FAQ);
            assertThat(pull(Pulls.header("CID_RMQ_SYS_x", "ten", 0, 0)).getCode())
                    .isZero();
        } finally {
            broker.config.setAutoCreateSubscriptionGroup(true);
        }
        assertThat(pull(Pulls.header("made", "ten", 0, 0)).getCode()).isZero();
        assertThat(broker.groups()).containsKeys("made", "CID_RMQ_SYS_x").doesNotContainKey("unmade");
    }

    @Test
    void anIllegalGroupNameIsNeverMade() {
        assertThat(pull(Pulls.header("../../escape", "ten", 0, 0)).getCode()).isEqualTo(26);
        assertThat(broker.groups()).doesNotContainKey("../../escape");
    }

    @Test
    void aGroupThatMayNotConsumeIsRefused() {
        group("switched_off", config -> config.setConsumeEnable(false));

        assertRefused(
                pull(Pulls.header("switched_off", "ten", 0, 0)), 16, "subscription group no permission, switched_off");
    }

    private static void group(String name, java.util.function.Consumer<SubscriptionGroupConfig> change) {
        var config = new SubscriptionGroupConfig();
        config.setGroupName(name);
        change.accept(config);
        client.ask(RequestCode.UPDATE_AND_CREATE_SUBSCRIPTIONGROUP, null, RemotingSerializable.encode(config));
    }

    @Test
    void anUnknownTopicDoesNotExist() {
        assertRefused(
                pull(Pulls.header("g", "nowhere", 0, 0)), 17, "topic[nowhere] not exist, apply first please! " + FAQ);
    }

    @Test
    void anUnreadableTopicIsRefused() {
        broker.topic("write_only", 1, 1, 2);

        assertRefused(
                pull(Pulls.header("g", "write_only", 0, 0)), 16, "the topic[write_only] pulling message is forbidden");
    }

    @Test
    void aQueueBeyondTheTopicIsNamed() {
        RemotingCommand answer = pull(Pulls.header("g", "ten", 2, 0));

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark())
                .matches("queueId\\[2] is illegal, topic:\\[ten] topicConfig.readQueueNums:\\[2] "
                        + "consumer:\\[/127\\.0\\.0\\.1:\\d+]");
        assertThat(pull(Pulls.header("g", "ten", -1, 0)).getCode()).isEqualTo(1);
    }

    @Test
    void aSubscriptionThatCannotBeReadIsRefused() {
        var header = Pulls.header("g", "ten", 0, 0);
        header.setSubscription("||");

        assertRefused(pull(header), 23, "parse the consumer's subscription failed");
    }

    @Test
    void withoutItsOwnSubscriptionAPullNeedsALiveGroup() {
        var header = registered("nobody", 0);

        assertRefused(pull(header), 24, "the consumer's group info not exist" + FAQ);
    }

    private static PullMessageRequestHeader registered(String group, long subVersion) {
        var header = Pulls.header(group, "ten", 0, 0);
        header.setSysFlag(0);
        header.setSubscription(null);
        header.setSubVersion(subVersion);
        return header;
    }

    @Test
    void theSubscriptionOfTheLastHeartbeatCounts() {
        client.heartbeat(Heartbeats.consumer("client-1", "subscribed", Heartbeats.subscription("ten", "even", 5)));

        assertThat(Pulls.bodies(pull(registered("subscribed", 5)))).containsExactly("m0", "m2", "m4", "m6", "m8");
        assertRefused(pull(registered("subscribed", 6)), 25, "the consumer's subscription not latest");
        var other = registered("subscribed", 0);
        other.setTopic("TestCluster");
        assertRefused(pull(other), 24, "the consumer's subscription not exist" + FAQ);
    }

    @Test
    void aGroupThatMayNotBroadcastIsRefusedWhenItDoes() {
        group("no_broadcast", config -> config.setConsumeBroadcastEnable(false));
        var heartbeat = Heartbeats.consumer("client-2", "no_broadcast", Heartbeats.subscription("ten", "*", 1));
        heartbeat.getConsumerDataSet().forEach(data -> data.setMessageModel(MessageModel.BROADCASTING));
        client.heartbeat(heartbeat);

        assertRefused(
                pull(registered("no_broadcast", 0)),
                16,
                "the consumer group[no_broadcast] can not consume by broadcast way");
    }

    @Test
    void thePositionInAPullIsCommittedWhenTheFlagIsSet() {
        var header = Pulls.header("commits", "ten", 0, 10);
        header.setCommitOffset(6L);
        header.setSysFlag(Pulls.SUBSCRIPTION);
        pull(header);
        assertThat(committed("commits")).isZero();

        header.setSysFlag(Pulls.SUBSCRIPTION | Pulls.COMMIT);
        pull(header);
        assertThat(committed("commits")).isEqualTo(6);
    }

    private static long committed(String group) {
        var header = new QueryConsumerOffsetRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic("ten");
        header.setQueueId(0);
        return TestBroker.read(
                        client.ask(RequestCode.QUERY_CONSUMER_OFFSET, header), new QueryConsumerOffsetResponseHeader())
                .getOffset();
    }

    @Test
    void aPullWithoutTopicOrGroupNamesWhatIsMissing() {
        assertRefused(pull(Pulls.header("g", null, 0, 0)), 1, "the header field topic is missing or cannot be read");
        assertRefused(
                pull(Pulls.header(null, "ten", 0, 0)),
                1,
                "the header field consumerGroup is missing or cannot be read");
    }
}
