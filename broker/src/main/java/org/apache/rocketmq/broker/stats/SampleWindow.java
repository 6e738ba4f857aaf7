package org.apache.rocketmq.broker.stats;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The last samples of a growing counter and what happened between the first and the last of them. Guarded by its monitor.
 * Source: broker specification, stats.
 */
final class SampleWindow {
    private record Sample(long timestampMillis, long sum, long times) {}

    private final int keep;
    private final Deque<Sample> samples;

    /** @param keep samples that are kept: one more than intervals in the window */
    SampleWindow(int keep, long intervalMillis, long nowMillis) {
        this.keep = keep;
        this.samples = new ArrayDeque<>(keep);
        // A new counter was zero one interval ago, so that its first sample already shows something.
        samples.add(new Sample(nowMillis - intervalMillis, 0, 0));
    }

    synchronized void sample(long nowMillis, long sum, long times) {
        samples.addLast(new Sample(nowMillis, sum, times));
        while (samples.size() > keep) {
            samples.removeFirst();
        }
    }

    synchronized StatsSnapshot snapshot() {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        long sum = last.sum - first.sum;
        long times = last.times - first.times;
        long spanMillis = last.timestampMillis - first.timestampMillis;
        double tps = spanMillis > 0 ? sum * 1000.0 / spanMillis : 0;
        return new StatsSnapshot(sum, tps, times > 0 ? (double) sum / times : 0, times);
    }
}
