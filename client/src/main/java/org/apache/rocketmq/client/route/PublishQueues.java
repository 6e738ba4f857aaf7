package org.apache.rocketmq.client.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.rocketmq.client.common.ThreadLocalIndex;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.protocol.route.QueueData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;

/**
 * The queues that messages of a topic may be sent to, and the round robin over them. Every sending thread has its own
 * counter, so senders do not contend. Thread-safe; the queues never change. Source: client behaviour, sections 3.3, 5.5.
 */
public final class PublishQueues {
    private final MessageQueue[] queues;
    private final List<MessageQueue> list;
    private final Map<String, Integer> countByBroker = new HashMap<>();
    private final ThreadLocalIndex counter = new ThreadLocalIndex();

    private PublishQueues(List<MessageQueue> queues) {
        this.queues = queues.toArray(new MessageQueue[0]);
        this.list = List.copyOf(queues);
        for (MessageQueue queue : queues) {
            countByBroker.merge(queue.getBrokerName(), 1, Integer::sum);
        }
    }

    /** The queues in the order of the order configuration, or those of writable brokers with a master. */
    static PublishQueues of(String topic, TopicRouteData route) {
        String ordered = route.getOrderTopicConf();
        if (ordered != null && !ordered.isEmpty()) {
            return new PublishQueues(orderedQueues(topic, ordered));
        }
        Set<String> withMaster = new HashSet<>();
        for (BrokerData broker : route.getBrokerDatas()) {
            if (broker.getBrokerAddrs().containsKey(MixAll.MASTER_ID)) {
                withMaster.add(broker.getBrokerName());
            }
        }
        List<QueueData> sorted = new ArrayList<>(route.getQueueDatas());
        sorted.sort(Comparator.comparing(QueueData::getBrokerName));
        List<MessageQueue> queues = new ArrayList<>();
        for (QueueData data : sorted) {
            if (PermName.isWriteable(data.getPerm()) && withMaster.contains(data.getBrokerName())) {
                addQueues(queues, topic, data.getBrokerName(), data.getWriteQueueNums());
            }
        }
        return new PublishQueues(queues);
    }

    /** Parses {@code broker-a:4;broker-b:2}. */
    private static List<MessageQueue> orderedQueues(String topic, String orderTopicConf) {
        List<MessageQueue> queues = new ArrayList<>();
        for (String broker : orderTopicConf.split(";")) {
            String[] parts = broker.split(":");
            addQueues(queues, topic, parts[0], Integer.parseInt(parts[1]));
        }
        return queues;
    }

    private static void addQueues(List<MessageQueue> queues, String topic, String brokerName, int count) {
        for (int id = 0; id < count; id++) {
            queues.add(new MessageQueue(topic, brokerName, id));
        }
    }

    public boolean isEmpty() {
        return queues.length == 0;
    }

    /** All queues in selection order; cannot be modified. */
    public List<MessageQueue> list() {
        return list;
    }

    /** How many brokers the queues are spread over. */
    public int brokerCount() {
        return countByBroker.size();
    }

    /** The number of queues on a broker, 0 when it has none. */
    public int queuesOn(String brokerName) {
        return countByBroker.getOrDefault(brokerName, 0);
    }

    /** The next value of the calling thread's counter, never negative. */
    public int nextIndex() {
        return counter.incrementAndGet();
    }

    public MessageQueue next() {
        return queues[counter.incrementAndGet() % queues.length];
    }

    /** The next queue that is not on {@code lastBroker}; the next one at all if there is none or it is null. */
    public MessageQueue nextAvoiding(String lastBroker) {
        if (lastBroker != null && brokerCount() > 1) {
            MessageQueue other = nextOn(broker -> !broker.equals(lastBroker));
            if (other != null) {
                return other;
            }
        }
        return next();
    }

    /** The next queue whose broker is accepted, or null when none is. */
    public MessageQueue nextOn(Predicate<String> brokerAccepted) {
        for (int tries = 0; tries < queues.length; tries++) {
            MessageQueue queue = next();
            if (brokerAccepted.test(queue.getBrokerName())) {
                return queue;
            }
        }
        return null;
    }
}
