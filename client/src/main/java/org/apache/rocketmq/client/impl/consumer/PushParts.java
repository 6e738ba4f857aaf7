package org.apache.rocketmq.client.impl.consumer;

import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.consume.ConcurrentConsumption;
import org.apache.rocketmq.client.consume.ConsumeContext;
import org.apache.rocketmq.client.consume.Consumption;
import org.apache.rocketmq.client.consume.HeldQueues;
import org.apache.rocketmq.client.consume.ListenerHooks;
import org.apache.rocketmq.client.consume.OrderlyConsumption;
import org.apache.rocketmq.client.consume.PullLoop;
import org.apache.rocketmq.client.consume.PulledMessages;
import org.apache.rocketmq.client.consume.QueueKeeper;
import org.apache.rocketmq.client.consume.QueueLocks;
import org.apache.rocketmq.client.consume.SendBack;
import org.apache.rocketmq.client.consume.StartOffset;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.consumer.store.LocalFileOffsetStore;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.consumer.store.ReadOffsetType;
import org.apache.rocketmq.client.consumer.store.RemoteBrokerOffsetStore;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.rebalance.Rebalance;
import org.apache.rocketmq.client.rebalance.TopicQueues;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;

/** The parts of a push consumer that exist from start to shutdown, wired. Owns its two helper threads. */
final class PushParts {
    /** What the parts call back. */
    interface Owner extends PullLoop.Owner, Rebalance.Group {
        void queuesChanged(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned);
    }

    private static final long SEND_BACK_TIMEOUT_MILLIS = 5_000;

    final OffsetStore offsets;
    final HeldQueues held = new HeldQueues();
    final Consumption consumption;
    final SendBack sendBack;
    final QueueKeeper keeper;
    final Rebalance rebalance;
    /** Delayed pulls; never blocks. */
    private final ScheduledExecutorService timer;
    /** What may wait for servers: locks, expiry, route refreshes. */
    private final ScheduledExecutorService upkeep;

    PushParts(
            DefaultMQPushConsumer consumer,
            MQClientInstance instance,
            Subscriptions subscriptions,
            TopicQueues topicQueues,
            ListenerHooks hooks,
            PulledMessages pulledMessages,
            Owner owner) {
        String group = consumer.getConsumerGroup();
        boolean clustering = consumer.getMessageModel() == MessageModel.CLUSTERING;
        this.timer = ConsumerThreads.one("PullTimer_" + group);
        this.upkeep = ConsumerThreads.one("ConsumerUpkeep_" + group);
        this.offsets = offsetStore(consumer, instance, clustering);
        this.sendBack = new SendBack(instance, consumer, group, SEND_BACK_TIMEOUT_MILLIS, consumer.isUnitMode());
        boolean orderly = consumer.getMessageListener() instanceof MessageListenerOrderly;
        QueueLocks locks = orderly && clustering ? new QueueLocks(instance, group) : null;
        // Consumption and pull loop need each other: an emptied queue is pulled again.
        PullLoop[] loop = new PullLoop[1];
        ConsumeContext context = new ConsumeContext(
                consumer,
                offsets,
                hooks,
                sendBack,
                instance.getConsumerStatsManager(),
                held,
                upkeep,
                queue -> loop[0].consumed(queue));
        this.consumption = orderly
                ? new OrderlyConsumption(context, (MessageListenerOrderly) consumer.getMessageListener(), locks)
                : new ConcurrentConsumption(context, (MessageListenerConcurrently) consumer.getMessageListener());
        PullLoop pullLoop = new PullLoop(
                consumer,
                instance,
                subscriptions.forPulls(),
                offsets,
                pulledMessages,
                consumption,
                owner,
                timer,
                upkeep);
        loop[0] = pullLoop;
        QueueKeeper.Start start = queue -> StartOffset.of(
                queue,
                offsets,
                ReadOffsetType.READ_FROM_STORE,
                consumer.getConsumeFromWhere(),
                consumer.getConsumeTimestamp(),
                instance.getMQAdminImpl());
        this.keeper = new QueueKeeper(held, offsets, locks, start, pullLoop, upkeep, owner::queuesChanged);
        this.rebalance = new Rebalance(owner, topicQueues, keeper);
    }

    @SuppressWarnings("deprecation") // A store of the application's own is deprecated, not refused.
    private static OffsetStore offsetStore(
            DefaultMQPushConsumer consumer, MQClientInstance instance, boolean clustering) {
        if (consumer.getOffsetStore() == null) {
            consumer.setOffsetStore(
                    clustering
                            ? new RemoteBrokerOffsetStore(instance, consumer.getConsumerGroup())
                            : new LocalFileOffsetStore(instance, consumer.getConsumerGroup()));
        }
        return consumer.getOffsetStore();
    }

    void after(long delayMillis, Runnable work) {
        timer.schedule(work, delayMillis, TimeUnit.MILLISECONDS);
    }

    void stopThreads() {
        timer.shutdownNow();
        upkeep.shutdownNow();
    }
}
