package org.apache.rocketmq.client.consume;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.broker.PullAnswer;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.consumer.store.ReadOffsetType;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.route.BrokerAddress;
import org.apache.rocketmq.client.stat.TopicCounters;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.PullMessageRequestHeader;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.common.sysflag.PullSysFlag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one pull per held queue at its broker. An answer is cached and submitted, and the next pull sent, on the event
 * loop that received it: no thread change and no timer lies in the path of a message. Only waits use the timer.
 *
 * <p>Thread-safe; one queue is in at most one pull at a time. Source: client behaviour, section 10.3.
 */
public final class PullLoop {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private static final long SUSPEND_TIMEOUT_MILLIS = 15_000;
    private static final long CLIENT_TIMEOUT_MILLIS = 30_000;
    private static final long SUSPENDED_DELAY_MILLIS = 1_000;
    private static final long FULL_DELAY_MILLIS = 50;
    private static final long FLOW_CONTROL_DELAY_MILLIS = 20;
    private static final long OFFSET_MOVED_DELAY_MILLIS = 10_000;
    private static final int SQL_BROKER_VERSION = MQVersion.Version.V4_1_0_SNAPSHOT.ordinal();
    /** Larger answers are decoded elsewhere, so that an event loop is not held up. */
    private static final int INLINE_BYTES = 64 * 1024;

    /** What the loop needs of its consumer. */
    public interface Owner {
        boolean isRunning();

        boolean isSuspended();

        /** Gives up a queue whose offset was corrected, so that it is taken anew. */
        void takeAnew(MessageQueue queue);
    }

    private final DefaultMQPushConsumer consumer;
    private final MQClientInstance instance;
    private final Map<String, SubscriptionData> subscriptions;
    private final OffsetStore offsets;
    private final PulledMessages pulledMessages;
    private final Consumption consumption;
    private final Owner owner;
    private final ScheduledExecutorService timer;
    private final Executor blocking;
    private final long failureDelayMillis;

    /**
     * @param timer runs delayed pulls; silently discards work after its end
     * @param blocking runs what may wait for a server
     */
    public PullLoop(
            DefaultMQPushConsumer consumer,
            MQClientInstance instance,
            Map<String, SubscriptionData> subscriptions,
            OffsetStore offsets,
            PulledMessages pulledMessages,
            Consumption consumption,
            Owner owner,
            ScheduledExecutorService timer,
            Executor blocking) {
        this.consumer = consumer;
        this.instance = instance;
        this.subscriptions = subscriptions;
        this.offsets = offsets;
        this.pulledMessages = pulledMessages;
        this.consumption = consumption;
        this.owner = owner;
        this.timer = timer;
        this.blocking = blocking;
        this.failureDelayMillis = consumer.getPullTimeDelayMillsWhenException();
    }

    /** Pulls {@code queue} now or, if something stands against it, later. Never blocks; ends silently when it is dropped. */
    public void pull(ProcessQueue queue) {
        if (queue.isDropped()) {
            return;
        }
        queue.pulledAt(System.currentTimeMillis());
        if (!owner.isRunning()) {
            later(queue, failureDelayMillis);
        } else if (owner.isSuspended()) {
            later(queue, SUSPENDED_DELAY_MILLIS);
        } else if (isFull(queue)) {
            waitForRoom(queue);
        } else if (consumption.isOrderly() && !queue.isLocked()) {
            later(queue, failureDelayMillis);
        } else {
            SubscriptionData subscription =
                    subscriptions.get(queue.messageQueue().getTopic());
            if (subscription == null) {
                LOG.warn("group {}: no subscription for {}", consumer.getConsumerGroup(), queue.messageQueue());
                later(queue, failureDelayMillis);
            } else {
                locate(queue, subscription);
            }
        }
    }

    private void later(ProcessQueue queue, long delayMillis) {
        timer.schedule(() -> pull(queue), delayMillis, TimeUnit.MILLISECONDS);
    }

    private boolean isFull(ProcessQueue queue) {
        return queue.count() > consumer.getPullThresholdForQueue()
                || queue.sizeMib() > consumer.getPullThresholdSizeForQueue()
                || !consumption.isOrderly() && queue.span() > consumer.getConsumeConcurrentlyMaxSpan();
    }

