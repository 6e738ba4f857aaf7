package org.apache.rocketmq.client.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.rocketmq.client.route.PublishQueues;
import org.apache.rocketmq.client.route.TopicRoute;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.protocol.route.QueueData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.junit.jupiter.api.Test;

class BrokerFaultsTest {
    private final BrokerFaults faults = new BrokerFaults();

    private static PublishQueues queues(String... brokers) {
        TopicRouteData route = new TopicRouteData();
        List<QueueData> queueDatas = new ArrayList<>();
        List<BrokerData> brokerDatas = new ArrayList<>();
        for (String broker : brokers) {
            QueueData data = new QueueData();
            data.setBrokerName(broker);
            data.setReadQueueNums(2);
            data.setWriteQueueNums(2);
            data.setPerm(6);
            queueDatas.add(data);
            HashMap<Long, String> nodes = new HashMap<>();
            nodes.put(0L, "127.0.0.1:1");
            brokerDatas.add(new BrokerData("c", broker, nodes));
        }
        route.setQueueDatas(queueDatas);
        route.setBrokerDatas(brokerDatas);
        return TopicRoute.of("T", route).publish();
    }

    @Test
    void theLastBrokerIsAvoidedWhenThereIsAnother() {
        for (int i = 0; i < 8; i++) {
            assertThat(faults.select(queues("a", "b"), "a").getBrokerName()).isEqualTo("b");
            assertThat(faults.select(queues("a"), "a").getBrokerName()).isEqualTo("a");
        }
    }

    @Test
    void aSlowBrokerRestsForAWhile() {
        faults.setEnabled(true);
        faults.note("a", 600, false);
        faults.note("b", 10, false);
        PublishQueues queues = queues("a", "b");
        for (int i = 0; i < 8; i++) {
            assertThat(faults.select(queues, null).getBrokerName()).isEqualTo("b");
        }
    }

    @Test
    void whenAllRestOneOfTheBetterHalfIsUsed() {
        faults.setEnabled(true);
        faults.note("a", 600, true);
        faults.note("b", 20_000, true);
        PublishQueues queues = queues("a", "b");
        for (int i = 0; i < 8; i++) {
            assertThat(faults.select(queues, null).getBrokerName()).isEqualTo("a");
        }
    }
}
