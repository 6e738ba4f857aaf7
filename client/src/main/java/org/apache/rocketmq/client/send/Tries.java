package org.apache.rocketmq.client.send;

import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.route.PublishQueues;
import org.apache.rocketmq.common.protocol.ResponseCode;

/**
 * The budget of one send: how many tries are left and how much of the time each may use.
 *
 * <p>With several brokers every try gets an equal share of what is left, so one hung broker cannot use up the time of the
 * tries that would go elsewhere. With one broker another try would wait for the same answer, so the first gets it all.
 * Confined to one send.
 */
final class Tries {
    private final long beganNanos;
    private final long timeoutMillis;
    private final boolean otherBrokers;
    private int left;

    Tries(long beganNanos, long timeoutMillis, int tries, PublishQueues queues) {
        this.beganNanos = beganNanos;
        this.timeoutMillis = timeoutMillis;
        this.left = tries;
        this.otherBrokers = queues != null && queues.brokerCount() > 1;
    }

    boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
    }

    long leftMillis() {
        return timeoutMillis - elapsedMillis();
    }

    /** The time-out of the try that {@link #next} just allowed. */
    long shareMillis() {
        long leftMillis = leftMillis();
        return otherBrokers ? Math.max(leftMillis / (left + 1), Math.min(leftMillis, 1)) : leftMillis;
    }

    /** Whether an error code is worth another try: the configured codes, or a busy broker when there is another one. */
    boolean worthAnother(MQBrokerException refusal, DefaultMQProducer producer) {
        return producer.getRetryResponseCodes().contains(refusal.getResponseCode()) || busyButOthers(refusal);
    }

    /** A busy broker refused and there is another try and another broker for it. */
    boolean busyButOthers(MQBrokerException refusal) {
        return refusal.getResponseCode() == ResponseCode.SYSTEM_BUSY && otherBrokers && left > 0;
    }
}
