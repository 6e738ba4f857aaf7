package org.apache.rocketmq.store.engine;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The regular work of a store. Owns two threads: "StoreTimer" for what never blocks (timeouts, samples), "StoreMaintenance"
 * for what may wait for the disk (flushing views, deleting files).
 *
 * <p>Thread-safe.
 */
final class Maintenance {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final long STOP_SECONDS = 30;

    /** Regular work that may fail and is then tried again the next time. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    private final ScheduledThreadPoolExecutor timer = executor("StoreTimer");
    private final ScheduledThreadPoolExecutor maintenance = executor("StoreMaintenance");

    private static ScheduledThreadPoolExecutor executor(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        return executor;
    }

    /** Regular work that never waits. */
    void quick(String what, long firstMillis, long everyMillis, Task task) {
        timer.scheduleWithFixedDelay(guarded(what, task), firstMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** Regular work that may wait for the disk. */
    void slow(String what, long firstMillis, long everyMillis, Task task) {
        maintenance.scheduleWithFixedDelay(guarded(what, task), firstMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** Work to be done once, which may wait for the disk. */
    void once(Runnable task) {
        maintenance.execute(guarded("a single task", task::run));
    }

    private static Runnable guarded(String what, Task task) {
        return () -> {
            try {
                task.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception | Error e) {
                // The executor would cancel this work for good and say nothing: once out of memory, never cleaned
                // again.
                LOG.error("{} failed and will be tried again when it is due", what, e);
            }
        };
    }

    /** Ends both threads after what they are doing and what was to be done once. May be repeated. */
    void stop() throws InterruptedException {
        timer.shutdown();
        maintenance.shutdown();
        timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        if (!maintenance.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("the maintenance thread is still busy after {} s", STOP_SECONDS);
        }
    }
}
