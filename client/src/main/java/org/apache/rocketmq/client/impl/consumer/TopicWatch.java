package org.apache.rocketmq.client.impl.consumer;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.consumer.TopicMessageQueueChangeListener;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners when a name server shows other queues of a topic. Thread-safe. Source: client behaviour, section 13.2. */
final class TopicWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    interface Queues {
        Set<MessageQueue> of(String topic) throws MQClientException;
    }

    private final Queues queues;
    private final Map<String, TopicMessageQueueChangeListener> listeners = new ConcurrentHashMap<>();
    private final Map<String, Set<MessageQueue>> known = new ConcurrentHashMap<>();

    TopicWatch(Queues queues) {
        this.queues = queues;
    }

    void add(String topic, TopicMessageQueueChangeListener listener) {
        listeners.put(topic, listener);
    }

    /** Notes what there is now. */
    void learn(String topic) throws MQClientException {
        known.put(topic, queues.of(topic));
    }

    Set<String> topics() {
        return listeners.keySet();
    }

    /** One round; may block for the name server. */
    void check() {
        listeners.forEach((topic, listener) -> {
            try {
                Set<MessageQueue> found = queues.of(topic);
                Set<MessageQueue> before = known.put(topic, found);
                // 4.9 quirk: an empty set counts as changed.
                if (found.isEmpty() || !found.equals(before)) {
                    listener.onChanged(topic, found);
                }
            } catch (MQClientException | RuntimeException e) {
                LOG.error("queues of topic {} not compared", topic, e);
            }
        });
    }
}
