package org.apache.rocketmq.client.consumer;

import java.util.Set;
import org.apache.rocketmq.common.message.MessageQueue;

/** Told when the queues of this consumer change. */
public interface MessageQueueListener {
    /** {@code mqAll} are all queues of the topic, {@code mqDivided} those of this consumer. */
    void messageQueueChanged(String topic, Set<MessageQueue> mqAll, Set<MessageQueue> mqDivided);
}
