package org.apache.rocketmq.store.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What all queues of a store tell the flusher: which of them have something to flush, and the store time they have reached.
 * Holds every queue at most once. Thread-safe.
 */
final class QueueProgress {
    private final ConcurrentLinkedQueue<ConsumeQueue> dirty = new ConcurrentLinkedQueue<>();
    private volatile long logicTimestamp;

    void markDirty(ConsumeQueue queue) {
        dirty.add(queue);
    }

    /** Those that are dirty now, not those that become so meanwhile: under load that would never end. */
    List<ConsumeQueue> takeDirty() {
        List<ConsumeQueue> taken = new ArrayList<>();
        for (ConsumeQueue queue = dirty.poll(); queue != null; queue = dirty.poll()) {
            taken.add(queue);
        }
        return taken;
    }

    int dirtyCount() {
        return dirty.size();
    }

    void reached(long storeTimestamp) {
        if (storeTimestamp != logicTimestamp) {
            logicTimestamp = storeTimestamp;
        }
    }

    long logicTimestamp() {
        return logicTimestamp;
    }
}
