package org.apache.rocketmq.client.common;

import java.util.concurrent.ThreadLocalRandom;

/** A round-robin counter per thread, so that senders never contend. Each thread starts at a random place. Thread-safe. */
public class ThreadLocalIndex {
    private final ThreadLocal<int[]> counter =
            ThreadLocal.withInitial(() -> new int[] {ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)});

    public ThreadLocalIndex() {}

    /** The next index of the calling thread: never negative, wraps to 0. */
    public int incrementAndGet() {
        int[] mine = counter.get();
        mine[0]++;
        return mine[0] & Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        return "ThreadLocalIndex{threadLocalIndex=" + counter.get()[0] + "}";
    }
}
