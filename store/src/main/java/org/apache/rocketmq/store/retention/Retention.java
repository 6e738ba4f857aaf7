package org.apache.rocketmq.store.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.index.KeyIndex;
import org.apache.rocketmq.store.log.CommitLog;
import org.apache.rocketmq.store.queue.ConsumeQueue;
import org.apache.rocketmq.store.queue.ConsumeQueues;
import org.apache.rocketmq.store.segment.MappedSegment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes expired segments of the log, then the parts of queues and index that point only to them.
 *
 * <p>{@link #clean} is confined to the maintenance thread; {@link #arm} is thread-safe. Source: store specification,
 * cleaning.
 */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final int FILES_PER_ROUND = 10;
    private static final int MANUAL_ROUNDS = 20;

    private final CommitLog log;
    private final ConsumeQueues queues;
    private final KeyIndex index;
    private final MessageStoreConfig config;
    private final DiskWatch disk;
    private final LongSupplier clockMillis;
    private final AtomicInteger manualRounds = new AtomicInteger();
    private long lastLogMin;
    private volatile boolean stopped;

    public Retention(
            CommitLog log,
            ConsumeQueues queues,
            KeyIndex index,
            MessageStoreConfig config,
            DiskWatch disk,
            LongSupplier clockMillis) {
        this.log = log;
        this.queues = queues;
        this.index = index;
        this.config = config;
        this.disk = disk;
        this.clockMillis = clockMillis;
        this.lastLogMin = Math.max(0, log.minOffset());
    }

    /** The next rounds delete expired segments whatever the hour. */
    public void arm() {
        manualRounds.set(MANUAL_ROUNDS);
    }

    /** Ends pauses between files early. */
    public void stop() {
        stopped = true;
    }

    /** One round: log first, then the views. */
    public void clean() throws InterruptedException {
        disk.check();
        String reason = reason();
        if (reason != null) {
            cleanLog(reason);
        }
        log.files().sweepLingering(config.getDestroyMapedFileIntervalForcibly());
        cleanViews();
    }

    /** Why this round deletes; null when it does not. */
    private String reason() {
        int hour = Instant.ofEpochMilli(clockMillis.getAsLong())
                .atZone(ZoneId.systemDefault())
                .getHour();
        if (DeletionHours.contains(config.getDeleteWhen(), hour)) {
            return "the hour is in deleteWhen=" + config.getDeleteWhen();
        }
        if (disk.usedMoreThan(maxUsedRatio())) {
            return "disk usage is above diskMaxUsedSpaceRatio=" + config.getDiskMaxUsedSpaceRatio();
        }
        if (manualRounds.get() > 0) {
            manualRounds.decrementAndGet();
            return "an operator asked for it";
        }
        return null;
    }

    private double maxUsedRatio() {
        return Math.max(10, Math.min(95, config.getDiskMaxUsedSpaceRatio())) / 100.0;
    }

    private void cleanLog(String reason) throws InterruptedException {
        boolean whateverAge = config.isCleanFileForciblyEnable() && disk.deletesWhateverAge();
        for (int i = 0; i < FILES_PER_ROUND && !stopped; i++) {
            MappedSegment oldest = log.files().first();
            if (oldest == null || log.files().deleteOldest(segment -> whateverAge || expired(segment), 1) == 0) {
                return;
            }
            LOG.info(
                    "deleted {}: {}, {}",
                    oldest.path(),
                    reason,
                    whateverAge
                            ? "and the disk is so full that age does not count"
                            : "older than fileReservedTime=" + config.getFileReservedTime() + " hours");
            pause(config.getDeleteCommitLogFilesInterval());
        }
    }

    private boolean expired(MappedSegment segment) {
        long keptMillis = TimeUnit.HOURS.toMillis(config.getFileReservedTime());
        return segment.lastModifiedMillis() + keptMillis <= clockMillis.getAsLong();
    }

    private void cleanViews() throws InterruptedException {
        long min = log.minOffset();
        if (min > lastLogMin) {
            List<ConsumeQueue> all = new ArrayList<>();
            queues.forEach(all::add);
            for (ConsumeQueue queue : all) {
                if (queue.deleteExpired(min, Integer.MAX_VALUE) > 0) {
                    pause(config.getDeleteConsumeQueueFilesInterval());
                }
            }
            index.deleteExpired(min);
            lastLogMin = min;
        }
        queues.sweepLingering(config.getDestroyMapedFileIntervalForcibly());
    }

    private void pause(long millis) throws InterruptedException {
        if (millis > 0 && !stopped) {
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    }
}
