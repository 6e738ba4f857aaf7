package org.apache.rocketmq.broker.retry;

import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.constant.PermName;

/** The dead-letter topic of a group: one queue, readable and writable, made when the first message dies. Thread-safe. */
final class DeadLetters {
    static final int QUEUE_ID = 0;
    private static final int QUEUES = 1;

    private final TopicTable topics;

    DeadLetters(TopicTable topics) {
        this.topics = topics;
    }

    /** The topic, made when it is missing. */
    TopicConfig topicOf(String group) {
        return topics.findOrCreate(MixAll.getDLQTopic(group), QUEUES, PermName.PERM_READ | PermName.PERM_WRITE, 0);
    }
}
