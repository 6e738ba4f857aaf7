package org.apache.rocketmq.client.rebalance;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.common.message.MessageQueue;

/** The readable queues of the topics that a consumer reads, as the routes say. Thread-safe. */
public final class TopicQueues {
    private final ConcurrentHashMap<String, Set<MessageQueue>> queues = new ConcurrentHashMap<>();

    /** The queues of {@code topic}, or null when they are not known yet. */
    public Set<MessageQueue> of(String topic) {
        return queues.get(topic);
    }

    public boolean knows(String topic) {
        return queues.containsKey(topic);
    }

    public void found(String topic, Set<MessageQueue> found) {
        queues.put(topic, found);
    }

    public void forget(String topic) {
        queues.remove(topic);
    }
}
