package org.apache.rocketmq.store.dispatch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.rocketmq.store.health.StoreHealth;
import org.apache.rocketmq.store.health.StoreHealth.Fault;
import org.apache.rocketmq.store.log.CommitLog;
import org.apache.rocketmq.store.log.RecordCursor;
import org.apache.rocketmq.store.position.RisingPosition;
import org.apache.rocketmq.store.position.Wakeup;
import org.apache.rocketmq.store.segment.MappedSegment;
import org.apache.rocketmq.store.segment.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log record by record and feeds the views. The only writer of views.
 *
 * <p>Owns the thread "ReputMessage". {@link #catchUp} does the same on the caller's thread while that thread does not run.
 * Everything else is thread-safe.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    /** So many records enter their queues, and can be read, before their keys enter the index. */
    private static final int CHUNK = 64;

    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Failures in a row, a second apart, after which puts are refused. */
    private static final int TOLERATED_FAILURES = 30;

    /** Something to be done between the records before and behind an offset. */
    private record Command(long offset, Runnable action, CompletableFuture<Void> done) {}

    private final CommitLog log;
    private final LongSupplier readable;
    private final Views views;
    private final RisingPosition dispatched;
    private final StoreHealth health;
    private final boolean waitsForBytes;
    private final RecordCursor cursor = new RecordCursor();
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Wakeup wakeup = new Wakeup();
    private int failures;
    /** What was readable when there was nothing to do last. Confined to the dispatching thread. */
    private long exhausted;
    /** Where a slave stands before a bad record. Confined to the dispatching thread. */
    private long badAt = -1;
    /** End of the readable bytes when they ended within a record; its rest is still to come. */
    private volatile long partialTo = -1;

    private volatile boolean running;
    private volatile Thread thread;

    /**
     * @param readable end of what may be dispatched: end of the log, or the flushed position under SYNC_FLUSH
     * @param dispatched raised by this class only
     * @param waitsForBytes true on a slave, where a record may arrive in pieces
     */
    public Dispatcher(
            CommitLog log,
            LongSupplier readable,
            Views views,
            RisingPosition dispatched,
            StoreHealth health,
            boolean waitsForBytes) {
        this.log = log;
        this.readable = readable;
        this.views = views;
        this.dispatched = dispatched;
        this.health = health;
        this.waitsForBytes = waitsForBytes;
    }

    public void start() {
        running = true;
        Thread started = new Thread(this::run, "ReputMessage");
        thread = started;
        started.start();
    }

    /** Ends the thread after it has caught up, or when the time is over. Harmless when it was not started. */
    public void stop(long timeoutMillis) throws InterruptedException {
        Thread stopped = thread;
        if (stopped == null) {
            return;
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (!caughtUp() && System.nanoTime() < deadline && stopped.isAlive()) {
            wakeup.signal();
            stopped.join(1);
        }
        running = false;
        wakeup.signal();
        stopped.join();
        thread = null;
        runCommands();
        for (Command left = commands.poll(); left != null; left = commands.poll()) {
            left.done.completeExceptionally(new IllegalStateException("the store has stopped before this was due"));
        }
    }

    /** Says that there may be more to dispatch. */
    public void signal() {
        wakeup.signal();
    }

    public boolean caughtUp() {
        long end = readable.getAsLong();
        return dispatched.get() >= end || partialTo >= end;
    }

    /** Whether nothing but the start of a record, whose rest did not come from the master yet, lies behind the position. */
    public boolean stopsInRecord() {
        return partialTo > dispatched.get();
    }

    /** Dispatches everything readable on the caller's thread. Not while {@link #start started}. */
    public void catchUp() throws IOException {
        while (step()) {}
    }

    /**
     * Runs something after all records before {@code offset} are dispatched and before any behind it is. Runs at once, on the
     * caller's thread, when the dispatcher does not run.
     */
    public CompletableFuture<Void> between(long offset, Runnable action) {
        if (thread == null) {
            action.run();
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        commands.add(new Command(offset, action, done));
        wakeup.signal();
        return done;
    }

    private void run() {
        while (running) {
            try {
                if (!step()) {
                    wakeup.await(this::hasWork, IDLE_NANOS);
                }
                if (failures > 0) {
                    failures = 0;
                    health.clear(Fault.QUEUE_ERROR, "the views can be written again");
                }
            } catch (Exception | Error e) {
                // Without this thread nobody ever sees a new message: whatever it was, the same records are tried
                // again,
                // and puts are refused when that does not help.
                failed(e);
            }
        }
    }

    private boolean hasWork() {
        return !running || readable.getAsLong() > exhausted || commandDue();
    }

    private boolean commandDue() {
        Command next = commands.peek();
        return next != null && next.offset <= dispatched.get();
    }

    private void failed(Throwable e) {
        failures++;
        LOG.error("the views could not be written (try {}), position {}", failures, dispatched.get(), e);
        if (failures >= TOLERATED_FAILURES) {
            health.raise(
                    Fault.QUEUE_ERROR,
                    "consume queues or index could not be written " + failures + " times in a row: " + e);
        }
        wakeup.await(() -> !running, RETRY_NANOS);
    }

    /** Dispatches one stretch of adjacent records; false when there was nothing to do. */
    private boolean step() throws IOException {
        runCommands();
        long from = dispatched.get();
        Command next = commands.peek();
        long limit = readable.getAsLong();
        exhausted = limit;
        if (next != null) {
            limit = Math.min(limit, next.offset);
        }
        if (from >= limit) {
            return false;
        }
        long to = dispatchStretch(from, limit);
        dispatched.advanceTo(to);
        return to > from;
    }

    private void runCommands() {
        while (commandDue()) {
            Command command = commands.poll();
            try {
                command.action.run();
                command.done.complete(null);
            } catch (RuntimeException e) {
                command.done.completeExceptionally(e);
            }
        }
    }

    /** Returns where to go on. */
    private long dispatchStretch(long from, long limit) throws IOException {
        Segment.Held held = log.read(from);
        if (held == null) {
            return behindGap(from, limit);
        }
        try (held) {
            ByteBuffer bytes = held.buffer();
            int stop = (int) Math.min(bytes.limit(), limit - from);
            int at = 0;
            while (at < stop) {
                int next = enterChunk(bytes, from, at, stop);
                if (next == at) {
                    return afterObstacle(bytes, from, at, stop);
                }
                at = next;
                dispatched.advanceTo(from + at);
            }
            return from + at;
        }
    }

    /** Enters up to {@link #CHUNK} records; returns the position behind the last one. */
    private int enterChunk(ByteBuffer bytes, long from, int start, int stop) throws IOException {
        int at = start;
        for (int i = 0; i < CHUNK && at < stop; i++) {
            if (cursor.moveTo(bytes, at, stop, false) != RecordCursor.Found.MESSAGE) {
                break;
            }
            enterQueue(from + at);
            at += cursor.size();
            if (waitsForBytes) {
                log.replicatedUpTo(cursor.storeTimestamp());
            }
        }
        if (views.indexed()) {
            for (int again = start; again < at; again += cursor.size()) {
                cursor.moveTo(bytes, again, stop, false);
                views.enterIndex(cursor, from + again);
            }
        }
        return at;
    }

    private void enterQueue(long physicalOffset) throws IOException {
        try {
            views.enterQueue(cursor, physicalOffset);
        } catch (IllegalArgumentException e) {
            // Only a foreign log can hold such a record; no reader could ever ask for it.
            LOG.error("the record at {} has no consume queue: {}", physicalOffset, e.getMessage());
        }
    }

    /** What lies at {@code at} is no message: says where to go on. */
    private long afterObstacle(ByteBuffer bytes, long from, int at, int stop) {
        long here = from + at;
        switch (cursor.moveTo(bytes, at, stop, false)) {
            case MESSAGE:
                return here;
            case BLANK:
                return segmentEnd(here);
            case BAD_OF_KNOWN_SIZE:
                LOG.error("bad record of {} bytes at {} is passed over", cursor.size(), here);
                return here + cursor.size();
            case CUT_OFF:
                if (waitsForBytes) {
                    partialTo = from + stop;
                    return here;
                }
                return passOver(here, stop - at);
            default:
                if (waitsForBytes) {
                    tellOnce(here);
                    return here;
                }
                return passOver(here, stop - at);
        }
    }

    private void tellOnce(long offset) {
        if (badAt != offset) {
            badAt = offset;
            LOG.error("bad record at {}: nothing behind it is shown to readers of this slave", offset);
        }
    }

    private static long passOver(long offset, int bytes) {
        LOG.error("bad record at {}: {} bytes are passed over", offset, bytes);
        return offset + bytes;
    }

    private long segmentEnd(long offset) {
        MappedSegment segment = log.files().find(offset);
        return segment == null ? offset : segment.endOffset();
    }

    /** Nothing can be read at {@code from}: it lies before the log, or at the end of a segment. */
    private long behindGap(long from, long limit) {
        long min = log.minOffset();
        if (from < min) {
            LOG.warn("dispatching goes on at {}: the log before it is gone (position was {})", min, from);
            return min;
        }
        MappedSegment segment = log.files().find(from);
        if (segment == null) {
            return behindMissingFile(from, limit);
        }
        return segment.retired() && segment.endOffset() <= limit ? segment.endOffset() : from;
    }

    private long behindMissingFile(long from, long limit) {
        for (MappedSegment segment : log.files().segments()) {
            if (segment.baseOffset() > from && segment.baseOffset() < limit) {
                LOG.error("the log has no file for [{}, {}): what was there is lost", from, segment.baseOffset());
                return segment.baseOffset();
            }
        }
        return from;
    }
}
