package org.apache.rocketmq.client.impl.consumer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.rebalance.QueueHolder;
import org.apache.rocketmq.common.message.MessageQueue;

/** The queues that a pull consumer is assigned; the application does the pulling. Thread-safe. */
final class PulledQueues implements QueueHolder {
    interface Listener {
        void changed(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned);
    }

    private final Set<MessageQueue> queues = ConcurrentHashMap.newKeySet();
    private final OffsetStore offsets;
    private final Listener listener;

    PulledQueues(OffsetStore offsets, Listener listener) {
        this.offsets = offsets;
        this.listener = listener;
    }

    @Override
    public Set<MessageQueue> held() {
        return queues;
    }

    @Override
    public boolean isStuck(MessageQueue queue) {
        return false;
    }

    @Override
    public boolean giveBack(MessageQueue queue) {
        offsets.persist(queue);
        offsets.removeOffset(queue);
        return queues.remove(queue);
    }

    @Override
    public void forget(MessageQueue queue) {
        queues.remove(queue);
    }

    @Override
    public boolean take(String topic, Set<MessageQueue> taken) {
        taken.forEach(offsets::removeOffset);
        return queues.addAll(taken);
    }

    @Override
    public void changed(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned) {
        listener.changed(topic, all, assigned);
    }
}
