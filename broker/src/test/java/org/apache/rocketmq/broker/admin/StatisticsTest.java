package org.apache.rocketmq.broker.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.rocketmq.broker.fixture.Heartbeats;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.ConsumeStatsList;
import org.apache.rocketmq.common.protocol.body.GroupList;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.common.protocol.body.QueryConsumeTimeSpanBody;
import org.apache.rocketmq.common.protocol.header.GetConsumeStatsInBrokerHeader;
import org.apache.rocketmq.common.protocol.header.GetConsumeStatsRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryConsumeTimeSpanRequestHeader;
import org.apache.rocketmq.common.protocol.header.QueryTopicConsumeByWhoRequestHeader;
import org.apache.rocketmq.common.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.common.protocol.header.ViewBrokerStatsDataRequestHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker tells about consumption and about itself. Source: broker specification, statistics, runtime info. */
class StatisticsTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
        broker.topic("counted", 2);
        for (int i = 0; i < 5; i++) {
            client.ask(Sends.to("counted", "m" + i));
        }
        broker.awaitMaxOffset("counted", 0, 5);
        client.ask(Pulls.from("readers", "counted", 0, 0));
        commit("readers", "counted", 3);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static void commit(String group, String topic, long offset) {
        var header = new UpdateConsumerOffsetRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic(topic);
        header.setQueueId(0);
        header.setCommitOffset(offset);
        client.ask(RequestCode.UPDATE_CONSUMER_OFFSET, header);
    }

    private static ConsumeStats stats(String group, String topic) {
        var header = new GetConsumeStatsRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic(topic);
        return RemotingSerializable.decode(
                client.ask(RequestCode.GET_CONSUME_STATS, header).getBody(), ConsumeStats.class);
    }

    @Test
    void aGroupsProgressIsToldQueueByQueue() {
        var table = stats("readers", "counted").getOffsetTable();

        assertThat(table).hasSize(2);
        var queue = table.get(new MessageQueue("counted", TestBroker.NAME, 0));
        assertThat(queue.getBrokerOffset()).isEqualTo(5);
        assertThat(queue.getConsumerOffset()).isEqualTo(3);
        assertThat(queue.getLastTimestamp()).isPositive();
        assertThat(table.get(new MessageQueue("counted", TestBroker.NAME, 1)).getLastTimestamp())
                .isZero();
        assertThat(stats("readers", null).getOffsetTable()).containsOnlyKeys(table.keySet());
    }

    @Test
    void topicsThatAnOnlineGroupDoesNotSubscribeAreLeftOut() {
        broker.topic("subscribed_one", 1);
        commit("online", "counted", 1);
        broker.newClient()
                .heartbeat(Heartbeats.consumer("c", "online", Heartbeats.subscription("subscribed_one", "*", 1)));

        assertThat(stats("online", null).getOffsetTable()).isEmpty();
        assertThat(stats("online", "no_such_topic").getOffsetTable()).isEmpty();
    }

    @Test
    void theBacklogOfTheWholeBrokerIsSummed() {
        var header = new GetConsumeStatsInBrokerHeader();
        header.setOrder(false);

        var body = RemotingSerializable.decode(
                client.ask(RequestCode.GET_BROKER_CONSUME_STATS, header).getBody(), ConsumeStatsList.class);

        assertThat(body.getBrokerAddr()).isEqualTo("127.0.0.1:" + broker.port());
        assertThat(body.getTotalDiff()).isGreaterThanOrEqualTo(2);
        assertThat(body.getConsumeStatsList()).anyMatch(entry -> entry.containsKey("readers"));

        header.setOrder(true);
        assertThat(RemotingSerializable.decode(
                                client.ask(RequestCode.GET_BROKER_CONSUME_STATS, header)
                                        .getBody(),
                                ConsumeStatsList.class)
                        .getTotalDiff())
                .isZero();
    }

    @Test
    void groupsOfATopicAreThoseOnlineAndThoseWithOffsets() {
        broker.newClient().heartbeat(Heartbeats.consumer("c", "listens", Heartbeats.subscription("counted", "*", 1)));
        var header = new QueryTopicConsumeByWhoRequestHeader();
        header.setTopic("counted");

        assertThat(RemotingSerializable.decode(
                                client.ask(RequestCode.QUERY_TOPIC_CONSUME_BY_WHO, header)
                                        .getBody(),
                                GroupList.class)
                        .getGroupList())
                .contains("readers", "listens");
    }

    @Test
    void theTimeSpanOfAQueueShowsHowFarBehindAGroupIs() {
        var header = new QueryConsumeTimeSpanRequestHeader();
        header.setTopic("counted");
        header.setGroup("readers");

        var spans = RemotingSerializable.decode(
                        client.ask(RequestCode.QUERY_CONSUME_TIME_SPAN, header).getBody(),
                        QueryConsumeTimeSpanBody.class)
                .getConsumeTimeSpanSet();

        assertThat(spans).hasSize(2);
        var used = spans.get(0);
        assertThat(used.getMinTimeStamp()).isPositive();
        assertThat(used.getMaxTimeStamp()).isGreaterThanOrEqualTo(used.getMinTimeStamp());
        assertThat(used.getConsumeTimeStamp()).isBetween(used.getMinTimeStamp(), used.getMaxTimeStamp());
        assertThat(used.getDelayTime()).isNotNegative();

        header.setTopic("nowhere");
        RemotingCommand answer = client.ask(RequestCode.QUERY_CONSUME_TIME_SPAN, header);
        assertThat(answer.getCode()).isEqualTo(17);
        assertThat(answer.getRemark()).isEqualTo("topic[nowhere] not exist");
    }

    private static RemotingCommand viewStats(String name, String key) {
        var header = new ViewBrokerStatsDataRequestHeader();
        header.setStatsName(name);
        header.setStatsKey(key);
        return client.ask(RequestCode.VIEW_BROKER_STATS_DATA, header);
    }

    @Test
    void countersAreSeenByNameAndKey() {
        assertThat(viewStats("TOPIC_PUT_NUMS", "counted").getCode()).isZero();
        assertThat(viewStats("GROUP_GET_NUMS", "counted@readers").getCode()).isZero();
        assertThat(viewStats("BROKER_PUT_NUMS", TestBroker.CLUSTER).getCode()).isZero();
        assertThat(new String(viewStats("TOPIC_PUT_SIZE", "counted").getBody(), StandardCharsets.UTF_8))
                .contains(
                        "\"statsDay\":{", "\"statsHour\":{", "\"statsMinute\":{", "\"avgpt\":", "\"sum\":", "\"tps\":");

        RemotingCommand absent = viewStats("TOPIC_PUT_NUMS", "never_sent");
        assertThat(absent.getCode()).isEqualTo(1);
        assertThat(absent.getRemark()).isEqualTo("The stats <TOPIC_PUT_NUMS> <never_sent> not exist");
    }

    @Test
    void theRuntimeInfoHasEveryKey() {
        var table = await().atMost(Duration.ofSeconds(10))
                .until(StatisticsTest::runtimeInfo, info -> !info.get("putTps").isEmpty());

        assertThat(table)
                .containsKeys(
                        "bootTimestamp",
                        "runtime",
                        "brokerVersion",
                        "brokerVersionDesc",
                        "putMessageTimesTotal",
                        "putMessageFailedTimes",
                        "putMessageSizeTotal",
                        "putMessageAverageSize",
                        "putMessageEntireTimeMax",
                        "getMessageEntireTimeMax",
                        "putMessageDistributeTime",
                        "putLatency99",
                        "putLatency999",
                        "dispatchMaxBuffer",
                        "putTps",
                        "getFoundTps",
                        "getMissTps",
                        "getTransferedTps",
                        "getTotalTps",
                        "commitLogDiskRatio",
                        "commitLogDiskRatio_" + folder.resolve("commitlog"),
                        "consumeQueueDiskRatio",
                        "commitLogMinOffset",
                        "commitLogMaxOffset",
                        "msgPutTotalYesterdayMorning",
                        "msgPutTotalTodayMorning",
                        "msgPutTotalTodayNow",
                        "msgGetTotalYesterdayMorning",
                        "msgGetTotalTodayMorning",
                        "msgGetTotalTodayNow",
                        "sendThreadPoolQueueSize",
                        "sendThreadPoolQueueCapacity",
                        "sendThreadPoolQueueHeadWaitTimeMills",
                        "pullThreadPoolQueueSize",
                        "pullThreadPoolQueueCapacity",
                        "pullThreadPoolQueueHeadWaitTimeMills",
                        "queryThreadPoolQueueSize",
                        "queryThreadPoolQueueCapacity",
                        "queryThreadPoolQueueHeadWaitTimeMills",
                        "EndTransactionQueueSize",
                        "EndTransactionThreadPoolQueueCapacity",
                        "dispatchBehindBytes",
                        "pageCacheLockTimeMills",
                        "earliestMessageTimeStamp",
                        "startAcceptSendRequestTimeStamp",
                        "remainTransientStoreBufferNumbs",
                        "remainHowManyDataToFlush",
                        "commitLogDirCapacity")
                .containsEntry("brokerVersion", "409")
                .containsEntry("brokerVersionDesc", "V4_9_8")
                .containsEntry("msgPutTotalTodayNow", "5")
                .containsEntry("msgGetTotalTodayNow", "5")
                .containsEntry("remainTransientStoreBufferNumbs", "2147483647")
                .containsEntry("dispatchMaxBuffer", "0");
        assertThat(table.get("runtime")).matches("\\[ 0 days, 0 hours, 0 minutes, \\d+ seconds ]");
        assertThat(table.get("putTps")).matches("[\\d.]+ [\\d.]* ?[\\d.]*");
        assertThat(table.get("commitLogDirCapacity")).matches("Total : .*, Free : .*\\.");
    }

    private static java.util.Map<String, String> runtimeInfo() {
        return RemotingSerializable.decode(
                        client.ask(RequestCode.GET_BROKER_RUNTIME_INFO, null).getBody(), KVTable.class)
                .getTable();
    }
}
