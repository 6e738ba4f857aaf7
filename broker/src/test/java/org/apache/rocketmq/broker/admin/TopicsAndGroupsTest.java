package org.apache.rocketmq.broker.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.admin.TopicStatsTable;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.header.CreateTopicRequestHeader;
import org.apache.rocketmq.common.protocol.header.DeleteSubscriptionGroupRequestHeader;
import org.apache.rocketmq.common.protocol.header.DeleteTopicRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetTopicStatsInfoRequestHeader;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, changing and removing topics and groups. Source: broker specification, topics and groups. */
class TopicsAndGroupsTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static void assertRefused(RemotingCommand answer, int code, String remark) {
        assertThat(answer.getCode()).isEqualTo(code);
        assertThat(answer.getRemark()).isEqualTo(remark);
    }

    private static RemotingCommand create(CreateTopicRequestHeader header) {
        return client.ask(RequestCode.UPDATE_AND_CREATE_TOPIC, header);
    }

    private static CreateTopicRequestHeader topic(String name) {
        var header = new CreateTopicRequestHeader();
        header.setTopic(name);
        header.setDefaultTopic("TBW102");
        header.setReadQueueNums(2);
        header.setWriteQueueNums(3);
        header.setPerm(4);
        header.setTopicFilterType("MULTI_TAG");
        header.setTopicSysFlag(1);
        header.setOrder(true);
        return header;
    }

    @Test
    void aTopicIsMadeAsAskedForButOrderComesFromTheNameServer() {
        assertThat(create(topic("made")).getCode()).isZero();

        assertThat(broker.topics().get("made").toString())
                .isEqualTo("TopicConfig [topicName=made, readQueueNums=2, writeQueueNums=3, perm=R--, "
                        + "topicFilterType=MULTI_TAG, topicSysFlag=1, order=false]");
    }

    @Test
    void aChangeReplacesAndMovesTheVersionOn() {
        create(topic("changed"));
        String before = all();
        var header = topic("changed");
        header.setReadQueueNums(1);
        header.setWriteQueueNums(1);
        create(header);

        assertThat(broker.topics().get("changed").getReadQueueNums()).isEqualTo(1);
        assertThat(counter(all())).isEqualTo(counter(before) + 1);
    }

    private static String all() {
        return new String(client.ask(RequestCode.GET_ALL_TOPIC_CONFIG, null).getBody(), StandardCharsets.UTF_8);
    }

    private static long counter(String json) {
        return Long.parseLong(json.replaceAll("(?s).*\"counter\":(\\d+).*", "$1"));
    }

    @Test
    void namesThatCannotBeAreRefused() {
        assertRefused(create(topic(" ")), 1, "The specified topic is blank.");
        assertRefused(
                create(topic("a/../b")),
                1,
                "The specified topic contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$");
        assertRefused(create(topic("t".repeat(128))), 1, "The specified topic is longer than topic max length.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TBW102",
                "SCHEDULE_TOPIC_XXXX",
                "BenchmarkTest",
                "RMQ_SYS_TRACE_TOPIC",
                "rmq_sys_anything",
                TestBroker.CLUSTER,
                TestBroker.NAME,
                TestBroker.CLUSTER + "_REPLY_TOPIC"
            })
    void systemTopicsAreNeitherMadeNorDeleted(String name) {
        assertRefused(create(topic(name)), 1, "The topic[" + name + "] is conflict with system topic.");
        var delete = new DeleteTopicRequestHeader();
        delete.setTopic(name);
        assertRefused(
                client.ask(RequestCode.DELETE_TOPIC_IN_BROKER, delete),
                1,
                "The topic[" + name + "] is conflict with system topic.");
    }

    @Test
    void aTopicWithoutItsNumbersIsRefused() {
        var header = topic("incomplete");
        header.setWriteQueueNums(null);
        assertRefused(create(header), 1, "the header field writeQueueNums is missing or cannot be read");
        header.setWriteQueueNums(-1);
        assertRefused(create(header), 1, "writeQueueNums=-1 is negative");
        header.setWriteQueueNums(1);
        header.setTopicFilterType("NO_TAG");
        assertThat(create(header).getRemark()).contains("topicFilterType = [NO_TAG] value invalid");
        assertThat(broker.topics()).doesNotContainKey("incomplete");
    }

    @Test
    void aDeletedTopicLosesItsQueuesAndKeepsTheOffsetsOfGroups() {
        broker.topic("deleted", 1);
        client.ask(Sends.to("deleted", "x"));
        broker.awaitMaxOffset("deleted", 0, 1);
        commit("remembers", "deleted", 1);
        var header = new DeleteTopicRequestHeader();
        header.setTopic("deleted");

        assertThat(client.ask(RequestCode.DELETE_TOPIC_IN_BROKER, header).getCode())
                .isZero();
        assertThat(client.ask(RequestCode.DELETE_TOPIC_IN_BROKER, header).getCode())
                .isZero();

        assertThat(broker.topics()).doesNotContainKey("deleted");
        assertThat(broker.maxOffset("deleted", 0)).isZero();
        assertThat(offsets()).contains("deleted@remembers");
    }

    private static void commit(String group, String topic, long offset) {
        var header = new UpdateConsumerOffsetRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic(topic);
        header.setQueueId(0);
        header.setCommitOffset(offset);
        client.ask(RequestCode.UPDATE_CONSUMER_OFFSET, header);
    }

    private static String offsets() {
        return new String(client.ask(RequestCode.GET_ALL_CONSUMER_OFFSET, null).getBody(), StandardCharsets.UTF_8);
    }

    @Test
    void theStateOfATopicNamesItsQueuesUpToTheWriteQueues() {
        broker.topic("state", 4, 2, 6);
        client.ask(Sends.to("state", "x"));
        broker.awaitMaxOffset("state", 0, 1);

        var table = RemotingSerializable.decode(status("state").getBody(), TopicStatsTable.class)
                .getOffsetTable();

        assertThat(table)
                .containsOnlyKeys(
                        new MessageQueue("state", TestBroker.NAME, 0), new MessageQueue("state", TestBroker.NAME, 1));
        var used = table.get(new MessageQueue("state", TestBroker.NAME, 0));
        assertThat(used.getMinOffset()).isZero();
        assertThat(used.getMaxOffset()).isEqualTo(1);
        assertThat(used.getLastUpdateTimestamp()).isPositive();
        assertThat(table.get(new MessageQueue("state", TestBroker.NAME, 1)).getLastUpdateTimestamp())
                .isZero();
        assertRefused(status("nowhere"), 17, "topic[nowhere] not exist");
    }

    private static RemotingCommand status(String topic) {
        var header = new GetTopicStatsInfoRequestHeader();
        header.setTopic(topic);
        return client.ask(RequestCode.GET_TOPIC_STATS_INFO, header);
    }

    @Test
    void systemTopicsAreListed() {
        RemotingCommand answer = client.ask(RequestCode.GET_SYSTEM_TOPIC_LIST_FROM_BROKER, null);

        assertThat(RemotingSerializable.decode(answer.getBody(), TopicList.class)
                        .getTopicList())
                .contains(
                        "TBW102",
                        "SCHEDULE_TOPIC_XXXX",
                        "BenchmarkTest",
                        "RMQ_SYS_TRANS_HALF_TOPIC",
                        "RMQ_SYS_TRACE_TOPIC",
                        "RMQ_SYS_TRANS_OP_HALF_TOPIC",
                        "TRANS_CHECK_MAX_TIME_TOPIC",
                        "SELF_TEST_TOPIC",
                        "OFFSET_MOVED_EVENT",
                        TestBroker.CLUSTER,
                        TestBroker.NAME,
                        TestBroker.CLUSTER + "_REPLY_TOPIC");
    }

    @Test
    void builtInTopicsAndGroupsAreThereFromTheStart() {
        var topics = broker.topics();
        assertThat(topics.get("TBW102").getPerm()).isEqualTo(7);
        assertThat(topics.get("TBW102").getWriteQueueNums()).isEqualTo(8);
        assertThat(topics.get("BenchmarkTest").getReadQueueNums()).isEqualTo(1024);
        assertThat(topics.get(TestBroker.CLUSTER).getPerm()).isEqualTo(7);
        assertThat(topics.get(TestBroker.CLUSTER).getWriteQueueNums()).isEqualTo(16);
        assertThat(topics.get(TestBroker.NAME).getWriteQueueNums()).isEqualTo(1);
        assertThat(topics.get("SCHEDULE_TOPIC_XXXX").getWriteQueueNums()).isEqualTo(18);
        assertThat(topics).doesNotContainKey("RMQ_SYS_TRANS_OP_HALF_TOPIC");
        assertThat(broker.groups())
                .containsKeys(
                        "TOOLS_CONSUMER",
                        "FILTERSRV_CONSUMER",
                        "SELF_TEST_C_GROUP",
                        "CID_ONS-HTTP-PROXY",
                        "CID_ONSAPI_PULL",
                        "CID_ONSAPI_PERMISSION",
                        "CID_ONSAPI_OWNER");
    }

    @Test
    void cleaningIsAlwaysAnsweredWithSuccess() {
        assertThat(client.ask(RequestCode.CLEAN_UNUSED_TOPIC, null).getCode()).isZero();
        assertThat(client.ask(RequestCode.CLEAN_EXPIRED_CONSUMEQUEUE, null).getCode())
                .isZero();
        assertThat(client.ask(RequestCode.DELETE_EXPIRED_COMMITLOG, null).getCode())
                .isZero();
    }

    @Test
    void aGroupIsMadeChangedAndDeletedWithItsOffsetsIfAskedFor() {
        var config = new SubscriptionGroupConfig();
        config.setGroupName("managed");
        config.setRetryMaxTimes(3);
        config.setConsumeBroadcastEnable(false);
        assertThat(client.ask(
                                RequestCode.UPDATE_AND_CREATE_SUBSCRIPTIONGROUP,
                                null,
                                RemotingSerializable.encode(config))
                        .getCode())
                .isZero();
        assertThat(broker.groups().get("managed").getRetryMaxTimes()).isEqualTo(3);
        assertThat(broker.groups().get("managed").isConsumeBroadcastEnable()).isFalse();

        commit("managed", "some_topic", 5);
        var delete = new DeleteSubscriptionGroupRequestHeader();
        delete.setGroupName("managed");
        assertThat(client.ask(RequestCode.DELETE_SUBSCRIPTIONGROUP, delete).getCode())
                .isZero();
        assertThat(broker.groups()).doesNotContainKey("managed");
        assertThat(offsets()).contains("some_topic@managed");

        delete.setRemoveOffset(true);
        assertThat(client.ask(RequestCode.DELETE_SUBSCRIPTIONGROUP, delete).getCode())
                .isZero();
        assertThat(offsets()).doesNotContain("some_topic@managed");
    }
}
