package org.apache.rocketmq.store.stats;

import java.util.concurrent.atomic.LongAdder;

/**
 * How long puts took: the coarse distribution and the percentiles of the runtime info. Two windows of a minute: one is
 * filled, the other, finished one is shown.
 *
 * <p>Thread-safe. Source: broker behaviour, runtime info of a broker.
 */
final class LatencyHistogram {
    private static final String[] COARSE_NAMES = {
        "[<=0ms]",
        "[0~10ms]",
        "[10~50ms]",
        "[50~100ms]",
        "[100~200ms]",
        "[200~500ms]",
        "[500ms~1s]",
        "[1~2s]",
        "[2~3s]",
        "[3~4s]",
        "[4~5s]",
        "[5~10s]",
        "[10s~]"
    };
    /** Upper bounds of the coarse classes, milliseconds, exclusive but for the first; the last class has none. */
    private static final int[] COARSE_LIMITS = {0, 10, 50, 100, 200, 500, 1000, 2000, 3000, 4000, 5000, 10000};

    /** Lower bounds of the fine classes. Below {@link #DIRECT} milliseconds the class is the time itself. */
    private static final int[] FINE_BOUNDS = fineBounds();

    private static final int DIRECT = 20;

    private final LongAdder[] coarse = adders(COARSE_NAMES.length);
    private final LongAdder[] fine = adders(FINE_BOUNDS.length);
    private long[] shownCoarse;
    private double shownP99;
    private double shownP999;

    void record(long millis) {
        coarse[coarseClass(millis)].increment();
        fine[fineClass(millis)].increment();
    }

    /** Ends the minute: what was counted is shown from now on. */
    synchronized void turn() {
        shownCoarse = new long[coarse.length];
        for (int i = 0; i < coarse.length; i++) {
            shownCoarse[i] = coarse[i].sumThenReset();
        }
        long[] counts = new long[fine.length];
        for (int i = 0; i < fine.length; i++) {
            counts[i] = fine[i].sumThenReset();
        }
        shownP99 = percentile(counts, 0.99);
        shownP999 = percentile(counts, 0.999);
    }

    /** The last full minute; null in the first one. */
    synchronized String distribution() {
        if (shownCoarse == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shownCoarse.length; i++) {
            text.append(COARSE_NAMES[i]).append(':').append(shownCoarse[i]).append(' ');
        }
        return text.toString();
    }

    synchronized double percentile99() {
        return shownP99;
    }

    synchronized double percentile999() {
        return shownP999;
    }

    static double percentile(long[] counts, double fraction) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        double wanted = total * fraction;
        double seen = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && seen + counts[i] >= wanted) {
                int lower = FINE_BOUNDS[i];
                int upper = i + 1 < FINE_BOUNDS.length ? FINE_BOUNDS[i + 1] : lower + 1000;
                return lower + (upper - lower) * (wanted - seen) / counts[i];
            }
            seen += counts[i];
        }
        return 0;
    }

    private static int coarseClass(long millis) {
        if (millis <= 0) {
            return 0;
        }
        int i = 1;
        while (i < COARSE_LIMITS.length && millis >= COARSE_LIMITS[i]) {
            i++;
        }
        return i;
    }

    private static int fineClass(long millis) {
        if (millis < DIRECT) {
            return (int) Math.max(0, millis);
        }
        int i = DIRECT;
        while (i + 1 < FINE_BOUNDS.length && millis >= FINE_BOUNDS[i + 1]) {
            i++;
        }
        return i;
    }

    private static int[] fineBounds() {
        // 1 ms to 20, 2 ms to 50, 5 ms to 100, 10 ms to 200, 50 ms to 500, 100 ms to 1 s, 1 s to 10 s
        int[][] steps = {{20, 1}, {50, 2}, {100, 5}, {200, 10}, {500, 50}, {1000, 100}, {10000, 1000}};
        int[] bounds = new int[20 + 15 + 10 + 10 + 6 + 5 + 9 + 1];
        int at = 0;
        int bound = 0;
        for (int[] step : steps) {
            for (; bound < step[0]; bound += step[1]) {
                bounds[at++] = bound;
            }
        }
        bounds[at] = bound;
        return bounds;
    }

    private static LongAdder[] adders(int count) {
        LongAdder[] adders = new LongAdder[count];
        for (int i = 0; i < count; i++) {
            adders[i] = new LongAdder();
        }
        return adders;
    }
}
