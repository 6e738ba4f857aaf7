package org.apache.rocketmq.client.consume;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.common.message.MessageQueue;

/** The queues that a push consumer holds. Thread-safe. */
public final class HeldQueues {
    private final ConcurrentHashMap<MessageQueue, ProcessQueue> queues = new ConcurrentHashMap<>();

    /** A live view. */
    public Set<MessageQueue> keys() {
        return queues.keySet();
    }

    /** A live view. */
    public Collection<ProcessQueue> all() {
        return queues.values();
    }

    public ProcessQueue get(MessageQueue queue) {
        return queues.get(queue);
    }

    /** False when the queue is held already. */
    boolean add(ProcessQueue queue) {
        return queues.putIfAbsent(queue.messageQueue(), queue) == null;
    }

    boolean remove(ProcessQueue queue) {
        return queues.remove(queue.messageQueue(), queue);
    }

    /** Drops every queue: nothing is pulled any more and running listeners have no effect. */
    public void dropAll() {
        queues.values().forEach(ProcessQueue::drop);
        queues.clear();
    }
}
