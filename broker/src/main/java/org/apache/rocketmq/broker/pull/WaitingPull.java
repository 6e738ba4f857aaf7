package org.apache.rocketmq.broker.pull;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.store.RecordFilter;

/**
 * A pull that found nothing and waits. Woken at most once, whoever comes first: a message, the timer or the end of its time.
 */
final class WaitingPull {
    final Exchange exchange;
    final PullRequest request;
    final RecordFilter filter;
    /** Queue offset it waits for: woken as soon as the queue's end is beyond it. */
    final long awaitedOffset;

    final long deadlineMillis;
    private final AtomicBoolean taken = new AtomicBoolean();

    WaitingPull(Exchange exchange, PullRequest request, RecordFilter filter, long awaitedOffset, long deadlineMillis) {
        this.exchange = exchange;
        this.request = request;
        this.filter = filter;
        this.awaitedOffset = awaitedOffset;
        this.deadlineMillis = deadlineMillis;
    }

    /** True for the one caller that may answer it. */
    boolean take() {
        return !taken.get() && taken.compareAndSet(false, true);
    }

    boolean taken() {
        return taken.get();
    }
}
