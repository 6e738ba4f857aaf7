package org.apache.rocketmq.client.impl.consumer;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.rocketmq.client.consume.ProcessQueue;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.store.ReadOffsetType;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.common.protocol.body.ProcessQueueInfo;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;

/** The inside of a push consumer as tools show it. Source: client behaviour, section 14.1. */
final class PushRunningInfo {
    private PushRunningInfo() {}

    static ConsumerRunningInfo of(
            DefaultMQPushConsumer consumer,
            MQClientInstance instance,
            PushParts parts,
            Set<SubscriptionData> subscriptions,
            long startedMillis) {
        ConsumerRunningInfo info = new ConsumerRunningInfo();
        Properties properties = ConsumerProperties.of(consumer, instance, ConsumeType.CONSUME_PASSIVELY, startedMillis);
        properties.put(ConsumerRunningInfo.PROP_CONSUME_ORDERLY, Boolean.toString(parts.consumption.isOrderly()));
        properties.put(
                ConsumerRunningInfo.PROP_THREADPOOL_CORE_SIZE, Integer.toString(parts.consumption.corePoolSize()));
        info.setProperties(properties);
        info.setSubscriptionSet(new TreeSet<>(subscriptions));
        for (ProcessQueue queue : parts.held.all()) {
            info.getMqTable().put(queue.messageQueue(), queueInfo(queue, parts));
        }
        for (SubscriptionData subscription : subscriptions) {
            info.getStatusTable()
                    .put(
                            subscription.getTopic(),
                            instance.getConsumerStatsManager()
                                    .consumeStatus(consumer.getConsumerGroup(), subscription.getTopic()));
        }
        return info;
    }

    private static ProcessQueueInfo queueInfo(ProcessQueue queue, PushParts parts) {
        ProcessQueue.Bounds bounds = queue.bounds();
        ProcessQueueInfo info = new ProcessQueueInfo();
        info.setCommitOffset(parts.offsets.readOffset(queue.messageQueue(), ReadOffsetType.MEMORY_FIRST_THEN_STORE));
        info.setCachedMsgMinOffset(bounds.min());
        info.setCachedMsgMaxOffset(bounds.max());
        info.setCachedMsgCount(bounds.count());
        info.setCachedMsgSizeInMiB(bounds.sizeMib());
        info.setTransactionMsgMinOffset(bounds.takenMin());
        info.setTransactionMsgMaxOffset(bounds.takenMax());
        info.setTransactionMsgCount(bounds.takenCount());
        info.setLocked(queue.isLocked());
        info.setTryUnlockTimes(queue.tryUnlockTimes());
        info.setLastLockTimestamp(queue.lastLockMillis());
        info.setDroped(queue.isDropped());
        info.setLastPullTimestamp(queue.lastPullMillis());
        info.setLastConsumeTimestamp(queue.lastConsumeMillis());
        return info;
    }
}
