package org.apache.rocketmq.client.stat;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Sums over a sliding window, in slots of equal length; the slot being filled counts. Thread-safe: adding is two atomic
 * additions, a lock is taken only when a slot begins.
 */
final class WindowedCount {
    private final int slots;
    private final long slotMillis;
    private final AtomicLongArray epochs;
    private final AtomicLongArray sums;
    private final AtomicLongArray times;

    WindowedCount(int slots, long slotMillis) {
        this.slots = slots;
        this.slotMillis = slotMillis;
        this.epochs = new AtomicLongArray(slots);
        this.sums = new AtomicLongArray(slots);
        this.times = new AtomicLongArray(slots);
    }

    void add(long nowMillis, long value, long occurrences) {
        long epoch = nowMillis / slotMillis;
        int slot = (int) (epoch % slots);
        if (epochs.get(slot) != epoch) {
            begin(slot, epoch);
        }
        sums.addAndGet(slot, value);
        times.addAndGet(slot, occurrences);
    }

    private synchronized void begin(int slot, long epoch) {
        if (epochs.get(slot) != epoch) {
            sums.set(slot, 0);
            times.set(slot, 0);
            epochs.set(slot, epoch);
        }
    }

    long sum(long nowMillis) {
        return total(sums, nowMillis);
    }

    long times(long nowMillis) {
        return total(times, nowMillis);
    }

    /** Sum divided by occurrences, 0 without any. */
    double mean(long nowMillis) {
        long occurrences = times(nowMillis);
        return occurrences == 0 ? 0 : (double) sum(nowMillis) / occurrences;
    }

    private long total(AtomicLongArray values, long nowMillis) {
        long newest = nowMillis / slotMillis;
        long total = 0;
        for (int slot = 0; slot < slots; slot++) {
            if (epochs.get(slot) > newest - slots) {
                total += values.get(slot);
            }
        }
        return total;
    }
}
