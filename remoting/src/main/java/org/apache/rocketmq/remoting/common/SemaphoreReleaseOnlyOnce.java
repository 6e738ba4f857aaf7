package org.apache.rocketmq.remoting.common;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A permit that is given back at most once, whoever comes first: answer, time-out or broken connection. Thread-safe. */
public class SemaphoreReleaseOnlyOnce {
    private final AtomicBoolean released = new AtomicBoolean();
    private final Semaphore semaphore;

    public SemaphoreReleaseOnlyOnce(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    public void release() {
        if (semaphore != null && released.compareAndSet(false, true)) {
            semaphore.release();
        }
    }

    public Semaphore getSemaphore() {
        return semaphore;
    }
}
