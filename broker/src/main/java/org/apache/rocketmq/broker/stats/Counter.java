package org.apache.rocketmq.broker.stats;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A cumulative counter with its minute, hour and day windows. Thread-safe; adding never blocks. */
public final class Counter {
    static final long MINUTE_STEP_MILLIS = TimeUnit.SECONDS.toMillis(10);
    static final long HOUR_STEP_MILLIS = TimeUnit.MINUTES.toMillis(10);
    static final long DAY_STEP_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final int MINUTE_SAMPLES = 7;
    private static final int HOUR_SAMPLES = 7;
    private static final int DAY_SAMPLES = 25;

    private final LongAdder sum = new LongAdder();
    private final LongAdder times = new LongAdder();
    private final SampleWindow minute;
    private final SampleWindow hour;
    private final SampleWindow day;

    Counter(long nowMillis) {
        minute = new SampleWindow(MINUTE_SAMPLES, MINUTE_STEP_MILLIS, nowMillis);
        hour = new SampleWindow(HOUR_SAMPLES, HOUR_STEP_MILLIS, nowMillis);
        day = new SampleWindow(DAY_SAMPLES, DAY_STEP_MILLIS, nowMillis);
    }

    void add(long value, long calls) {
        sum.add(value);
        if (calls != 0) {
            times.add(calls);
        }
    }

    /** What was added since the start of the broker. */
    public long total() {
        return sum.sum();
    }

    void sampleMinute(long nowMillis) {
        minute.sample(nowMillis, sum.sum(), times.sum());
    }

    void sampleHour(long nowMillis) {
        hour.sample(nowMillis, sum.sum(), times.sum());
    }

    void sampleDay(long nowMillis) {
        day.sample(nowMillis, sum.sum(), times.sum());
    }

    public StatsSnapshot lastMinute() {
        return minute.snapshot();
    }

    public StatsSnapshot lastHour() {
        return hour.snapshot();
    }

    public StatsSnapshot lastDay() {
        return day.snapshot();
    }
}