    /** A quarter below the limits, so that a queue at its limit is pulled in steps that are worth a request. */
    private boolean hasRoom(ProcessQueue queue) {
        return queue.count() <= threeQuarters(consumer.getPullThresholdForQueue())
                && queue.sizeMib() <= threeQuarters(consumer.getPullThresholdSizeForQueue())
                && (consumption.isOrderly() || queue.span() <= threeQuarters(consumer.getConsumeConcurrentlyMaxSpan()));
    }

    private static int threeQuarters(int limit) {
        return limit - limit / 4;
    }

    private void waitForRoom(ProcessQueue queue) {
        queue.waitForRoom();
        if (isFull(queue)) {
            timer.schedule(() -> goOn(queue), FULL_DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            goOn(queue);
        }
    }

    private void goOn(ProcessQueue queue) {
        if (queue.stopWaiting()) {
            pull(queue);
        }
    }

    /** To be called after messages were taken out of {@code queue}: a pull that waits for room goes on. */
    public void consumed(ProcessQueue queue) {
        if (queue.isWaitingForRoom() && hasRoom(queue)) {
            goOn(queue);
        }
    }

    private void locate(ProcessQueue queue, SubscriptionData subscription) {
        BrokerAddress address = find(queue);
        if (address != null) {
            send(queue, subscription, address);
            return;
        }
        blocking.execute(() -> {
            try {
                instance.routes().refresh(queue.messageQueue().getTopic());
            } catch (IllegalStateException e) {
                LOG.warn("route of {} not refreshed: {}", queue.messageQueue(), e.toString());
            }
            BrokerAddress refreshed = find(queue);
            if (refreshed != null) {
                send(queue, subscription, refreshed);
            } else {
                failed(
                        queue,
                        new MQClientException(
                                "The broker[" + queue.messageQueue().getBrokerName() + "] not exist", null));
            }
        });
    }

    private BrokerAddress find(ProcessQueue queue) {
        return instance.routes().brokers().find(queue.messageQueue().getBrokerName(), queue.suggestedBrokerId(), false);
    }

    private void send(ProcessQueue queue, SubscriptionData subscription, BrokerAddress address) {
        if (!ExpressionType.isTagType(subscription.getExpressionType()) && address.version() < SQL_BROKER_VERSION) {
            failed(
                    queue,
                    new MQClientException(
                            "The broker[" + queue.messageQueue().getBrokerName() + ", " + address.version()
                                    + "] does not upgrade to support for filter message by "
                                    + subscription.getExpressionType(),
                            null));
            return;
        }
        long beganNanos = System.nanoTime();
        instance.brokerApi()
                .pullAsync(address.address(), header(queue, subscription, address), CLIENT_TIMEOUT_MILLIS)
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        failed(queue, failure);
                    } else {
                        arrived(queue, subscription, answer, beganNanos);
                    }
                });
    }

    private PullMessageRequestHeader header(ProcessQueue queue, SubscriptionData subscription, BrokerAddress address) {
        MessageQueue messageQueue = queue.messageQueue();
        long commitOffset = 0;
        if (consumer.getMessageModel() == MessageModel.CLUSTERING) {
            commitOffset = offsets.readOffset(messageQueue, ReadOffsetType.READ_FROM_MEMORY);
        }
        boolean postExpression = consumer.isPostSubscriptionWhenPull() && !subscription.isClassFilterMode();
        PullMessageRequestHeader header = new PullMessageRequestHeader();
        header.setConsumerGroup(consumer.getConsumerGroup());
        header.setTopic(messageQueue.getTopic());
        header.setQueueId(messageQueue.getQueueId());
        header.setQueueOffset(queue.nextPullOffset());
        header.setMaxMsgNums(consumer.getPullBatchSize());
        header.setSysFlag(PullSysFlag.buildSysFlag(
                commitOffset > 0 && !address.slave(), true, postExpression, subscription.isClassFilterMode()));
        header.setCommitOffset(commitOffset);
        header.setSuspendTimeoutMillis(SUSPEND_TIMEOUT_MILLIS);
        header.setSubscription(postExpression ? subscription.getSubString() : null);
        header.setSubVersion(subscription.getSubVersion());
        header.setExpressionType(subscription.getExpressionType());
        header.setBname(messageQueue.getBrokerName());
        return header;
    }

    private void arrived(ProcessQueue queue, SubscriptionData subscription, PullAnswer answer, long beganNanos) {
        if (!pulledMessages.hasHooks() && (answer.records() == null || answer.records().length <= INLINE_BYTES)) {
            handle(queue, subscription, answer, beganNanos);
            return;
        }
        try {
            instance.remoting().getCallbackExecutor().execute(() -> handle(queue, subscription, answer, beganNanos));
        } catch (RejectedExecutionException e) {
            LOG.debug("answer for {} dropped: the client stops", queue.messageQueue());
        }
    }

    private void handle(ProcessQueue queue, SubscriptionData subscription, PullAnswer answer, long beganNanos) {
        try {
            queue.suggestedBrokerId(answer.suggestedBrokerId());
            PullResult result = pulledMessages.read(queue.messageQueue(), answer, subscription);
            switch (result.getPullStatus()) {
                case FOUND -> found(queue, result, beganNanos);
                case NO_NEW_MSG, NO_MATCHED_MSG -> nothing(queue, result);
                case OFFSET_ILLEGAL -> offsetMoved(queue, result);
            }
        } catch (RuntimeException e) {
            // Without this the queue would stand still until rebalance finds it stuck.
            LOG.error("answer of pull for {} not handled", queue.messageQueue(), e);
            later(queue, failureDelayMillis);
        }
    }

    private void found(ProcessQueue queue, PullResult result, long beganNanos) {
        List<MessageExt> messages = result.getMsgFoundList();
        queue.nextPullOffset(result.getNextBeginOffset());
        TopicCounters counters = instance.getConsumerStatsManager()
                .counters(consumer.getConsumerGroup(), queue.messageQueue().getTopic());
        long nowMillis = System.currentTimeMillis();
        counters.pullTook(nowMillis, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos));
        if (messages.isEmpty()) {
            pull(queue);
            return;
        }
        counters.pulled(nowMillis, messages.size());
        queue.add(messages);
        consumption.submit(messages, queue);
        if (consumer.getPullInterval() > 0) {
            later(queue, consumer.getPullInterval());
        } else {
            pull(queue);
        }
    }

    private void nothing(ProcessQueue queue, PullResult result) {
        queue.nextPullOffset(result.getNextBeginOffset());
        if (queue.count() == 0 && !queue.isDropped()) {
            offsets.updateOffset(queue.messageQueue(), result.getNextBeginOffset(), true);
        }
        pull(queue);
    }

    private void offsetMoved(ProcessQueue queue, PullResult result) {
        LOG.warn(
                "group {}: offset {} of {} is illegal, going on at {} ({})",
                consumer.getConsumerGroup(),
                queue.nextPullOffset(),
                queue.messageQueue(),
                result.getNextBeginOffset(),
                result);
        if (queue.mayCorrectAtOnce()) {
            // Nothing was delivered from this queue yet, so no listener can still be at work on old offsets.
            offsets.updateOffset(queue.messageQueue(), result.getNextBeginOffset(), false);
            offsets.persist(queue.messageQueue());
            queue.nextPullOffset(result.getNextBeginOffset());
            pull(queue);
            return;
        }
        queue.drop();
        // Listeners that still run on old offsets get time to end before the offset is set.
        timer.schedule(
                () -> blocking.execute(() -> {
                    offsets.updateOffset(queue.messageQueue(), result.getNextBeginOffset(), false);
                    offsets.persist(queue.messageQueue());
                    owner.takeAnew(queue.messageQueue());
                }),
                OFFSET_MOVED_DELAY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void failed(ProcessQueue queue, Throwable failure) {
        if (queue.isDropped() || !owner.isRunning()) {
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!queue.messageQueue().getTopic().startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX)) {
            LOG.warn("pull of {} failed: {}", queue.messageQueue(), cause.toString());
        }
        boolean flowControl =
                cause instanceof MQBrokerException refusal && refusal.getResponseCode() == ResponseCode.FLOW_CONTROL;
        later(queue, flowControl ? FLOW_CONTROL_DELAY_MILLIS : failureDelayMillis);
    }
}
