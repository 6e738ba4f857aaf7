package org.apache.rocketmq.broker.stats;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Samples the counters and writes them to the stats log, on the broker's timer. */
public final class StatsTimer {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.ROCKETMQ_STATS_LOGGER_NAME);

    private final BrokerStats stats;
    private final LongSupplier clockMillis;

    public StatsTimer(BrokerStats stats, LongSupplier clockMillis) {
        this.stats = stats;
        this.clockMillis = clockMillis;
    }

    /** Puts all its tasks on the timer, which ends them when it is shut down. */
    public void start(ScheduledExecutorService timer) {
        every(timer, 0, Counter.MINUTE_STEP_MILLIS, () -> sample(Counter::sampleMinute));
        every(timer, 0, Counter.HOUR_STEP_MILLIS, () -> sample(Counter::sampleHour));
        every(timer, 0, Counter.DAY_STEP_MILLIS, () -> sample(Counter::sampleDay));
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        long toMinute = untilNext(
                now, now.truncatedTo(java.time.temporal.ChronoUnit.MINUTES).plusMinutes(1));
        long toHour = untilNext(
                now, now.truncatedTo(java.time.temporal.ChronoUnit.HOURS).plusHours(1));
        long toMidnight =
                untilNext(now, LocalDate.now(now.getZone()).plusDays(1).atStartOfDay(now.getZone()));
        every(timer, toMinute, TimeUnit.MINUTES.toMillis(1), () -> write("Minute", Counter::lastMinute));
        every(timer, toHour, TimeUnit.HOURS.toMillis(1), () -> write("Hour", Counter::lastHour));
        every(timer, toMidnight, TimeUnit.DAYS.toMillis(1), this::midnight);
    }

    private static long untilNext(ZonedDateTime now, ZonedDateTime next) {
        return Duration.between(now, next).toMillis();
    }

    private static void every(ScheduledExecutorService timer, long delayMillis, long periodMillis, Runnable task) {
        timer.scheduleAtFixedRate(task, delayMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    private interface Sampling {
        void sample(Counter counter, long nowMillis);
    }

    private void sample(Sampling sampling) {
        long now = clockMillis.getAsLong();
        for (CounterSet set : stats.sets()) {
            set.all().values().forEach(counter -> sampling.sample(counter, now));
        }
    }

    private void midnight() {
        stats.daily().midnight(stats.putTotal(), stats.getTotal());
        write("Day", Counter::lastDay);
    }

    private void write(String window, Function<Counter, StatsSnapshot> snapshotOf) {
        for (CounterSet set : stats.sets()) {
            boolean latency = set.name().equals(BrokerStats.GROUP_GET_LATENCY);
            set.all().forEach((key, counter) -> {
                StatsSnapshot snapshot = snapshotOf.apply(counter);
                String figures = latency
                        ? String.format(
                                Locale.ROOT, "TIMES: %d AVGRT: %.2f", snapshot.times(), snapshot.averagePerTime())
                        : String.format(
                                Locale.ROOT,
                                "SUM: %d TPS: %.2f AVGPT: %.2f",
                                snapshot.sum(),
                                snapshot.tps(),
                                snapshot.averagePerTime());
                log.info("[{}] [{}] Stats In One {}, {}", set.name(), key, window, figures);
            });
        }
    }
}
