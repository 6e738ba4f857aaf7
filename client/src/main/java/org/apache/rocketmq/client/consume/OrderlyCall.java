package org.apache.rocketmq.client.consume;

import java.util.Collections;
import java.util.List;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.hook.ConsumeMessageContext;
import org.apache.rocketmq.client.stat.TopicCounters;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of an orderly listener and what follows from its status. Confined to the task of the queue. Source: client
 * behaviour, section 10.7.
 */
final class OrderlyCall {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    /**
     * @param committed offset to store, -1 for none
     * @param suspend whether the queue pauses before it is consumed further
     */
    record Outcome(long committed, boolean suspend) {}

    private static final Outcome GO_ON = new Outcome(-1, false);
    private static final Outcome SUSPEND = new Outcome(-1, true);

    private final ConsumeContext context;
    private final MessageListenerOrderly listener;

    OrderlyCall(ConsumeContext context, MessageListenerOrderly listener) {
        this.context = context;
        this.listener = listener;
    }

    MessageListenerOrderly listener() {
        return listener;
    }

    Outcome consume(List<MessageExt> batch, ProcessQueue queue, ConsumeOrderlyContext listenerContext) {
        TopicCounters counters = context.counters(queue);
        List<MessageExt> messages = Collections.unmodifiableList(batch);
        ConsumeMessageContext hookContext = context.hooks().before(messages, queue.messageQueue());
        long beganMillis = System.currentTimeMillis();
        ConsumeOrderlyStatus status = null;
        boolean threw = false;
        queue.listenerLock().lock();
        try {
            if (queue.isDropped()) {
                return GO_ON;
            }
            status = listener.consumeMessage(messages, listenerContext);
        } catch (RuntimeException | Error e) {
            // Whatever the application throws means "suspend"; the queue must not stand still for ever.
            threw = true;
            LOG.warn("listener of group {} failed on {}", context.consumer().getConsumerGroup(), messages, e);
        } finally {
            queue.listenerLock().unlock();
        }
        long endedMillis = System.currentTimeMillis();
        counters.listenerTook(endedMillis, endedMillis - beganMillis);
        afterHooks(hookContext, status, threw, endedMillis - beganMillis);
        if (status == null) {
            status = ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
        }
        return listenerContext.isAutoCommit()
                ? settle(status, batch, queue, counters)
                : settleManually(status, batch, queue, counters);
    }

    @SuppressWarnings("deprecation")
    private void afterHooks(
            ConsumeMessageContext hookContext, ConsumeOrderlyStatus status, boolean threw, long tookMillis) {
        if (hookContext == null) {
            return;
        }
        ConsumeOrderlyStatus shown = status == null ? ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT : status;
        boolean success = shown == ConsumeOrderlyStatus.SUCCESS || shown == ConsumeOrderlyStatus.COMMIT;
        boolean failed = shown == ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
        var type = context.hooks().type(threw, status == null, failed, tookMillis);
        context.hooks().after(hookContext, shown.toString(), success, type);
    }

    @SuppressWarnings("deprecation")
    private Outcome settle(
            ConsumeOrderlyStatus status, List<MessageExt> batch, ProcessQueue queue, TopicCounters counters) {
        return switch (status) {
            case SUCCESS -> committed(batch, queue, counters);
            case COMMIT, ROLLBACK -> {
                LOG.warn("{} has no meaning with autoCommit, {} is committed", status, queue.messageQueue());
                yield committed(batch, queue, counters);
            }
            case SUSPEND_CURRENT_QUEUE_A_MOMENT -> {
                counters.failed(System.currentTimeMillis(), batch.size());
                if (mustRetry(batch)) {
                    queue.returnTaken(batch.size());
                    yield SUSPEND;
                }
                yield new Outcome(queue.commitTaken(), false);
            }
        };
    }

    private static Outcome committed(List<MessageExt> batch, ProcessQueue queue, TopicCounters counters) {
        counters.succeeded(System.currentTimeMillis(), batch.size());
        return new Outcome(queue.commitTaken(), false);
    }

    @SuppressWarnings("deprecation")
    private Outcome settleManually(
            ConsumeOrderlyStatus status, List<MessageExt> batch, ProcessQueue queue, TopicCounters counters) {
        return switch (status) {
            case SUCCESS -> {
                counters.succeeded(System.currentTimeMillis(), batch.size());
                yield GO_ON;
            }
            case COMMIT -> new Outcome(queue.commitTaken(), false);
            case ROLLBACK -> {
                queue.returnAllTaken();
                yield SUSPEND;
            }
            case SUSPEND_CURRENT_QUEUE_A_MOMENT -> {
                counters.failed(System.currentTimeMillis(), batch.size());
                if (mustRetry(batch)) {
                    queue.returnTaken(batch.size());
                    yield SUSPEND;
                }
                yield GO_ON;
            }
        };
    }

    /** Whether any message is below its limit; those that are not go to the retry topic and from there to dead letters. */
    private boolean mustRetry(List<MessageExt> batch) {
        int limit = context.maxReconsumeTimes(Integer.MAX_VALUE);
        boolean retry = false;
        for (MessageExt message : batch) {
            if (message.getReconsumeTimes() < limit || !deadLetter(message, limit)) {
                message.setReconsumeTimes(message.getReconsumeTimes() + 1);
                retry = true;
            }
        }
        return retry;
    }

    /** 4.9 quirk: a plain send to the retry topic; the broker sees that the limit is reached. */
    private boolean deadLetter(MessageExt message, int limit) {
        try {
            context.sendBack().toRetryTopic(message, message.getReconsumeTimes(), limit);
            return true;
        } catch (RemotingException | MQBrokerException | MQClientException | IllegalStateException e) {
            LOG.error("message {} is at its limit of retries but cannot be sent away", message, e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
