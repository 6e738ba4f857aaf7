package org.apache.rocketmq.store.stats;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts puts and reads for the runtime info of the broker.
 *
 * <p>Thread-safe: counters are striped and merged when read. Source: broker behaviour, runtime info.
 */
public final class StoreStatistics {
    private static final long MINUTE_MILLIS = 60_000;

    private final long bootMillis;
    private final LongAdder putTimes = new LongAdder();
    private final LongAdder putFailed = new LongAdder();
    private final LongAdder putBytes = new LongAdder();
    private final LongAdder getFound = new LongAdder();
    private final LongAdder getMiss = new LongAdder();
    private final LongAdder getTransferred = new LongAdder();
    private final LongAccumulator putMaxMillis = new LongAccumulator(Math::max, 0);
    private final LongAccumulator getMaxMillis = new LongAccumulator(Math::max, 0);
    private final LatencyHistogram latency = new LatencyHistogram();
    private final RateWindows putRate = new RateWindows();
    private final RateWindows foundRate = new RateWindows();
    private final RateWindows missRate = new RateWindows();
    private final RateWindows transferredRate = new RateWindows();
    /** Confined to the sampling thread. */
    private long minuteEndMillis;

    public StoreStatistics(long bootMillis) {
        this.bootMillis = bootMillis;
        this.minuteEndMillis = bootMillis + MINUTE_MILLIS;
    }

    public void countPut(int messages, long bytes, long millis) {
        putTimes.add(messages);
        putBytes.add(bytes);
        countPutTime(millis);
    }

    public void countFailedPut() {
        putFailed.increment();
    }

    public void countRead(int messages, long millis) {
        if (messages > 0) {
            getFound.increment();
            getTransferred.add(messages);
        } else {
            getMiss.increment();
        }
        if (millis > getMaxMillis.get()) {
            getMaxMillis.accumulate(millis);
        }
    }

    private void countPutTime(long millis) {
        latency.record(millis);
        if (millis > putMaxMillis.get()) {
            putMaxMillis.accumulate(millis);
        }
    }

    /** Called once a second, always on the same thread. */
    public void sample(long nowMillis) {
        putRate.sample(nowMillis, putTimes.sum());
        foundRate.sample(nowMillis, getFound.sum());
        missRate.sample(nowMillis, getMiss.sum());
        transferredRate.sample(nowMillis, getTransferred.sum());
        if (nowMillis >= minuteEndMillis) {
            latency.turn();
            minuteEndMillis = nowMillis + MINUTE_MILLIS;
        }
    }

    /** Adds the names and values to {@code table}. */
    public void describe(Map<String, String> table, long nowMillis) {
        // 4.9 quirk: a store without puts says 1, so that the average can be computed.
        long times = Math.max(1, putTimes.sum());
        table.put("bootTimestamp", Long.toString(bootMillis));
        table.put("runtime", runtime(nowMillis - bootMillis));
        table.put("putMessageTimesTotal", Long.toString(times));
        table.put("putMessageFailedTimes", Long.toString(putFailed.sum()));
        table.put("putMessageSizeTotal", Long.toString(putBytes.sum()));
        table.put("putMessageAverageSize", Double.toString((double) putBytes.sum() / times));
        table.put("putMessageEntireTimeMax", Long.toString(putMaxMillis.get()));
        table.put("getMessageEntireTimeMax", Long.toString(getMaxMillis.get()));
        table.put("putMessageDistributeTime", String.valueOf(latency.distribution()));
        table.put("putLatency99", String.format(Locale.ROOT, "%.2f", latency.percentile99()));
        table.put("putLatency999", String.format(Locale.ROOT, "%.2f", latency.percentile999()));
        table.put("putTps", putRate.text());
        table.put("getFoundTps", foundRate.text());
        table.put("getMissTps", missRate.text());
        table.put("getTransferedTps", transferredRate.text());
        table.put("getTotalTps", total(foundRate.text(), missRate.text()));
    }

    /** Found plus missed, window by window. */
    private static String total(String found, String miss) {
        String[] left = found.split(" ", -1);
        String[] right = miss.split(" ", -1);
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < left.length; i++) {
            sum.append(i == 0 ? "" : " ").append(number(left[i]) + number(right[i]));
        }
        return sum.toString();
    }

    private static double number(String text) {
        return text.isEmpty() ? 0.0 : Double.parseDouble(text);
    }

    private static String runtime(long millis) {
        long seconds = millis / 1000;
        return new MessageFormat("[ {0} days, {1} hours, {2} minutes, {3} seconds ]", Locale.ROOT)
                .format(new Object[] {seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60});
    }
}
