package org.apache.rocketmq.client.consume;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.hook.ConsumeMessageContext;
import org.apache.rocketmq.client.stat.TopicCounters;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.ConsumeMessageDirectlyResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the listener for messages of one queue in any order, on many threads.
 *
 * <p>A pulled batch is one entry of the pool's queue. A thread that takes it hands the entry on as long as pieces are left,
 * so a slow listener gets all threads and a fast one is not slowed down by a hand-over per message. Thread-safe. Source:
 * client behaviour, section 10.5.
 */
public final class ConcurrentConsumption implements Consumption {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long RETRY_DELAY_MILLIS = 5_000;

    private final ConsumeContext context;
    private final MessageListenerConcurrently listener;
    private final SendBackExpired expired;
    private final ConsumePool pool;
    private volatile boolean stopped;

    public ConcurrentConsumption(ConsumeContext context, MessageListenerConcurrently listener) {
        this.context = context;
        this.listener = listener;
        this.expired = new SendBackExpired(context, this::giveBack);
        this.pool = new ConsumePool(
                context.consumer().getConsumerGroup(),
                context.consumer().getConsumeThreadMin(),
                context.consumer().getConsumeThreadMax());
    }

    @Override
    public void start() {
        expired.start();
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
    public void release() {}

    @Override
    public boolean isOrderly() {
        return false;
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
        return DirectConsumption.concurrently(listener, message, queue);
    }

    @Override
    public void submit(List<MessageExt> messages, ProcessQueue queue) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            pool.execute(new Batch(messages, queue, context.consumer().getConsumeMessageBatchMaxSize()));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} messages of {} not consumed: the consumer stops", messages.size(), queue.messageQueue());
        }
    }

    /** Messages that are cut into pieces, claimed one after another by the threads that run the batch. */
    private final class Batch implements Runnable {
        private final List<MessageExt> messages;
        private final ProcessQueue queue;
        private final int pieceSize;
        private final AtomicInteger claimed = new AtomicInteger();

        private Batch(List<MessageExt> messages, ProcessQueue queue, int pieceSize) {
            this.messages = messages;
            this.queue = queue;
            this.pieceSize = pieceSize;
        }

        @Override
        public void run() {
            boolean handedOn = false;
            while (!stopped && !queue.isDropped()) {
                int from = claimed.getAndAdd(pieceSize);
                if (from >= messages.size()) {
                    return;
                }
                int to = Math.min(from + pieceSize, messages.size());
                if (!handedOn && to < messages.size()) {
                    handedOn = true;
                    handOn();
                }
                boolean whole = to - from == messages.size();
                consume(whole ? messages : messages.subList(from, to), queue);
            }
        }

        private void handOn() {
            try {
                pool.execute(this);
            } catch (RejectedExecutionException e) {
                // The pool stops: this thread does what is left.
                LOG.debug("batch of {} not handed on", queue.messageQueue());
            }
        }
    }

    private void consume(List<MessageExt> piece, ProcessQueue queue) {
        TopicCounters counters = context.counters(queue);
        List<MessageExt> messages = Collections.unmodifiableList(piece);
        context.restoreTopics(messages);
        ConsumeMessageContext hookContext = context.hooks().before(messages, queue.messageQueue());
        ConsumeConcurrentlyContext listenerContext = new ConsumeConcurrentlyContext(queue.messageQueue());
        long beganMillis = System.currentTimeMillis();
        String began = Long.toString(beganMillis);
        for (int i = 0; i < messages.size(); i++) {
            MessageAccessor.setConsumeStartTimeStamp(messages.get(i), began);
        }
        queue.consumedAt(beganMillis);
        ConsumeConcurrentlyStatus status = null;
        boolean threw = false;
        try {
            status = listener.consumeMessage(messages, listenerContext);
        } catch (RuntimeException | Error e) {
            // Whatever the application throws means "later", for this message only.
            threw = true;
            LOG.warn("listener of group {} failed on {}", context.consumer().getConsumerGroup(), messages, e);
        }
        long endedMillis = System.currentTimeMillis();
        if (status == null && !threw) {
            LOG.warn(
                    "listener of group {} returned null on {}",
                    context.consumer().getConsumerGroup(),
                    messages);
        }
        if (hookContext != null) {
            boolean failed = status == ConsumeConcurrentlyStatus.RECONSUME_LATER;
            var type = context.hooks().type(threw, status == null, failed, endedMillis - beganMillis);
            var shown = status == null ? ConsumeConcurrentlyStatus.RECONSUME_LATER : status;
            context.hooks()
                    .after(hookContext, shown.toString(), shown == ConsumeConcurrentlyStatus.CONSUME_SUCCESS, type);
        }
        counters.listenerTook(endedMillis, endedMillis - beganMillis);
        if (queue.isDropped()) {
            LOG.warn("result for {} messages of {} has no effect: given away", messages.size(), queue.messageQueue());
            return;
        }
        settle(messages, queue, acknowledged(status, listenerContext, messages.size()), listenerContext, counters);
    }

    /** How many messages, from the first, are consumed. */
    private static int acknowledged(
            ConsumeConcurrentlyStatus status, ConsumeConcurrentlyContext listenerContext, int size) {
        if (status != ConsumeConcurrentlyStatus.CONSUME_SUCCESS) {
            return 0;
        }
        return listenerContext.getAckIndex() >= size ? size : Math.max(0, listenerContext.getAckIndex() + 1);
    }

    private void settle(
            List<MessageExt> messages,
            ProcessQueue queue,
            int acknowledged,
            ConsumeConcurrentlyContext listenerContext,
            TopicCounters counters) {
        List<MessageExt> done = messages;
        long nowMillis = System.currentTimeMillis();
        if (acknowledged > 0) {
            counters.succeeded(nowMillis, acknowledged);
        }
        if (acknowledged < messages.size()) {
            counters.failed(nowMillis, messages.size() - acknowledged);
            done = settleFailed(messages, queue, acknowledged, listenerContext);
        }
        long offset = queue.remove(done);
        if (offset >= 0 && !queue.isDropped()) {
            context.offsets().updateOffset(queue.messageQueue(), offset, true);
        }
        context.drained().consumed(queue);
    }

    /** Gives the failed messages back; returns all that may leave the queue. The others are consumed again later. */
    private List<MessageExt> settleFailed(
            List<MessageExt> messages,
            ProcessQueue queue,
            int acknowledged,
            ConsumeConcurrentlyContext listenerContext) {
        List<MessageExt> failed = messages.subList(acknowledged, messages.size());
        if (context.isBroadcasting()) {
            LOG.warn("broadcast messages failed and are dropped: {}", failed);
            return messages;
        }
        List<MessageExt> done = new ArrayList<>(messages.subList(0, acknowledged));
        List<MessageExt> again = new ArrayList<>();
        for (MessageExt message : failed) {
            if (giveBack(message, listenerContext.getDelayLevelWhenNextConsume(), queue)) {
                done.add(message);
            } else {
                message.setReconsumeTimes(message.getReconsumeTimes() + 1);
                again.add(message);
            }
        }
        if (!again.isEmpty()) {
            context.upkeep().schedule(() -> submit(again, queue), RETRY_DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
        return done;
    }

    private boolean giveBack(MessageExt message, int delayLevel, ProcessQueue queue) {
        return context.giveBack(message, delayLevel, queue.messageQueue().getBrokerName());
    }
}
