package org.apache.rocketmq.client.consumer;

import org.apache.rocketmq.common.message.MessageQueue;

/** Work that is done repeatedly for each assigned queue. */
public interface PullTaskCallback {
    void doPullTask(MessageQueue mq, PullTaskContext context);
}
