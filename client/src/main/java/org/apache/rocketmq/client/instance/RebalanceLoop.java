package org.apache.rocketmq.client.instance;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the thread that rebalances all consumers of an instance: every {@code rocketmq.client.rebalance.waitInterval} ms
 * (20000), or when woken. The thread starts with the first wake-up after a consumer came. Thread-safe.
 */
public final class RebalanceLoop {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long WAIT_INTERVAL_MILLIS = Long.getLong("rocketmq.client.rebalance.waitInterval", 20_000);

    private final Members members;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private boolean woken;
    private boolean stopped;
    private Thread thread;

    public RebalanceLoop(Members members) {
        this.members = members;
    }

    /** Starts the thread if it does not run; it first rebalances after one interval or when woken. */
    public void start() {
        lock.lock();
        try {
            if (thread == null && !stopped) {
                thread = new Thread(this::run, "RebalanceService");
                thread.setDaemon(true);
                thread.start();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Rebalances soon, on the loop's thread. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (awaitTurn()) {
            for (ConsumerPart consumer : members.consumers()) {
                try {
                    consumer.rebalance();
                } catch (RuntimeException e) {
                    LOG.error("rebalance of group {} failed", consumer.group(), e);
                }
            }
        }
    }

    private boolean awaitTurn() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(WAIT_INTERVAL_MILLIS);
            while (!woken && !stopped && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            return !stopped;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }
}
