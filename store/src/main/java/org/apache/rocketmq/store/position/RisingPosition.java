package org.apache.rocketmq.store.position;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * A log offset that only rises (save for {@link #reset} before anyone waits), and those who wait until it reaches theirs.
 *
 * <p>Thread-safe. Futures complete in the order of their offsets, outside the lock, on the thread that raises the position
 * or that finds them expired.
 */
public final class RisingPosition {
    /** One wait. {@code deadlineMillis} is of the same clock as the one passed to {@link #expire}. */
    private record Waiter(long offset, long deadlineMillis, CompletableFuture<Boolean> future) {}

    private final Object lock = new Object();
    /** Guarded by {@link #lock}; bounded by the number of requests in flight. */
    private final PriorityQueue<Waiter> waiters = new PriorityQueue<>(Comparator.comparingLong(Waiter::offset));

    private volatile long value;
    /** Read without the lock to keep a raise without waiters cheap; re-checked by every waiter after it is set. */
    private volatile int waiting;

    public RisingPosition(long initial) {
        value = initial;
    }

    public long get() {
        return value;
    }

    /** Sets the position where recovery found it. Not for use while others wait. */
    public void reset(long offset) {
        synchronized (lock) {
            value = offset;
        }
    }

    /** Raises the position; a smaller offset is ignored. Returns how many waits ended. */
    public int advanceTo(long offset) {
        List<Waiter> reached;
        synchronized (lock) {
            if (offset > value) {
                value = offset;
            }
            if (waiting == 0) {
                return 0;
            }
            reached = new ArrayList<>();
            for (Waiter next = waiters.peek(); next != null && next.offset <= value; next = waiters.peek()) {
                reached.add(waiters.poll());
            }
            waiting = waiters.size();
        }
        for (Waiter waiter : reached) {
            waiter.future.complete(true);
        }
        return reached.size();
    }

    /**
     * Completes with true when the position reaches {@code offset}, with false when {@link #expire} finds the deadline passed
     * or {@link #giveUp} is called before.
     */
    public CompletableFuture<Boolean> whenReached(long offset, long deadlineMillis) {
        CompletableFuture<Boolean> future = new CompletableFuture<>();
        synchronized (lock) {
            if (value < offset) {
                waiters.add(new Waiter(offset, deadlineMillis, future));
                waiting = waiters.size();
                return future;
            }
        }
        future.complete(true);
        return future;
    }

    /** Answers false to everyone whose deadline has passed. Cheap when nobody waits. */
    public void expire(long nowMillis) {
        if (waiting > 0) {
            refuse(nowMillis);
        }
    }

    /** Answers false to everyone. */
    public void giveUp() {
        refuse(Long.MAX_VALUE);
    }

    /** How many wait at the moment. */
    public int waiting() {
        return waiting;
    }

    private void refuse(long nowMillis) {
        List<Waiter> expired = new ArrayList<>();
        synchronized (lock) {
            waiters.removeIf(waiter -> waiter.deadlineMillis <= nowMillis && expired.add(waiter));
            waiting = waiters.size();
        }
        expired.sort(waiters.comparator());
        for (Waiter waiter : expired) {
            waiter.future.complete(false);
        }
    }
}
