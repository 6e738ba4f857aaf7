package org.apache.rocketmq.client.consume;

import org.apache.rocketmq.common.message.MessageQueue;

/**
 * One queue that a lite pull consumer reads, from when it is assigned (or sought anew) until it is dropped. Thread-safe.
 */
public final class LiteQueue {
    private final ProcessQueue cache;
    private volatile long pullOffset;
    private volatile long consumeOffset;
    private volatile boolean paused;

    /** @param offset where to begin; -1 where the group's stored offset says */
    LiteQueue(MessageQueue queue, long offset) {
        this.cache = new ProcessQueue(queue, offset, System.currentTimeMillis());
        this.pullOffset = offset;
        this.consumeOffset = offset;
    }

    public MessageQueue messageQueue() {
        return cache.messageQueue();
    }

    ProcessQueue cache() {
        return cache;
    }

    /** Where the next pull begins; -1 when that is still to be found out. */
    long pullOffset() {
        return pullOffset;
    }

    void pullOffset(long offset) {
        pullOffset = offset;
    }

    /** Behind what was polled; -1 when nothing was. */
    public long consumeOffset() {
        return consumeOffset;
    }

    void consumeOffset(long offset) {
        consumeOffset = offset;
    }

    boolean isPaused() {
        return paused;
    }

    void pause(boolean on) {
        paused = on;
    }

    boolean isDropped() {
        return cache.isDropped();
    }

    void drop() {
        cache.drop();
    }
}
