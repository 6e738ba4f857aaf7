package org.apache.rocketmq.client.consume;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Owns the threads that run a push consumer's listener, {@code ConsumeMessageThread_<group>_<n>}. Its queue holds at most
 * the cached messages, which pull limits bound. Thread-safe.
 */
final class ConsumePool {
    private static final int GROUP_NAME_LENGTH = 100;
    private static final long KEEP_ALIVE_MINUTES = 1;

    private final ThreadPoolExecutor threads;

    ConsumePool(String group, int minThreads, int maxThreads) {
        String shortGroup = group.length() > GROUP_NAME_LENGTH ? group.substring(0, GROUP_NAME_LENGTH) : group;
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, "ConsumeMessageThread_" + shortGroup + "_" + number.incrementAndGet());
            // Whoever submits first makes the thread; it must not inherit that it is a daemon.
            thread.setDaemon(false);
            return thread;
        };
        this.threads = new ThreadPoolExecutor(
                minThreads, maxThreads, KEEP_ALIVE_MINUTES, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), factory);
    }

    /** @throws java.util.concurrent.RejectedExecutionException once stopping */
    void execute(Runnable work) {
        threads.execute(work);
    }

    /** Lets queued work run for {@code awaitMillis}, then interrupts what is left and waits as long again. */
    void stop(long awaitMillis) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(awaitMillis, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(awaitMillis, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    void resize(int coreThreads) {
        if (coreThreads > 0 && coreThreads <= Short.MAX_VALUE && coreThreads < threads.getMaximumPoolSize()) {
            threads.setCorePoolSize(coreThreads);
        }
    }

    int coreThreads() {
        return threads.getCorePoolSize();
    }
}
