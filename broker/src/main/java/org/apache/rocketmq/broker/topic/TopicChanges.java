package org.apache.rocketmq.broker.topic;

import org.apache.rocketmq.common.TopicConfig;

/** Told after the topic table changed and was persisted; tells the name servers. */
public interface TopicChanges {
    /** A send made a topic: spread the whole table soon, without waiting for an answer. */
    void created(TopicConfig topic);

    /** An administrator made or changed a topic: spread it before the request is answered. */
    void updated(TopicConfig topic);

    /** Nobody listens. */
    TopicChanges NONE = new TopicChanges() {
        @Override
        public void created(TopicConfig topic) {}

        @Override
        public void updated(TopicConfig topic) {}
    };
}
