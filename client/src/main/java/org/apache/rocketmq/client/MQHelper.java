package org.apache.rocketmq.client;

import java.util.Set;
import java.util.TreeSet;
import org.apache.rocketmq.client.consumer.DefaultMQPullConsumer;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a group's offsets by time without a broker's help. Source: client behaviour, section 13.1. */
@SuppressWarnings("deprecation")
public class MQHelper {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    public MQHelper() {}

    @Deprecated
    public static void resetOffsetByTimestamp(
            MessageModel messageModel, String consumerGroup, String topic, long timestamp) throws Exception {
        resetOffsetByTimestamp(messageModel, "DEFAULT", consumerGroup, topic, timestamp);
    }

    /**
     * Sets the offset of every queue of {@code topic} to the first message stored at or after {@code timestamp} (ms). No
     * member of the group should run.
     */
    public static void resetOffsetByTimestamp(
            MessageModel messageModel, String instanceName, String consumerGroup, String topic, long timestamp)
            throws Exception {
        DefaultMQPullConsumer consumer = new DefaultMQPullConsumer(consumerGroup);
        consumer.setInstanceName(instanceName);
        consumer.setMessageModel(messageModel);
        consumer.start();
        try {
            Set<MessageQueue> queues = new TreeSet<>(consumer.fetchSubscribeMessageQueues(topic));
            for (MessageQueue queue : queues) {
                long offset = consumer.searchOffset(queue, timestamp);
                if (offset >= 0) {
                    consumer.updateConsumeOffset(queue, offset);
                    LOG.info("offset of {} of group {} is reset to {}", queue, consumerGroup, offset);
                }
            }
            consumer.getDefaultMQPullConsumerImpl().getOffsetStore().persistAll(queues);
        } finally {
            consumer.shutdown();
        }
    }
}
