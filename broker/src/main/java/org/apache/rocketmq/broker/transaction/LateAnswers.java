package org.apache.rocketmq.broker.transaction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Half messages that were finished after they had been put back: their op record names the first copy, which the questions
 * have passed. Remembered so that the later copy, which names the first one too, is not asked about. Forgets the oldest beyond
 * its bound, and everything at a restart; then the producer is asked once too often. Confined to the asking thread.
 */
final class LateAnswers {
    private static final int BOUND = 10_000;

    private record Half(int queueId, long offset) {}

    private final Set<Half> halves = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Half, Boolean> eldest) {
            return size() > BOUND;
        }
    });

    void add(int queueId, long halfOffset) {
        halves.add(new Half(queueId, halfOffset));
    }

    boolean take(int queueId, long halfOffset) {
        return halves.remove(new Half(queueId, halfOffset));
    }
}
