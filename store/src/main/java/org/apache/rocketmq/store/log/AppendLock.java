package org.apache.rocketmq.store.log;

import java.util.concurrent.locks.ReentrantLock;

/**
 * The one lock of all appends, which remembers since when it is held so that others can tell a stalled disk.
 *
 * <p>Thread-safe. It is held for hundreds of nanoseconds, so a contender spins a little before it parks.
 */
public final class AppendLock {
    /** A held time beyond this is the clock's fault. Source: store specification, append lock. */
    private static final long IMPLAUSIBLE_MILLIS = 10_000_000;

    private static final int SPINS = 64;

    private final ReentrantLock lock = new ReentrantLock();
    /** Time of the clock when the holder entered; 0 when free. Written by the holder only. */
    private volatile long heldSinceMillis;

    public void lock() {
        for (int i = 0; i < SPINS; i++) {
            if (lock.tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        lock.lock();
    }

    /** Says when the holder entered; called once by the holder, which has read the clock anyway. */
    void entered(long nowMillis) {
        heldSinceMillis = nowMillis;
    }

    public void unlock() {
        heldSinceMillis = 0;
        lock.unlock();
    }

    /** Milliseconds for which the current holder has it; 0 when free. */
    public long heldMillis(long nowMillis) {
        long since = heldSinceMillis;
        if (since <= 0) {
            return 0;
        }
        long held = nowMillis - since;
        return held > 0 && held < IMPLAUSIBLE_MILLIS ? held : 0;
    }
}
