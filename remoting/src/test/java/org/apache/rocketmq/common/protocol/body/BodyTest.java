package org.apache.rocketmq.common.protocol.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.common.filter.FilterAPI;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.message.MessageQueueForC;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.protocol.LanguageCode;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.Test;

class BodyTest {
    @Test
    void producer_tables_travel_although_their_types_have_no_empty_constructor() {
        var info = new ProducerInfo("c@1", "10.0.0.9", LanguageCode.GO, 401, 7);
        var table = new ProducerTableInfo(Map.of("PG", List.of(info)));

        assertThat(table.toJson())
                .isEqualTo("{\"data\":{\"PG\":[{\"clientId\":\"c@1\",\"language\":\"GO\",\"lastUpdateTimestamp\":7,"
                        + "\"remoteIP\":\"10.0.0.9\",\"version\":401}]}}");
        assertThat(RemotingSerializable.fromJson(table.toJson(), ProducerTableInfo.class))
                .usingRecursiveComparison()
                .isEqualTo(table);
    }

    @Test
    void offsets_for_cpp_clients_are_a_list() {
        var body = new ResetOffsetBodyForC();
        body.setOffsetTable(List.of(new MessageQueueForC("T", "b", 2, 9)));

        assertThat(body.toJson())
                .isEqualTo("{\"offsetTable\":[{\"brokerName\":\"b\",\"offset\":9,\"queueId\":2,\"topic\":\"T\"}]}");
        assertThat(RemotingSerializable.fromJson(body.toJson(), ResetOffsetBodyForC.class)
                        .getOffsetTable())
                .isEqualTo(body.getOffsetTable());
    }

    @Test
    void members_keep_their_odd_spelling() {
        var result = new ConsumeMessageDirectlyResult();
        result.setConsumeResult(CMResult.CR_SUCCESS);
        var locked = new LockBatchResponseBody();

        assertThat(result.toJson())
                .isEqualTo(
                        "{\"autoCommit\":true,\"consumeResult\":\"CR_SUCCESS\",\"order\":false,\"spentTimeMills\":0}");
        assertThat(locked.toJson()).isEqualTo("{\"lockOKMQSet\":[]}");
        assertThat(new ProcessQueueInfoBody().toJson())
                .contains("\"droped\":false")
                .doesNotContain("dropped");
    }

    /** Gives a nested body the methods of a whole one. */
    private static final class ProcessQueueInfoBody extends RemotingSerializable {
        @SuppressWarnings("unused")
        public ProcessQueueInfo getQueue() {
            return new ProcessQueueInfo();
        }
    }

    @Test
    void the_source_of_a_filter_class_stays_in_the_client() {
        var subscription = new SubscriptionData("T", "*");
        subscription.setFilterClassSource("class X {}");

        assertThat(RemotingSerializable.toJson(subscription, false)).doesNotContain("filterClassSource");
    }

    @Test
    void times_of_a_queue_span_are_written_as_local_time_and_ignored_when_read() {
        var span = new QueueTimeSpan();
        span.setMessageQueue(new MessageQueue("T", "b", 1));

        String text = RemotingSerializable.toJson(span, false);

        assertThat(text).contains("\"minTimeStampStr\":\"1970-01-01#");
        assertThat(RemotingSerializable.fromJson(text.replace("1970", "1980"), QueueTimeSpan.class)
                        .getMinTimeStamp())
                .isZero();
    }

    @Test
    void a_heartbeat_with_empty_objects_for_lists_is_read() {
        HeartbeatData heartbeat = RemotingSerializable.fromJson(
                "{clientID:'lua',consumerDataSet:{},producerDataSet:[{groupName:'PG'}]}", HeartbeatData.class);

        assertThat(heartbeat.getConsumerDataSet()).isEmpty();
        assertThat(heartbeat.getProducerDataSet()).hasSize(1);
    }

