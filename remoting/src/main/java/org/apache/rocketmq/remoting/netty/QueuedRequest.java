package org.apache.rocketmq.remoting.netty;

/** A request on its way through a {@link Lane}. Exactly one of run, refuse and drop happens. */
abstract class QueuedRequest implements Runnable {
    private long queuedAtNanos;

    final void queuedNow() {
        queuedAtNanos = System.nanoTime();
    }

    final long ageMillis() {
        return (System.nanoTime() - queuedAtNanos) / 1_000_000;
    }

    /** Answers without handling; oneway requests are answered too. */
    abstract void refuse(int code, String remark);

    /** Forgets the request without an answer. */
    abstract void drop();
}
