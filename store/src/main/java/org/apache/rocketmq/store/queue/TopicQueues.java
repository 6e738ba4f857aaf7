package org.apache.rocketmq.store.queue;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The queues of one topic, found by id without hashing where ids are small. Thread-safe. */
final class TopicQueues {
    private static final int MAX_DIRECT = 1024;

    /** By queue id; replaced when something changes. Guarded by this for writing. */
    private volatile ConsumeQueue[] direct = new ConsumeQueue[0];
    /** Queues with ids from {@link #MAX_DIRECT} on. */
    private final ConcurrentHashMap<Integer, ConsumeQueue> others = new ConcurrentHashMap<>();

    ConsumeQueue get(int queueId) {
        ConsumeQueue[] now = direct;
        if (queueId >= 0 && queueId < now.length) {
            return now[queueId];
        }
        return queueId < MAX_DIRECT ? null : others.get(queueId);
    }

    synchronized void put(ConsumeQueue queue) {
        int queueId = queue.queueId();
        if (queueId >= MAX_DIRECT) {
            others.put(queueId, queue);
            return;
        }
        ConsumeQueue[] more = Arrays.copyOf(direct, Math.max(direct.length, queueId + 1));
        more[queueId] = queue;
        direct = more;
    }

    synchronized ConsumeQueue remove(int queueId) {
        if (queueId >= MAX_DIRECT) {
            return others.remove(queueId);
        }
        ConsumeQueue removed = get(queueId);
        if (removed != null) {
            ConsumeQueue[] fewer = direct.clone();
            fewer[queueId] = null;
            direct = fewer;
        }
        return removed;
    }

    synchronized boolean isEmpty() {
        return others.isEmpty() && Arrays.stream(direct).allMatch(queue -> queue == null);
    }

    void forEach(Consumer<ConsumeQueue> action) {
        for (ConsumeQueue queue : direct) {
            if (queue != null) {
                action.accept(queue);
            }
        }
        others.values().forEach(action);
    }
}