    @Test
    void the_oldest_client_decides_the_version_of_a_group() {
        var group = new ConsumerConnection();
        for (int version : new int[] {401, 399, 407}) {
            var connection = new Connection();
            connection.setVersion(version);
            group.getConnectionSet().add(connection);
        }

        assertThat(group.computeMinVersion()).isEqualTo(399);
    }

    @Test
    void the_master_is_preferred_among_the_addresses_of_a_broker() {
        var withMaster = new BrokerData("c", "b", new java.util.HashMap<>(Map.of(0L, "m:1", 1L, "s:1")));
        var slavesOnly = new BrokerData("c", "b", new java.util.HashMap<>(Map.of(1L, "s:1")));

        assertThat(withMaster.selectBrokerAddr()).isEqualTo("m:1");
        assertThat(slavesOnly.selectBrokerAddr()).isEqualTo("s:1");
        assertThat(new BrokerData("c", "b", new java.util.HashMap<>()).selectBrokerAddr())
                .isNull();
    }

    @Test
    void running_info_travels_and_reads_as_admins_know_it() throws Exception {
        var info = runningInfo("0");
        info.getMqTable().put(new MessageQueue("T", "b", 3), new ProcessQueueInfo());
        info.getSubscriptionSet().add(FilterAPI.buildSubscriptionData("T", "TagA || TagB"));
        info.getStatusTable().put("T", new ConsumeStatus());
        info.setJstack("main TID: 1\n");

        ConsumerRunningInfo read = RemotingSerializable.decode(info.encode(), ConsumerRunningInfo.class);

        assertThat(read.formatString())
                .isEqualTo(info.formatString())
                .startsWith("#Consumer Properties#\n")
                .contains("PROP_CONSUME_TYPE                       : CONSUME_PASSIVELY\n")
                .contains("\n\n#Consumer Subscription#\n001 Topic: T")
                .contains("ClassFilter: false    SubExpression: TagA || TagB\n")
                .contains(
                        "T                                 b                                 3     0                   \n")
                .contains("3     ProcessQueueInfo [commitOffset=0, ")
                .contains("T                                           0.00           0.00")
                .endsWith("\n\n#Consumer jstack#\nmain TID: 1\n");
    }

    @Test
    void a_settled_push_group_must_agree_on_its_subscription() throws Exception {
        var group = new TreeMap<String, ConsumerRunningInfo>();
        for (String expression : List.of("A", "A", "B")) {
            var info = runningInfo("0");
            info.getSubscriptionSet().add(FilterAPI.buildSubscriptionData("T", expression));
            group.put("client" + group.size(), info);
        }

        assertThat(ConsumerRunningInfo.analyzeSubscription(group)).isFalse();
        group.remove("client2");
        assertThat(ConsumerRunningInfo.analyzeSubscription(group)).isTrue();
        assertThat(ConsumerRunningInfo.analyzeRebalance(group)).isTrue();
    }

    @Test
    void queues_that_wait_for_their_listener_are_reported() {
        var info = runningInfo("0");
        var waiting = new ProcessQueueInfo();
        waiting.setCachedMsgCount(1);
        waiting.setLastConsumeTimestamp(1);
        info.getMqTable().put(new MessageQueue("T", "b", 0), waiting);

        assertThat(ConsumerRunningInfo.analyzeProcessQueue("c", info))
                .startsWith(
                        "c MessageQueue [topic=T, brokerName=b, queueId=0] can't consume for a while, maybe blocked, ")
                .endsWith("ms\n");
    }

    private static ConsumerRunningInfo runningInfo(String startMillis) {
        var info = new ConsumerRunningInfo();
        info.getProperties().put(ConsumerRunningInfo.PROP_CONSUME_TYPE, "CONSUME_PASSIVELY");
        info.getProperties().put(ConsumerRunningInfo.PROP_CONSUMER_START_TIMESTAMP, startMillis);
        return info;
    }
}
