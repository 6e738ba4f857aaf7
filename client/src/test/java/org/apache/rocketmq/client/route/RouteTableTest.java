package org.apache.rocketmq.client.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.protocol.route.QueueData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.junit.jupiter.api.Test;

/** What is learnt from a name server and told to senders and readers. */
class RouteTableTest {
    private final Map<String, TopicRouteData> known = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private boolean reachable = true;

    private final RouteTable table = new RouteTable(this::answer, new RouteListener() {
        @Override
        public boolean lacksQueues(String topic) {
            return wanted.contains(topic);
        }

        @Override
        public void queuesFound(String topic, Set<MessageQueue> queues) {
            told.add(topic + " " + queues.size());
        }
    });

    private TopicRouteData answer(String topic) throws MQClientException, RemotingException {
        if (!reachable) {
            throw new RemotingConnectException("[a:1]");
        }
        TopicRouteData route = known.get(topic);
        if (route == null) {
            throw new MQClientException(17, "No topic route info in name server for the topic: " + topic);
        }
        return route.cloneTopicRouteData();
    }

    private static TopicRouteData route(String order, String... brokers) {
        TopicRouteData route = new TopicRouteData();
        List<QueueData> queueDatas = new ArrayList<>();
        List<BrokerData> brokerDatas = new ArrayList<>();
        for (String broker : brokers) {
            QueueData data = new QueueData();
            data.setBrokerName(broker);
            data.setReadQueueNums(3);
            data.setWriteQueueNums(2);
            data.setPerm(6);
            queueDatas.add(data);
            HashMap<Long, String> nodes = new HashMap<>();
            // A broker named like a slave has lost its master.
            nodes.put(broker.startsWith("slave") ? 1L : 0L, broker + ":10911");
            brokerDatas.add(new BrokerData("c", broker, nodes));
        }
        route.setQueueDatas(queueDatas);
        route.setBrokerDatas(brokerDatas);
        route.setFilterServerTable(new HashMap<>());
        route.setOrderTopicConf(order);
        return route;
    }

    @Test
    void writersNeedAMasterReadersDoNot() {
        known.put("T", route(null, "b", "slave", "a"));
        assertThat(table.refresh("T")).isTrue();

        assertThat(table.find("T").publish().list())
                .containsExactly(
                        new MessageQueue("T", "a", 0),
                        new MessageQueue("T", "a", 1),
                        new MessageQueue("T", "b", 0),
                        new MessageQueue("T", "b", 1));
        assertThat(table.find("T").subscribe()).hasSize(9);
        assertThat(told).containsExactly("T 9");
        assertThat(table.brokers().find("slave", 0, false)).isEqualTo(new BrokerAddress("slave:10911", true, 0));
        assertThat(table.brokers().find("slave", 0, true)).isNull();
    }

    @Test
    void anOrderConfigurationDecidesAlone() {
        known.put("T", route("slave:1;b:2", "b", "slave"));
        table.refresh("T");

        assertThat(table.find("T").publish().list())
                .containsExactly(
                        new MessageQueue("T", "slave", 0),
                        new MessageQueue("T", "b", 0),
                        new MessageQueue("T", "b", 1));
    }

    @Test
    void theSameRouteInAnotherOrderIsNoChange() {
        known.put("T", route(null, "a", "b"));
        table.refresh("T");
        PublishQueues before = table.find("T").publish();
        known.put("T", route(null, "b", "a"));

        assertThat(table.refresh("T")).isFalse();

        assertThat(table.find("T").publish()).isSameAs(before);
        assertThat(told).hasSize(1);
    }

    @Test
    void aReaderThatLacksQueuesIsToldWithoutAChange() {
        known.put("T", route(null, "a"));
        table.refresh("T");
        wanted.add("T");

        assertThat(table.refresh("T")).isFalse();

        assertThat(told).containsExactly("T 3", "T 3");
    }

    @Test
    void aVanishedTopicKeepsItsLastRoute() {
        known.put("T", route(null, "a"));
        table.refresh("T");
        known.clear();

        assertThat(table.refresh("T")).isFalse();

        assertThat(table.find("T")).isNotNull();
    }

    @Test
    void theTemplateStandsInForANewTopic() {
        known.put("TBW102", route(null, "a"));

        PublishQueues queues = table.publishQueues("New", "TBW102", 1);

        assertThat(queues.list()).containsExactly(new MessageQueue("New", "a", 0));
        known.put("New", route(null, "a", "b"));
        table.refreshAll(Set.of());
        assertThat(table.find("New").publish().list()).hasSize(4);
    }

    @Test
    void anUnreachableNameServerIsAnUncheckedFaultButNotInTheTimer() {
        known.put("T", route(null, "a"));
        table.publishQueues("T", "TBW102", 4);
        reachable = false;

        assertThatThrownBy(() -> table.refresh("T"))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(RemotingConnectException.class);
        table.refreshAll(Set.of("Other"));
        assertThat(table.find("T")).isNotNull();
    }

    @Test
    void brokersInNoRouteAreForgotten() {
        known.put("T", route(null, "a", "b"));
        table.refresh("T");
        known.put("T", route(null, "b"));
        table.refresh("T");

        table.dropOfflineBrokers();

        assertThat(table.brokers().master("a")).isNull();
        assertThat(table.brokers().master("b")).isEqualTo("b:10911");
    }
}
