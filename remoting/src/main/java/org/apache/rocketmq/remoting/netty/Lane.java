package org.apache.rocketmq.remoting.netty;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;

/**
 * A named, bounded executor of requests that knows how long each has waited. Several codes may share one.
 *
 * <p>A request that finds the queue full is answered {@code [OVERLOAD]}; one at the head of the queue that waited longer
 * than allowed is answered {@code [TIMEOUT_CLEAN_QUEUE]} by {@link #expire}, which the server calls every 10 ms.
 *
 * <p>Thread-safe; its owner calls {@link #stop}. Source: wire format, unknown codes, errors, overload.
 */
public final class Lane {
    private final String name;
    private final IntSupplier queueCapacity;
    private final LongSupplier maxWaitMillis;
    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor threads;

    /**
     * @param name of the threads, which are {@code <name>_1 ...}
     * @param queueCapacity requests that may wait; asked for each request, so it can change at run time
     * @param maxWaitMillis how long a request may wait; 0 or less = for ever; asked at each check
     */
    public Lane(String name, int threadCount, IntSupplier queueCapacity, LongSupplier maxWaitMillis) {
        this.name = name;
        this.queueCapacity = queueCapacity;
        this.maxWaitMillis = maxWaitMillis;
        var number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(threadCount, threadCount, 60, TimeUnit.SECONDS, queue, task -> {
            var thread = new Thread(task, name + "_" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    public String name() {
        return name;
    }

    /** Requests that wait now. */
    public int depth() {
        return queue.size();
    }

    public int capacity() {
        return queueCapacity.getAsInt();
    }

    /** How long the longest waiting request has waited; 0 when none waits. */
    public long headAgeMillis() {
        return queue.peek() instanceof QueuedRequest head ? head.ageMillis() : 0;
    }

    /** Changes the number of threads at run time. */
    public void resize(int threadCount) {
        if (threadCount > threads.getMaximumPoolSize()) {
            threads.setMaximumPoolSize(threadCount);
            threads.setCorePoolSize(threadCount);
        } else {
            threads.setCorePoolSize(threadCount);
            threads.setMaximumPoolSize(threadCount);
        }
    }

    /** Queues a request; false when the queue is full or the lane is stopped. */
    boolean offer(QueuedRequest request) {
        if (queue.size() >= queueCapacity.getAsInt()) {
            return false;
        }
        request.queuedNow();
        try {
            threads.execute(request);
            return true;
        } catch (RejectedExecutionException stopped) {
            return false;
        }
    }

    /** Answers the requests at the head of the queue that waited too long. */
    public void expire() {
        long limitMillis = maxWaitMillis.getAsLong();
        while (limitMillis > 0 && queue.peek() instanceof QueuedRequest head && head.ageMillis() >= limitMillis) {
            if (queue.remove(head)) {
                refuse(head, "[TIMEOUT_CLEAN_QUEUE]");
            }
        }
    }

    /** Answers waiting requests with {@code [PCBUSY_CLEAN_QUEUE]} as long as the page cache is busy. Returns how many. */
    public int refuseWhilePageCacheBusy(BooleanSupplier busy) {
        int refused = 0;
        while (busy.getAsBoolean() && queue.peek() instanceof QueuedRequest head) {
            if (queue.remove(head)) {
                refuse(head, "[PCBUSY_CLEAN_QUEUE]");
                refused++;
            }
        }
        return refused;
    }

    private void refuse(QueuedRequest request, String prefix) {
        request.refuse(
                RemotingSysResponseCode.SYSTEM_BUSY,
                prefix + "broker busy, start flow control for a while, period in queue: " + request.ageMillis()
                        + "ms, size of queue: " + queue.size());
    }

    /** Stops taking requests, lets running ones end (at most {@code graceMillis}) and drops those that wait. */
    public void stop(long graceMillis) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(graceMillis, TimeUnit.MILLISECONDS)) {
            for (var waiting : threads.shutdownNow()) {
                ((QueuedRequest) waiting).drop();
            }
        }
    }
}
