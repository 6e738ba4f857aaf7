package org.apache.rocketmq.common;

/** Whether messages of a topic carry one tag or several. */
public enum TopicFilterType {
    SINGLE_TAG,
    MULTI_TAG
}
