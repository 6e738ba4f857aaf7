package org.apache.rocketmq.client.consumer.listener;

import java.util.List;
import org.apache.rocketmq.common.message.MessageExt;

/** Consumes the messages of each queue in order, one thread per queue at a time. */
public interface MessageListenerOrderly extends MessageListener {
    /** Null or an exception counts as SUSPEND_CURRENT_QUEUE_A_MOMENT. */
    ConsumeOrderlyStatus consumeMessage(List<MessageExt> msgs, ConsumeOrderlyContext context);
}
