package org.apache.rocketmq.client.consume;

import java.util.List;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.body.ConsumeMessageDirectlyResult;

/** Hands cached messages to the listener. Thread-safe. */
public interface Consumption {
    void start();

    /**
     * Stops the pool: waits for running listeners, then interrupts them and waits as long again.
     *
     * @param awaitMillis 0 interrupts at once
     */
    void stop(long awaitMillis);

    /** Gives up what it holds at brokers, after {@link #stop} and after the offsets were persisted. */
    void release();

    /** Gives messages that were just put into {@code queue} to the listener; never blocks. */
    void submit(List<MessageExt> messages, ProcessQueue queue);

    /** Calls the listener on this thread, without effect on offsets and retries. */
    ConsumeMessageDirectlyResult consumeDirectly(MessageExt message, String brokerName);

    boolean isOrderly();

    /** Changes the number of threads, if it is positive and below the maximum. */
    void updateCorePoolSize(int threads);

    int corePoolSize();
}
