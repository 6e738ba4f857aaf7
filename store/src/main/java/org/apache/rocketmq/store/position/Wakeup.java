package org.apache.rocketmq.store.position;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Wakes one worker thread that waits for work. A signal costs a volatile read while the worker is busy.
 *
 * <p>Thread-safe for {@link #signal}; {@link #await} belongs to the worker. The worker re-checks for work after it has
 * said that it sleeps, so no signal is lost: signal only after the work can be seen.
 */
public final class Wakeup {
    /** Tries before sleeping; each gives the processor to the thread that may bring the next piece of work. */
    private static final int YIELDS = 32;

    private volatile Thread sleeper;

    /** Says that there is work. */
    public void signal() {
        Thread thread = sleeper;
        if (thread != null) {
            sleeper = null;
            LockSupport.unpark(thread);
        }
    }

    /** Returns when there is work or the time is over, whichever is first; may return early. */
    public void await(BooleanSupplier hasWork, long nanos) {
        for (int i = 0; i < YIELDS; i++) {
            if (hasWork.getAsBoolean()) {
                return;
            }
            Thread.yield();
        }
        sleeper = Thread.currentThread();
        try {
            if (!hasWork.getAsBoolean()) {
                LockSupport.parkNanos(this, nanos);
            }
        } finally {
            sleeper = null;
        }
    }
}
