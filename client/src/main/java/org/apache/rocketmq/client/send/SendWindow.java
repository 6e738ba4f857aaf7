package org.apache.rocketmq.client.send;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How many asynchronous sends may be in flight at once. Thread-safe.
 *
 * <p>A sender that meets a full window naps and looks again. Leaving wakes nobody: that would cost a system call per
 * message, while a window of thousands does not run dry within one nap.
 */
final class SendWindow {
    private static final long NAP_NANOS = 100_000;

    private final int limit;
    private final AtomicInteger inFlight = new AtomicInteger();

    SendWindow(int limit) {
        this.limit = limit;
    }

    /** Takes a place, waiting for one if need be; false when there was none in time or the thread is interrupted. */
    boolean enter(long timeoutMillis) {
        if (tryEnter()) {
            return true;
        }
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (System.nanoTime() < deadlineNanos && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, NAP_NANOS);
            if (tryEnter()) {
                return true;
            }
        }
        return false;
    }

    private boolean tryEnter() {
        if (inFlight.incrementAndGet() <= limit) {
            return true;
        }
        inFlight.decrementAndGet();
        return false;
    }

    /** Gives a place back. */
    void leave() {
        inFlight.decrementAndGet();
    }
}
