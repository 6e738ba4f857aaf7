package org.apache.rocketmq.client.consume;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.stat.ConsumerStatsManager;
import org.apache.rocketmq.client.stat.TopicCounters;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What both ways of consuming share. Immutable.
 *
 * @param upkeep runs what may block and is not urgent: renewals, expiry, send-backs; discards work after its end
 * @param drained told after messages left a queue
 */
public record ConsumeContext(
        DefaultMQPushConsumer consumer,
        OffsetStore offsets,
        ListenerHooks hooks,
        SendBack sendBack,
        ConsumerStatsManager statistics,
        HeldQueues heldQueues,
        ScheduledExecutorService upkeep,
        Drained drained) {

    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final int DEFAULT_MAX_RECONSUME_TIMES = 16;

    /** Learns that a queue has room again. */
    public interface Drained {
        void consumed(ProcessQueue queue);
    }

    TopicCounters counters(ProcessQueue queue) {
        return statistics.counters(
                consumer.getConsumerGroup(), queue.messageQueue().getTopic());
    }

    boolean isBroadcasting() {
        return consumer.getMessageModel() == MessageModel.BROADCASTING;
    }

    /** Times a message is consumed again before it becomes a dead letter, for consumers that set no number. */
    int maxReconsumeTimes(int unset) {
        int set = consumer.getMaxReconsumeTimes();
        return set == -1 ? unset : set;
    }

    /** Whether the message was taken, by its broker or the retry topic. */
    boolean giveBack(MessageExt message, int delayLevel, String brokerName) {
        try {
            sendBack.send(
                    message,
                    delayLevel,
                    brokerName,
                    consumer.getConsumerGroup(),
                    maxReconsumeTimes(DEFAULT_MAX_RECONSUME_TIMES));
            return true;
        } catch (RemotingException | MQBrokerException | MQClientException | IllegalStateException e) {
            LOG.error("message {} cannot be given back, it is consumed again here", message, e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives retried messages their real topic back and takes the namespace off. */
    void restoreTopics(List<MessageExt> messages) {
        boolean namespaced =
                consumer.getNamespace() != null && !consumer.getNamespace().isEmpty();
        for (int i = 0; i < messages.size(); i++) {
            MessageExt message = messages.get(i);
            if (message.getTopic().startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX)) {
                restoreRetried(message);
            }
            if (namespaced) {
                message.setTopic(consumer.withoutNamespace(message.getTopic()));
            }
        }
    }

    private void restoreRetried(MessageExt message) {
        String real = message.getProperty(MessageConst.PROPERTY_RETRY_TOPIC);
        if (real != null && message.getTopic().equals(MixAll.getRetryTopic(consumer.getConsumerGroup()))) {
            message.setTopic(real);
        }
    }
}
