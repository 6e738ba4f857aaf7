package org.apache.rocketmq.broker;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread for small periodic work of the broker. A task that fails is logged and runs again. */
final class BrokerTimer {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var made = new Thread(task, "BrokerTimer");
        made.setDaemon(true);
        return made;
    });

    void every(long firstMillis, long periodMillis, String what, Runnable task) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        log.error("could not {}, next try in {} ms", what, periodMillis, e);
                    }
                },
                firstMillis,
                periodMillis,
                TimeUnit.MILLISECONDS);
    }

    ScheduledExecutorService executor() {
        return thread;
    }

    void stop() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("a periodic task did not end within 5 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
