package org.apache.rocketmq.client.consume;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyContext;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.ConsumeMessageDirectlyResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the listener for the messages of each queue in order: one task per queue, under a lease of the queue's broker.
 * Thread-safe. Source: client behaviour, section 10.7.
 */
public final class OrderlyConsumption implements Consumption {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private static final long MAX_CONTINUOUS_MILLIS =
            Long.getLong("rocketmq.client.maxTimeConsumeContinuously", 60_000);
    private static final long FIRST_RENEWAL_MILLIS = 1_000;
    private static final long RESUBMIT_MILLIS = 10;
    private static final long LOCK_SOON_MILLIS = 10;
    private static final long LOCK_AT_START_MILLIS = 100;
    private static final long LOCK_REFUSED_MILLIS = 3_000;

    private final ConsumeContext context;
    private final QueueLocks locks;
    private final OrderlyCall call;
    private final ConsumePool pool;
    /** Keeps a queue that was given away and taken back from being consumed twice at a time. */
    private final ConcurrentHashMap<MessageQueue, Object> monitors = new ConcurrentHashMap<>();

    private volatile boolean stopped;

    /** @param locks null when queues need no lock at their broker */
    public OrderlyConsumption(ConsumeContext context, MessageListenerOrderly listener, QueueLocks locks) {
        this.context = context;
        this.locks = locks;
        this.call = new OrderlyCall(context, listener);
        this.pool = new ConsumePool(
                context.consumer().getConsumerGroup(),
                context.consumer().getConsumeThreadMin(),
                context.consumer().getConsumeThreadMax());
    }

    @Override
    public void start() {
        if (locks != null) {
            context.upkeep()
                    .scheduleAtFixedRate(
                            this::renewLocks, FIRST_RENEWAL_MILLIS, QueueLocks.RENEWAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void renewLocks() {
        try {
            locks.renewAll(context.heldQueues().all(), System.currentTimeMillis());
        } catch (RuntimeException e) {
            // The timer would drop the task for good.
            LOG.error("locks not renewed", e);
        }
    }

    @Override
    public void stop(long awaitMillis) {
        if (awaitMillis <= 0) {
            stopped = true;
        }
        pool.stop(awaitMillis);
        stopped = true;
    }

    @Override
    public void release() {
        if (locks != null) {
            locks.unlock(List.copyOf(context.heldQueues().keys()), false);
        }
    }

    @Override
    public boolean isOrderly() {
        return true;
    }

    @Override
    public void updateCorePoolSize(int threads) {
        pool.resize(threads);
    }

    @Override
    public int corePoolSize() {
        return pool.coreThreads();
    }

    @Override
    public ConsumeMessageDirectlyResult consumeDirectly(MessageExt message, String brokerName) {
        MessageQueue queue = new MessageQueue(message.getTopic(), brokerName, message.getQueueId());
        context.restoreTopics(List.of(message));
        return DirectConsumption.orderly(call.listener(), message, queue);
    }

    @Override
    public void submit(List<MessageExt> messages, ProcessQueue queue) {
        if (queue.startConsuming()) {
            resubmit(queue);
        }
    }

    private void resubmit(ProcessQueue queue) {
        try {
            pool.execute(() -> run(queue));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} not consumed: the consumer stops", queue.messageQueue());
        }
    }

    private void resubmitAfter(ProcessQueue queue, long millis) {
        context.upkeep().schedule(() -> resubmit(queue), millis, TimeUnit.MILLISECONDS);
    }

    private boolean holdsLease(ProcessQueue queue) {
        return locks == null || queue.isLocked() && !QueueLocks.isExpired(queue, System.currentTimeMillis());
    }

    private void lockAndResubmit(ProcessQueue queue, long afterMillis) {
        context.upkeep()
                .schedule(
                        () -> {
                            boolean held = locks.renew(queue, System.currentTimeMillis());
                            resubmitAfter(queue, held ? RESUBMIT_MILLIS : LOCK_REFUSED_MILLIS);
                        },
                        afterMillis,
                        TimeUnit.MILLISECONDS);
    }

    private void run(ProcessQueue queue) {
        synchronized (monitors.computeIfAbsent(queue.messageQueue(), name -> new Object())) {
            if (queue.isDropped()) {
                return;
            }
            if (!holdsLease(queue)) {
                lockAndResubmit(queue, LOCK_AT_START_MILLIS);
                return;
            }
            try {
                consumeInOrder(queue);
            } catch (RuntimeException e) {
                // Without this the queue would never be consumed again: its one task would be gone.
                LOG.error("consumption of {} failed, going on soon", queue.messageQueue(), e);
                resubmitAfter(queue, LOCK_REFUSED_MILLIS);
            }
        }
    }

    private void consumeInOrder(ProcessQueue queue) {
        long beganMillis = System.currentTimeMillis();
        while (!stopped && !queue.isDropped()) {
            if (!holdsLease(queue)) {
                LOG.warn("the lock of {} is lost, trying to get it back", queue.messageQueue());
                lockAndResubmit(queue, LOCK_SOON_MILLIS);
                return;
            }
            long nowMillis = System.currentTimeMillis();
            if (nowMillis - beganMillis > MAX_CONTINUOUS_MILLIS) {
                resubmitAfter(queue, RESUBMIT_MILLIS);
                return;
            }
            List<MessageExt> batch = queue.take(context.consumer().getConsumeMessageBatchMaxSize(), nowMillis);
            if (batch.isEmpty()) {
                return;
            }
            context.restoreTopics(batch);
            ConsumeOrderlyContext listenerContext = new ConsumeOrderlyContext(queue.messageQueue());
            OrderlyCall.Outcome outcome = call.consume(batch, queue, listenerContext);
            if (outcome.committed() >= 0 && !queue.isDropped()) {
                context.offsets().updateOffset(queue.messageQueue(), outcome.committed(), false);
            }
            context.drained().consumed(queue);
            if (outcome.suspend()) {
                resubmitAfter(queue, suspendMillis(listenerContext));
                return;
            }
        }
    }

    private long suspendMillis(ConsumeOrderlyContext listenerContext) {
        long millis = listenerContext.getSuspendCurrentQueueTimeMillis();
        if (millis == -1) {
            millis = context.consumer().getSuspendCurrentQueueTimeMillis();
        }
        return Math.max(10, Math.min(millis, 30_000));
    }
}
