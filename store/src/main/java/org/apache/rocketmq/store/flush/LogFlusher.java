package org.apache.rocketmq.store.flush;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.rocketmq.store.config.FlushDiskType;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.health.StoreHealth;
import org.apache.rocketmq.store.health.StoreHealth.Fault;
import org.apache.rocketmq.store.log.CommitLog;
import org.apache.rocketmq.store.position.RisingPosition;
import org.apache.rocketmq.store.position.Wakeup;
import org.apache.rocketmq.store.recovery.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forces the log to disk and raises the flushed position.
 *
 * <p>Under SYNC_FLUSH it flushes as soon as there is anything: what is appended while one flush runs shares the next one.
 * Under ASYNC_FLUSH it flushes by interval and number of dirty pages.
 *
 * <p>Owns the thread "FlushCommitLog". Thread-safe. Source: store specification, flushing.
 */
public final class LogFlusher {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final int PAGE_BYTES = 4096;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Gathering may take this part of the time of a flush. */
    private static final int GATHER_SHARE = 6;

    private static final long MAX_GATHER_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final CommitLog log;
    private final MessageStoreConfig config;
    private final RisingPosition flushed;
    private final Checkpoint checkpoint;
    private final StoreHealth health;
    private final LongSupplier clockMillis;
    private final Runnable flushedFurther;
    private final boolean sync;
    private final Wakeup wakeup = new Wakeup();
    private volatile boolean running;
    private Thread thread;
    /** How long the last flush took and how many waits it ended. Confined to the flusher thread while it runs. */
    private long flushNanos;

    private int lastCompleted;
    /** When everything was flushed last. Confined to whoever flushes, one at a time. */
    private long thoroughMillis;

    /**
     * @param flushed raised by this class only
     * @param flushedFurther called after the position rose; must not block
     */
    public LogFlusher(
            CommitLog log,
            MessageStoreConfig config,
            RisingPosition flushed,
            Checkpoint checkpoint,
            StoreHealth health,
            LongSupplier clockMillis,
            Runnable flushedFurther) {
        this.log = log;
        this.config = config;
        this.flushed = flushed;
        this.checkpoint = checkpoint;
        this.health = health;
        this.clockMillis = clockMillis;
        this.flushedFurther = flushedFurther;
        this.sync = config.getFlushDiskType() == FlushDiskType.SYNC_FLUSH;
    }

    public void start() {
        running = true;
        thoroughMillis = clockMillis.getAsLong();
        thread = new Thread(this::run, "FlushCommitLog");
        thread.start();
    }

    /** Ends the thread and flushes what is left. Harmless when it was not started. */
    public void stop() throws InterruptedException {
        running = false;
        wakeup.signal();
        if (thread != null) {
            thread.join();
            thread = null;
        }
        flushAll();
    }

    /** Says that something was appended. */
    public void appended() {
        if (sync || !config.isFlushCommitLogTimed() && enoughIsDirty()) {
            wakeup.signal();
        }
    }

    /** Flushes everything that is written now; false when the disk refused. */
    public boolean flushAll() {
        return flush(0);
    }

    private void run() {
        while (running) {
            if (!round()) {
                wakeup.await(this::stopped, RETRY_NANOS);
            }
        }
    }

    /** False when it failed, whatever the reason: this thread must not end while the store takes messages. */
    private boolean round() {
        try {
            return sync ? syncRound() : asyncRound();
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
    }

    private boolean syncRound() {
        if (!unflushed()) {
            wakeup.await(this::unflushedOrStopped, IDLE_NANOS);
            return true;
        }
        gather();
        long began = System.nanoTime();
        boolean done = flush(0);
        flushNanos = System.nanoTime() - began;
        return done;
    }

    /**
     * Waits until as many senders wait again as the last flush let go, for at most a small part of what a flush costs.
     * Otherwise the first of them to come back would start a flush of its own and the others would wait for two: measured with
     * 64 in flight, 31 instead of 55 puts shared one flush.
     */
    private void gather() {
        long budget = Math.min(flushNanos / GATHER_SHARE, MAX_GATHER_NANOS);
        long began = System.nanoTime();
        while (flushed.waiting() < lastCompleted && running && System.nanoTime() - began < budget) {
            Thread.yield();
        }
    }

    private boolean asyncRound() {
        long nanos = TimeUnit.MILLISECONDS.toNanos(config.getFlushIntervalCommitLog());
        if (config.isFlushCommitLogTimed()) {
            wakeup.await(this::stopped, nanos);
        } else {
            wakeup.await(this::enoughIsDirtyOrStopped, nanos);
        }
        boolean thorough = clockMillis.getAsLong() - thoroughMillis >= config.getFlushCommitLogThoroughInterval();
        return flush(thorough ? 0 : config.getFlushCommitLogLeastPages());
    }

    private synchronized boolean flush(int leastPages) {
        long newestTimestamp = log.lastStoreTimestamp();
        long end = log.end();
        long reached;
        try {
            reached = log.files().flush(leastPages);
        } catch (IOException | UncheckedIOException e) {
            return failed(e);
        }
        if (reached > flushed.get()) {
            lastCompleted = flushed.advanceTo(reached);
            flushedFurther.run();
        }
        if (leastPages == 0) {
            thoroughMillis = clockMillis.getAsLong();
        }
        if (reached >= end && newestTimestamp > 0) {
            checkpoint.physicalTimestamp(newestTimestamp);
        }
        return true;
    }

    private boolean failed(Throwable e) {
        LOG.error("the log could not be flushed", e);
        health.raise(
                Fault.FLUSH_FAILED,
                "the log could not be flushed to disk: " + e
                        + "; free or repair the disk of storePathCommitLog and restart the broker");
        flushed.giveUp();
        return false;
    }

    private boolean unflushed() {
        return flushed.get() < log.end();
    }

    private boolean unflushedOrStopped() {
        return !running || unflushed();
    }

    private boolean stopped() {
        return !running;
    }

    private boolean enoughIsDirty() {
        return (log.end() - flushed.get()) / PAGE_BYTES >= config.getFlushCommitLogLeastPages();
    }

    private boolean enoughIsDirtyOrStopped() {
        return !running || enoughIsDirty();
    }
}
