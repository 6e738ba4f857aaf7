package org.apache.rocketmq.store.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes the segment after the current one in the background, so that an append never waits for the file system to make a
 * file. Owns one daemon thread. Thread-safe.
 */
public final class SegmentAllocator implements AutoCloseable {
    private static final int MAX_PENDING = 64;

    private final ThreadPoolExecutor worker;
    private final long timeoutMillis;

    /** @param timeoutMillis how long an append waits at most for a segment that is being made */
    public SegmentAllocator(String threadName, long timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
        this.worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_PENDING), task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A segment in the making; null when the allocator is stopped or has too much to do (the caller then makes its own). */
    Pending prepare(Path folder, long baseOffset, SegmentLayout layout) {
        try {
            Callable<MappedSegment> job = () -> {
                MappedSegment segment = MappedSegment.create(folder, baseOffset, layout);
                if (segment.hold()) { // maps it
                    segment.release();
                }
                return segment;
            };
            return new Pending(baseOffset, worker.submit(job), timeoutMillis);
        } catch (RejectedExecutionException e) {
            return null;
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }

    /** A segment that is being made. */
    record Pending(long baseOffset, Future<MappedSegment> future, long timeoutMillis) {
        MappedSegment await() throws IOException {
            boolean interrupted = false;
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            try {
                while (true) {
                    try {
                        return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException e) {
                throw new IOException("Cannot make segment " + baseOffset + ": " + e.getCause(), e.getCause());
            } catch (TimeoutException e) {
                throw new IOException("Segment " + baseOffset + " was not made within " + timeoutMillis + " ms", e);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
