package org.apache.rocketmq.store.log;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Finds the {@link QueueState} of a queue without making a key object: by topic, then by queue id as an array index.
 *
 * <p>Thread-safe. States of unknown queues are made with next offset 0.
 */
final class QueueTable {
    /** Queue ids above this (possible from odd clients) live in a map, so that one message cannot demand a huge array. */
    private static final int MAX_ARRAY = 4096;

    private final Map<String, Topic> topics = new ConcurrentHashMap<>();

    QueueState get(String topic, int queueId) {
        Topic found = topics.get(topic);
        if (found == null) {
            found = topics.computeIfAbsent(topic, Topic::new);
        }
        return found.queue(queueId);
    }

    /** Forgets a topic. The caller holds the append lock. */
    void remove(String topic) {
        Topic removed = topics.remove(topic);
        if (removed != null) {
            removed.retire();
        }
    }

    private static final class Topic {
        private final String name;
        private final byte[] utf8;
        private final Map<Integer, QueueState> sparse = new ConcurrentHashMap<>();
        private volatile AtomicReferenceArray<QueueState> dense = new AtomicReferenceArray<>(8);
        private boolean retired;

        Topic(String name) {
            this.name = name;
            this.utf8 = name.getBytes(StandardCharsets.UTF_8);
        }

        QueueState queue(int queueId) {
            AtomicReferenceArray<QueueState> array = dense;
            QueueState state = queueId >= 0 && queueId < array.length() ? array.get(queueId) : sparse.get(queueId);
            return state != null ? state : create(queueId);
        }

        private synchronized QueueState create(int queueId) {
            if (queueId < 0 || queueId >= MAX_ARRAY) {
                return sparse.computeIfAbsent(queueId, id -> made(id));
            }
            AtomicReferenceArray<QueueState> array = dense;
            if (queueId >= array.length()) {
                int length = Integer.highestOneBit(queueId) * 2;
                AtomicReferenceArray<QueueState> larger = new AtomicReferenceArray<>(length);
                for (int i = 0; i < array.length(); i++) {
                    larger.set(i, array.get(i));
                }
                dense = array = larger;
            }
            QueueState state = array.get(queueId);
            if (state == null) {
                state = made(queueId);
                array.set(queueId, state);
            }
            return state;
        }

        private QueueState made(int queueId) {
            QueueState state = new QueueState(name, utf8, queueId, 0);
            state.retired = retired;
            return state;
        }

        private synchronized void retire() {
            retired = true;
            sparse.values().forEach(state -> state.retired = true);
            for (int i = 0; i < dense.length(); i++) {
                QueueState state = dense.get(i);
                if (state != null) {
                    state.retired = true;
                }
            }
        }
    }
}
