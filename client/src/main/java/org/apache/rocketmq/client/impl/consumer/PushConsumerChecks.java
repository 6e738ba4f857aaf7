package org.apache.rocketmq.client.impl.consumer;

import org.apache.rocketmq.client.Validators;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.HelpLink;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.UtilAll;

/** What a push consumer must fulfil to start; order and texts are part of the API. Source: client behaviour, section 10.1. */
final class PushConsumerChecks {
    private PushConsumerChecks() {}

    static void check(DefaultMQPushConsumer consumer) throws MQClientException {
        Validators.checkGroup(consumer.getConsumerGroup());
        require(
                !MixAll.DEFAULT_CONSUMER_GROUP.equals(consumer.getConsumerGroup()),
                "consumerGroup can not equal " + MixAll.DEFAULT_CONSUMER_GROUP + ", please specify another one.");
        require(consumer.getMessageModel() != null, "messageModel is null");
        require(consumer.getConsumeFromWhere() != null, "consumeFromWhere is null");
        String timestamp = consumer.getConsumeTimestamp();
        require(
                timestamp != null && UtilAll.parseDate(timestamp, UtilAll.YYYYMMDDHHMMSS) != null,
                "consumeTimestamp is invalid, the valid format is yyyyMMddHHmmss,but received " + timestamp + " ");
        require(consumer.getAllocateMessageQueueStrategy() != null, "allocateMessageQueueStrategy is null");
        require(consumer.getSubscription() != null, "subscription is null");
        require(consumer.getMessageListener() != null, "messageListener is null");
        require(
                consumer.getMessageListener() instanceof MessageListenerOrderly
                        || consumer.getMessageListener() instanceof MessageListenerConcurrently,
                "messageListener must be instanceof MessageListenerOrderly or MessageListenerConcurrently");
        checkThreads(consumer);
        checkPulling(consumer);
    }

    private static void checkThreads(DefaultMQPushConsumer consumer) throws MQClientException {
        range("consumeThreadMin", consumer.getConsumeThreadMin(), 1, 1000);
        range("consumeThreadMax", consumer.getConsumeThreadMax(), 1, 1000);
        if (consumer.getConsumeThreadMin() > consumer.getConsumeThreadMax()) {
            throw new MQClientException(
                    "consumeThreadMin (" + consumer.getConsumeThreadMin() + ") is larger than consumeThreadMax ("
                            + consumer.getConsumeThreadMax() + ")",
                    null);
        }
    }

    private static void checkPulling(DefaultMQPushConsumer consumer) throws MQClientException {
        range("consumeConcurrentlyMaxSpan", consumer.getConsumeConcurrentlyMaxSpan(), 1, 65535);
        range("pullThresholdForQueue", consumer.getPullThresholdForQueue(), 1, 65535);
        if (consumer.getPullThresholdForTopic() != -1) {
            range("pullThresholdForTopic", consumer.getPullThresholdForTopic(), 1, 6553500);
        }
        range("pullThresholdSizeForQueue", consumer.getPullThresholdSizeForQueue(), 1, 1024);
        if (consumer.getPullThresholdSizeForTopic() != -1) {
            range("pullThresholdSizeForTopic", consumer.getPullThresholdSizeForTopic(), 1, 102400);
        }
        range("pullInterval", consumer.getPullInterval(), 0, 65535);
        range("consumeMessageBatchMaxSize", consumer.getConsumeMessageBatchMaxSize(), 1, 1024);
        range("pullBatchSize", consumer.getPullBatchSize(), 1, 1024);
    }

    private static void require(boolean fulfilled, String text) throws MQClientException {
        if (!fulfilled) {
            throw new MQClientException(HelpLink.see(text), null);
        }
    }

    private static void range(String name, long value, long min, long max) throws MQClientException {
        require(value >= min && value <= max, name + " Out of range [" + min + ", " + max + "]");
    }
}
