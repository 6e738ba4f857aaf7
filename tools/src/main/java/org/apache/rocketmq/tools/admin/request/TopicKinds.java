package org.apache.rocketmq.tools.admin.request;

import org.apache.rocketmq.common.MixAll;

/** What the name of a topic says about it. */
public final class TopicKinds {
    private TopicKinds() {}

    public static boolean isRetry(String topic) {
        return topic.startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX);
    }

    public static boolean isRetryOrDeadLetter(String topic) {
        return isRetry(topic) || topic.startsWith(MixAll.DLQ_GROUP_TOPIC_PREFIX);
    }
}
