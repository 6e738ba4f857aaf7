package org.apache.rocketmq.common;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One named thread that works in rounds and sleeps between them until its interval ends or somebody wakes it.
 *
 * <p>{@code start}, {@code shutdown}, {@code makeStop} and {@code wakeup} are thread-safe; the rest belongs to the
 * thread itself. A wake-up during a round is kept for the next wait.
 */
public abstract class ServiceThread implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.COMMON_LOGGER_NAME);

    private static final long JOIN_TIME_MILLIS = 90 * 1000L;

    protected final CountDownLatch2 waitPoint = new CountDownLatch2(1);
    protected volatile AtomicBoolean hasNotified = new AtomicBoolean(false);
    protected volatile boolean stopped = false;
    protected boolean isDaemon = false;

    // Guarded by this.
    private Thread thread;

    public ServiceThread() {}

    /** The thread's name. */
    public abstract String getServiceName();

    /** Starts the thread; does nothing while it runs. May be called again after a shutdown. */
    public synchronized void start() {
        if (thread != null) {
            return;
        }
        stopped = false;
        thread = new Thread(this, getServiceName());
        thread.setDaemon(isDaemon);
        thread.start();
    }

    public void shutdown() {
        shutdown(false);
    }

    /** Asks the thread to end and waits up to {@link #getJointime} for it (daemons are not waited for). */
    public void shutdown(boolean interrupt) {
        Thread ending;
        synchronized (this) {
            ending = thread;
            thread = null;
        }
        if (ending == null) {
            return;
        }
        stopped = true;
        wakeup();
        if (interrupt) {
            ending.interrupt();
        }
        if (ending.isDaemon() || ending == Thread.currentThread()) {
            return;
        }
        long beganNanos = System.nanoTime();
        try {
            ending.join(getJointime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.info(
                "thread {} ended: {}, after {} ms",
                getServiceName(),
                !ending.isAlive(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos));
    }

    /** How long a shutdown waits for the thread, in milliseconds. */
    public long getJointime() {
        return JOIN_TIME_MILLIS;
    }

    @Deprecated
    public void stop() {
        stop(false);
    }

    /** Asks the thread to end without waiting for it. */
    @Deprecated
    public synchronized void stop(boolean interrupt) {
        if (thread == null) {
            return;
        }
        stopped = true;
        wakeup();
        if (interrupt) {
            thread.interrupt();
        }
    }

    /** Lets the thread end after its current round, without waking it. */
    public void makeStop() {
        stopped = true;
    }

    public void wakeup() {
        if (hasNotified.compareAndSet(false, true)) {
            waitPoint.countDown();
        }
    }

    /** Sleeps up to the given milliseconds; returns at once if somebody has called {@link #wakeup} meanwhile. */
    protected void waitForRunning(long interval) {
        if (hasNotified.compareAndSet(true, false)) {
            onWaitEnd();
            return;
        }
        waitPoint.reset();
        try {
            // A wake-up between the check above and the reset has counted down the old count: look again.
            if (!hasNotified.get()) {
                waitPoint.await(interval, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            log.info("thread {} interrupted while waiting", getServiceName());
        } finally {
            hasNotified.set(false);
            onWaitEnd();
        }
    }

    /** Called by the thread at the end of each wait. */
    protected void onWaitEnd() {}

    public boolean isStopped() {
        return stopped;
    }

    public boolean isDaemon() {
        return isDaemon;
    }

    public void setDaemon(boolean daemon) {
        isDaemon = daemon;
    }
}
