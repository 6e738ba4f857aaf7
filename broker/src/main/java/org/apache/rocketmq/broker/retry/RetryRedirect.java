package org.apache.rocketmq.broker.retry;

import java.util.function.BiConsumer;
import org.apache.rocketmq.broker.group.GroupTable;
import org.apache.rocketmq.broker.request.Refusal;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.HelpText;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.store.MessageToStore;

/**
 * Looks at messages that a consumer itself sends to its retry topic: one that was tried too often goes to the dead-letter
 * topic instead. Thread-safe. Source: broker specification, sends to the retry topic.
 */
public final class RetryRedirect {
    /** From this client version on (V3_4_9) the limit in the header counts. */
    static final int MAX_RECONSUME_TIMES_SINCE = 121;

    /** Stands for a header without a limit of its own. */
    public static final int NO_LIMIT = Integer.MIN_VALUE;

    private final GroupTable groups;
    private final DeadLetters deadLetters;

    public RetryRedirect(GroupTable groups, TopicTable topics) {
        this.groups = groups;
        this.deadLetters = new DeadLetters(topics);
    }

    /**
     * Changes topic, queue and delay of a message that has died. May write a file.
     *
     * @param clientVersion version of the request
     * @param headerLimit maxReconsumeTimes of the header, or {@link #NO_LIMIT}
     * @param setProperty changes a property of the message
     * @return null, or why the message is refused
     */
    public Refusal redirect(
            MessageToStore message, int clientVersion, int headerLimit, BiConsumer<String, String> setProperty) {
        String group = message.topic.substring(MixAll.RETRY_GROUP_TOPIC_PREFIX.length());
        SubscriptionGroupConfig config = groups.find(group);
        if (config == null) {
            return new Refusal(
                    ResponseCode.SUBSCRIPTION_GROUP_NOT_EXIST,
                    "subscription group not exist, " + group + " " + HelpText.FAQ);
        }
        boolean headerCounts = clientVersion >= MAX_RECONSUME_TIMES_SINCE && headerLimit != NO_LIMIT;
        int limit = headerCounts ? headerLimit : config.getRetryMaxTimes();
        if (message.reconsumeTimes >= limit) {
            message.topic = deadLetters.topicOf(group).getTopicName();
            message.queueId = DeadLetters.QUEUE_ID;
            setProperty.accept(MessageConst.PROPERTY_DELAY_TIME_LEVEL, "0");
        }
        return null;
    }
}
