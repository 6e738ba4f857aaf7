package org.apache.rocketmq.common.utils;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Named threads and pools of them, and how to end them. Thread-safe. */
public final class ThreadUtils {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);

    private ThreadUtils() {}

    public static ExecutorService newThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue,
            String processName,
            boolean isDaemon) {
        ThreadFactory threads = newThreadFactory(processName, isDaemon);
        return new ThreadPoolExecutor(corePoolSize, maximumPoolSize, keepAliveTime, unit, workQueue, threads);
    }

    public static ExecutorService newSingleThreadExecutor(String processName, boolean isDaemon) {
        return Executors.newSingleThreadExecutor(newThreadFactory(processName, isDaemon));
    }

    public static ScheduledExecutorService newSingleThreadScheduledExecutor(String processName, boolean isDaemon) {
        return Executors.newSingleThreadScheduledExecutor(newThreadFactory(processName, isDaemon));
    }

    public static ScheduledExecutorService newFixedThreadScheduledPool(
            int nThreads, String processName, boolean isDaemon) {
        return Executors.newScheduledThreadPool(nThreads, newThreadFactory(processName, isDaemon));
    }

    public static ThreadFactory newThreadFactory(String processName, boolean isDaemon) {
        return newGenericThreadFactory("Remoting-" + processName, isDaemon);
    }

    public static ThreadFactory newGenericThreadFactory(String processName) {
        return newGenericThreadFactory(processName, false);
    }

    public static ThreadFactory newGenericThreadFactory(String processName, int threads) {
        return newGenericThreadFactory(processName, threads, false);
    }

    /** Threads {@code processName_1}, {@code processName_2}, ... */
    public static ThreadFactory newGenericThreadFactory(String processName, boolean isDaemon) {
        AtomicInteger made = new AtomicInteger();
        return r -> newThread(processName + "_" + made.incrementAndGet(), r, isDaemon);
    }

    /** Threads {@code processName_<threads>_1}, {@code processName_<threads>_2}, ... */
    public static ThreadFactory newGenericThreadFactory(String processName, int threads, boolean isDaemon) {
        return newGenericThreadFactory(processName + "_" + threads, isDaemon);
    }

    /** A new thread that logs what it dies of; not started. */
    public static Thread newThread(String name, Runnable runnable, boolean daemon) {
        Thread thread = new Thread(runnable, name);
        thread.setDaemon(daemon);
        thread.setUncaughtExceptionHandler((t, e) -> log.error("thread {} died", t.getName(), e));
        return thread;
    }

    public static void shutdownGracefully(Thread t) {
        shutdownGracefully(t, 0);
    }

    /** Interrupts the thread until it ends or the time is over; 0 waits for ever. */
    public static void shutdownGracefully(Thread t, long millis) {
        if (t == null) {
            return;
        }
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (t.isAlive()) {
            t.interrupt();
            try {
                t.join(millis == 0 ? 100 : Math.min(100, millis));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (millis > 0 && System.nanoTime() - deadlineNanos >= 0) {
                return;
            }
        }
    }

    /** Lets running and queued work end within the timeout, then cancels and waits the same time again. */
    public static void shutdownGracefully(ExecutorService executor, long timeout, TimeUnit timeUnit) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(timeout, timeUnit)) {
                executor.shutdownNow();
                if (!executor.awaitTermination(timeout, timeUnit)) {
                    log.warn("{} did not end within {} {}", executor, timeout, timeUnit);
                }
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
