package org.apache.rocketmq.broker.delay;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.store.ArrivalListener;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.delay.DelayLevels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers delayed messages when they are due: takes them out of the schedule topic, one queue per level, and stores them in
 * the topic they were sent to.
 *
 * <p>Owns the thread "DeliverDelayed", which serves the levels in turn and sleeps until the next message is due; an arrival in
 * a level that was empty wakes it. {@link #start} and {@link #stop} may alternate with the role of the broker: a slave does
 * not deliver. Source: store format, delayed messages.
 */
public final class DelayedDelivery implements ArrivalListener {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    static final String TOPIC = TopicValidator.RMQ_SYS_SCHEDULE_TOPIC;

    /** The longest sleep: so late at most does delivery notice that the wall clock was moved. */
    private static final long LONGEST_SLEEP_MILLIS = 1_000;

    private final MessageStore store;
    private final DelayOffsets offsets;
    private final LongSupplier clockMillis;
    private final DelayLevel[] levels;
    private volatile boolean running;
    /** Set when a level may have something to do; cleared by the thread before it looks. */
    private volatile boolean news;

    private volatile Thread thread;

    public DelayedDelivery(
            MessageStore store,
            InternalPut internalPut,
            DelayLevels table,
            DelayOffsets offsets,
            BrokerStats stats,
            MessageStoreConfig config,
            LongSupplier clockMillis) {
        this.store = store;
        this.offsets = offsets;
        this.clockMillis = clockMillis;
        this.levels = new DelayLevel[table.highest()];
        for (int level = 1; level <= levels.length; level++) {
            levels[level - 1] = new DelayLevel(
                    level,
                    table.delayMillis(level),
                    store,
                    internalPut,
                    offsets,
                    config.isEnableScheduleMessageStats() ? stats : null,
                    this::wake);
        }
    }

    /** Goes on where delivery stopped. The store must be open. */
    public synchronized void start() {
        if (running) {
            return;
        }
        for (DelayLevel level : levels) {
            level.resume();
        }
        running = true;
        thread = new Thread(this::run, "DeliverDelayed");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends delivery and writes the progress. Harmless when it was not started. */
    public synchronized void stop() {
        if (!running) {
            return;
        }
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        offsets.persist();
    }

    /** Writes the progress, unless this broker does not deliver: then the file is a copy of the master's. */
    public void persist() {
        if (running) {
            offsets.persist();
        }
    }

    @Override
    public void onArrival(
            String topic,
            int queueId,
            long queueOffset,
            long tagsCode,
            long storeTimestamp,
            byte[] bitmap,
            byte[] properties) {
        if (topic.equals(TOPIC) && queueId < levels.length && levels[queueId].arrived()) {
            wake();
        }
    }

    @Override
    public boolean needsProperties(String topic, int queueId) {
        return false;
    }

    /** Adds {@code scheduleMessageOffset_<level>} = {@code <delivered>,<max>} for every level that has progress. */
    public void describe(Map<String, String> table) {
        offsets.all()
                .forEach((level, offset) ->
                        table.put("scheduleMessageOffset_" + level, offset + "," + store.maxOffset(TOPIC, level - 1)));
    }

    private void wake() {
        news = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (running) {
            news = false;
            long now = clockMillis.getAsLong();
            long next = Long.MAX_VALUE;
            for (DelayLevel level : levels) {
                next = Math.min(next, turn(level, now));
            }
            long sleepMillis = Math.min(next - clockMillis.getAsLong(), LONGEST_SLEEP_MILLIS);
            if (sleepMillis > 0 && !news && running) {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(sleepMillis));
            }
        }
    }

    private long turn(DelayLevel level, long now) {
        try {
            return level.turn(now);
        } catch (RuntimeException e) {
            log.error("delivery of {} goes on in {} ms", level, DelayLevel.PAUSE_AFTER_ERROR_MILLIS, e);
            return level.pause(now + DelayLevel.PAUSE_AFTER_ERROR_MILLIS);
        }
    }
}
