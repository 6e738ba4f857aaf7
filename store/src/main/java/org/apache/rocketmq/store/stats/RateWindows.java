package org.apache.rocketmq.store.stats;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The rate of a counter over the last 10, 60 and 600 seconds, from samples taken every second.
 *
 * <p>Thread-safe. Keeps 601 samples.
 */
final class RateWindows {
    private static final int KEPT = 601;

    private record Sample(long timeMillis, long count) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    synchronized void sample(long nowMillis, long count) {
        samples.addLast(new Sample(nowMillis, count));
        if (samples.size() > KEPT) {
            samples.removeFirst();
        }
    }

    /** {@code <10s> <60s> <600s>}: a window that is not full yet is the empty string, but for the first one. */
    synchronized String text() {
        return first() + " " + window(60) + " " + window(600);
    }

    private String first() {
        String full = window(10);
        // A young store shows the rate since its first sample.
        return full.isEmpty() ? Double.toString(rateOfLast(samples.size())) : full;
    }

    private String window(int seconds) {
        return samples.size() > seconds ? Double.toString(rateOfLast(seconds + 1)) : "";
    }

    private double rateOfLast(int count) {
        if (count < 2) {
            return 0.0;
        }
        Sample last = samples.peekLast();
        Sample begin = samples.stream().skip(samples.size() - count).findFirst().orElse(last);
        long millis = last.timeMillis - begin.timeMillis;
        return millis <= 0 ? 0.0 : (last.count - begin.count) * 1000.0 / millis;
    }
}
