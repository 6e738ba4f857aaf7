package org.apache.rocketmq.client.consumer.listener;

import java.util.List;
import org.apache.rocketmq.common.message.MessageExt;

/** Consumes messages in any order on many threads. */
public interface MessageListenerConcurrently extends MessageListener {
    /** Null or an exception counts as RECONSUME_LATER. The list cannot be modified. */
    ConsumeConcurrentlyStatus consumeMessage(List<MessageExt> msgs, ConsumeConcurrentlyContext context);
}
