package org.apache.rocketmq.client.consume;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.common.sysflag.PullSysFlag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one long poll per assigned queue at its broker and what arrived for {@link #poll}. No thread waits for an answer.
 * Thread-safe. Source: client behaviour, section 13.2.
 */
public final class LitePullLoop {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long PAUSED_DELAY_MILLIS = 1_000;
    private static final long FULL_DELAY_MILLIS = 50;
    private static final long NO_OFFSET_DELAY_MILLIS = 3_000;
    private static final long FLOW_CONTROL_DELAY_MILLIS = 20;

    /** What the loop needs of its consumer. */
    public interface Owner {
        boolean isRunning();

        /** What to read of a topic, or null when it is not read any more. */
        SubscriptionData subscription(String topic);

        /** Computes where consumption of a queue begins; negative or an exception: not now. */
        long startOffset(MessageQueue queue) throws MQClientException;

        void arrived(MessageQueue queue, List<MessageExt> messages);
    }

    /** The messages of one pull. */
    private record Chunk(LiteQueue queue, List<MessageExt> messages) {}

    private final DefaultLitePullConsumer consumer;
    private final DirectPull directPull;
    private final Owner owner;
    private final ScheduledExecutorService timer;
    private final Executor blocking;
    private final long failureDelayMillis;
    private final Map<MessageQueue, LiteQueue> queues = new ConcurrentHashMap<>();
    /** Bounded by the pull limits, which are checked before each pull. */
    private final LinkedBlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();

    /**
     * @param timer runs delayed pulls; silently discards work after its end
     * @param blocking runs what may wait for a server
     */
    public LitePullLoop(
            DefaultLitePullConsumer consumer,
            DirectPull directPull,
            Owner owner,
            ScheduledExecutorService timer,
            Executor blocking) {
        this.consumer = consumer;
        this.directPull = directPull;
        this.owner = owner;
        this.timer = timer;
        this.blocking = blocking;
        this.failureDelayMillis = consumer.getPullTimeDelayMillsWhenException();
    }

    /** A live view of the assigned queues. */
    public Set<MessageQueue> assigned() {
        return queues.keySet();
    }

    /** The state of an assigned queue, or null. */
    public LiteQueue get(MessageQueue queue) {
        return queues.get(queue);
    }

    public Collection<LiteQueue> all() {
        return queues.values();
    }

    /** Starts to read a queue; false when it is read already. */
    public boolean add(MessageQueue messageQueue) {
        LiteQueue queue = new LiteQueue(messageQueue, -1);
        if (queues.putIfAbsent(messageQueue, queue) != null) {
            return false;
        }
        pull(queue);
        return true;
    }

    /** Stops to read a queue; what is cached of it is not polled any more. */
    public boolean remove(MessageQueue messageQueue) {
        LiteQueue queue = queues.remove(messageQueue);
        if (queue == null) {
            return false;
        }
        discard(queue);
        return true;
    }

    private void discard(LiteQueue queue) {
        queue.drop();
        chunks.removeIf(chunk -> chunk.queue() == queue);
    }

    /** Goes on at {@code offset}; the cache and the pull on its way are dropped. */
    public void seek(MessageQueue messageQueue, long offset) {
        LiteQueue sought = new LiteQueue(messageQueue, offset);
        LiteQueue old = queues.computeIfPresent(messageQueue, (name, current) -> {
            sought.pause(current.isPaused());
            discard(current);
            return sought;
        });
        if (old != null) {
            pull(sought);
        }
    }

    public void pause(Collection<MessageQueue> paused, boolean on) {
        for (MessageQueue each : paused) {
            LiteQueue queue = queues.get(each);
            if (queue != null) {
                queue.pause(on);
                if (!on) {
                    goOn(queue);
                }
            }
        }
    }

    /** The messages of one pull; empty when {@code timeoutMillis} passes. Advances the consume position. */
    public List<MessageExt> poll(long timeoutMillis) throws InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (true) {
            Chunk chunk = chunks.poll(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (chunk == null) {
                return List.of();
            }
            if (chunk.queue().isDropped()) {
                continue;
            }
            long offset = chunk.queue().cache().remove(chunk.messages());
            chunk.queue().consumeOffset(offset);
            goOn(chunk.queue());
            return chunk.messages();
        }
    }

    private void pull(LiteQueue queue) {
        if (queue.isDropped() || !owner.isRunning()) {
            return;
        }
        if (queue.isPaused()) {
            waitFor(queue, PAUSED_DELAY_MILLIS);
        } else if (isFull(queue.cache())) {
            waitFor(queue, FULL_DELAY_MILLIS);
        } else if (queue.pullOffset() < 0) {
            blocking.execute(() -> findStart(queue));
        } else {
            SubscriptionData subscription =
                    owner.subscription(queue.messageQueue().getTopic());
            if (subscription == null) {
                later(queue, failureDelayMillis);
            } else {
                send(queue, subscription);
            }
        }
    }

    private void later(LiteQueue queue, long delayMillis) {
        timer.schedule(() -> pull(queue), delayMillis, TimeUnit.MILLISECONDS);
    }

    /** Waits until a poll made room or the queue is resumed; looks again after the delay in any case. */
    private void waitFor(LiteQueue queue, long delayMillis) {
        queue.cache().waitForRoom();
        if (queue.isPaused() || isFull(queue.cache())) {
            timer.schedule(() -> goOn(queue), delayMillis, TimeUnit.MILLISECONDS);
        } else {
            goOn(queue);
        }
    }

    private void goOn(LiteQueue queue) {
        if (queue.cache().isWaitingForRoom() && queue.cache().stopWaiting()) {
            pull(queue);
        }
    }

    private boolean isFull(ProcessQueue cache) {
        return (long) chunks.size() * consumer.getPullBatchSize() > consumer.getPullThresholdForAll()
                || cache.count() > consumer.getPullThresholdForQueue()
                || cache.sizeMib() > consumer.getPullThresholdSizeForQueue()
                || cache.span() > consumer.getConsumeMaxSpan();
    }

    private void findStart(LiteQueue queue) {
        try {
            long offset = owner.startOffset(queue.messageQueue());
            if (offset >= 0) {
                queue.pullOffset(offset);
                pull(queue);
                return;
            }
            LOG.warn("start offset of {} cannot be read now", queue.messageQueue());
        } catch (MQClientException | IllegalStateException e) {
            LOG.warn("start offset of {} unknown: {}", queue.messageQueue(), e.toString());
        }
        later(queue, NO_OFFSET_DELAY_MILLIS);
    }

    private void send(LiteQueue queue, SubscriptionData subscription) {
        DirectPull.Request request = new DirectPull.Request(
                queue.messageQueue(),
                subscription,
                queue.pullOffset(),
                consumer.getPullBatchSize(),
                PullSysFlag.buildSysFlag(false, true, true, false, true),
                consumer.getBrokerSuspendMaxTimeMillis(),
                consumer.getConsumerTimeoutMillisWhenSuspend());
        if (!directPull.canLocate(queue.messageQueue())) {
            // Asking a name server blocks.
            blocking.execute(() -> send(queue, request));
        } else {
            send(queue, request);
        }
    }

    private void send(LiteQueue queue, DirectPull.Request request) {
        try {
            directPull.async(request).whenComplete((result, failure) -> {
                if (failure != null) {
                    failed(queue, failure);
                } else {
                    arrived(queue, result);
                }
            });
        } catch (MQClientException | IllegalStateException e) {
            failed(queue, e);
        }
    }

    private void arrived(LiteQueue queue, PullResult result) {
        if (queue.isDropped()) {
            return;
        }
        queue.pullOffset(result.getNextBeginOffset());
        switch (result.getPullStatus()) {
            case FOUND -> cache(queue, result.getMsgFoundList());
            case OFFSET_ILLEGAL -> LOG.warn("offset of {} is illegal, going on: {}", queue.messageQueue(), result);
            case NO_NEW_MSG, NO_MATCHED_MSG -> {}
        }
        pull(queue);
    }

    private void cache(LiteQueue queue, List<MessageExt> messages) {
        if (messages.isEmpty()) {
            return;
        }
        owner.arrived(queue.messageQueue(), messages);
        queue.cache().add(messages);
        chunks.add(new Chunk(queue, messages));
        if (queue.isDropped()) {
            discard(queue);
        }
    }

    private void failed(LiteQueue queue, Throwable failure) {
        if (queue.isDropped() || !owner.isRunning()) {
            return;
        }
        LOG.warn("pull of {} failed: {}", queue.messageQueue(), failure.toString());
        boolean flowControl =
                failure instanceof MQBrokerException refusal && refusal.getResponseCode() == ResponseCode.FLOW_CONTROL;
        later(queue, flowControl ? FLOW_CONTROL_DELAY_MILLIS : failureDelayMillis);
    }
}
