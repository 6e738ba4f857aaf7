package org.apache.rocketmq.client.instance;

import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.ConsumeMessageDirectlyResult;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;

/**
 * What the instance needs of a consumer. Called from the instance's timer, rebalance and callback threads, so everything
 * here must be thread-safe.
 */
public interface ConsumerPart {
    /** The group, namespace included. */
    String group();

    ConsumeType consumeType();

    MessageModel messageModel();

    /** As it goes into heartbeats. */
    ConsumeFromWhere consumeFromWhere();

    boolean unitMode();

    /** The current subscriptions, retry topic included, as they go into heartbeats and as topics to keep fresh. */
    Set<SubscriptionData> subscriptions();

    /** Shares the queues anew. Called on the rebalance thread only. */
    void rebalance();

    /** Persists the offsets of the held queues. Called on the timer thread and at shutdown. */
    void persistOffsets();

    /** Whether it subscribes {@code topic} and has not been told its queues yet. */
    boolean lacksQueues(String topic);

    /** The readable queues of {@code topic}, subscribed or not. */
    void queuesFound(String topic, Set<MessageQueue> queues);

    /** RESET_CONSUMER_CLIENT_OFFSET: go on at these offsets. Blocks for about 10 s; only push consumers do anything. */
    default void resetOffsets(String topic, Map<MessageQueue, Long> offsets) {}

    /** GET_CONSUMER_STATUS_FROM_CLIENT: the offsets in memory; a blank topic means all. */
    Map<MessageQueue, Long> offsetsInMemory(String topic);

    /** GET_CONSUMER_RUNNING_INFO, without the thread dump. */
    ConsumerRunningInfo runningInfo();

    /**
     * CONSUME_MESSAGE_DIRECTLY: hands one message to the listener, without effect on offsets and retries.
     *
     * @throws UnsupportedOperationException if this is not a push consumer
     */
    default ConsumeMessageDirectlyResult consumeDirectly(MessageExt message, String brokerName) {
        throw new UnsupportedOperationException("consumer group " + group() + " is not a push consumer");
    }
}
