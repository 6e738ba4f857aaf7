package org.apache.rocketmq.tools.command.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.rocketmq.client.broker.PullAnswer;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.filter.FilterAPI;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.header.PullMessageRequestHeader;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.common.sysflag.PullSysFlag;
import org.apache.rocketmq.remoting.exception.RemotingException;

/**
 * Reads queues of a topic as a consumer group would, without being one: no rebalance, no offsets stored, no waiting for
 * new messages. Blocks the caller; stateless besides its settings.
 */
final class QueueReader {
    private static final long PULL_TIMEOUT_MILLIS = 10_000;

    private final MQClientInstance instance;
    private final String group;
    private final SubscriptionData subscription;

    /** @param tags tag expression, {@code *} for all */
    QueueReader(MQClientInstance instance, String group, String topic, String tags) throws MQClientException {
        this.instance = instance;
        this.group = group;
        try {
            this.subscription = FilterAPI.buildSubscriptionData(topic, tags);
        } catch (Exception e) {
            throw new MQClientException("bad tag expression \"" + tags + "\": " + e.getMessage(), e);
        }
    }

    /** The readable queues, sorted. */
    Set<MessageQueue> queues() throws MQClientException {
        return new TreeSet<>(instance.getMQAdminImpl().fetchSubscribeMessageQueues(subscription.getTopic()));
    }

    /** The first offset at or after {@code timestampMillis}; the lowest one when that is null. */
    long begin(MessageQueue queue, Long timestampMillis) throws MQClientException {
        return timestampMillis == null
                ? instance.getMQAdminImpl().minOffset(queue)
                : instance.getMQAdminImpl().searchOffset(queue, timestampMillis);
    }

    /** The first offset at or after {@code timestampMillis}; the end of the queue when that is null. */
    long end(MessageQueue queue, Long timestampMillis) throws MQClientException {
        return timestampMillis == null
                ? instance.getMQAdminImpl().maxOffset(queue)
                : instance.getMQAdminImpl().searchOffset(queue, timestampMillis);
    }

    /** Up to {@code count} messages from {@code offset} on, those with other tags left out. */
    PullResult pull(MessageQueue queue, long offset, int count)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException {
        String address = instance.masterOf(queue.getBrokerName(), queue.getTopic());
        if (address == null) {
            throw new MQClientException("The broker[" + queue.getBrokerName() + "] not exist", null);
        }
        PullMessageRequestHeader header = new PullMessageRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic(queue.getTopic());
        header.setQueueId(queue.getQueueId());
        header.setQueueOffset(offset);
        header.setMaxMsgNums(count);
        header.setSysFlag(PullSysFlag.buildSysFlag(false, false, true, false));
        header.setCommitOffset(0L);
        header.setSuspendTimeoutMillis(0L);
        header.setSubscription(subscription.getSubString());
        header.setSubVersion(subscription.getSubVersion());
        header.setExpressionType(subscription.getExpressionType());
        header.setBname(queue.getBrokerName());
        PullAnswer answer = instance.brokerApi().pull(address, header, PULL_TIMEOUT_MILLIS);
        return new PullResult(
                answer.status(),
                answer.nextBeginOffset(),
                answer.minOffset(),
                answer.maxOffset(),
                passing(answer, queue));
    }

    /** The broker compares hashes of tags; the texts decide. */
    private List<MessageExt> passing(PullAnswer answer, MessageQueue queue) {
        Set<String> tags = subscription.getTagsSet();
        List<MessageExt> passing = new ArrayList<>();
        for (MessageExt message : answer.decode()) {
            if (tags.isEmpty() || message.getTags() != null && tags.contains(message.getTags())) {
                message.setBrokerName(queue.getBrokerName());
                MessageAccessor.putProperty(
                        message, MessageConst.PROPERTY_MIN_OFFSET, Long.toString(answer.minOffset()));
                MessageAccessor.putProperty(
                        message, MessageConst.PROPERTY_MAX_OFFSET, Long.toString(answer.maxOffset()));
                passing.add(message);
            }
        }
        return passing;
    }
}
