package org.apache.rocketmq.common;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/** A count-down latch that can be set back to its first count. Thread-safe. */
public class CountDownLatch2 {
    private final Count count;

    public CountDownLatch2(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count < 0: " + count);
        }
        this.count = new Count(count);
    }

    public void await() throws InterruptedException {
        count.acquireSharedInterruptibly(1);
    }

    /** Waits for zero; false if the time ran out first. */
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        return count.tryAcquireSharedNanos(1, unit.toNanos(timeout));
    }

    public void countDown() {
        count.releaseShared(1);
    }

    public long getCount() {
        return count.left();
    }

    public void reset() {
        count.reset();
    }

    private static final class Count extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1L;

        private final int start;

        Count(int start) {
            this.start = start;
            setState(start);
        }

        int left() {
            return getState();
        }

        void reset() {
            setState(start);
        }

        @Override
        protected int tryAcquireShared(int ignored) {
            return getState() == 0 ? 1 : -1;
        }

        @Override
        protected boolean tryReleaseShared(int ignored) {
            int seen;
            do {
                seen = getState();
                if (seen == 0) {
                    return false;
                }
            } while (!compareAndSetState(seen, seen - 1));
            return seen == 1;
        }
    }
}
