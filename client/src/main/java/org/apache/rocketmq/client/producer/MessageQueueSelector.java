package org.apache.rocketmq.client.producer;

import java.util.List;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;

/** Chooses the queue of a message. Called on the sending thread, for asynchronous sends on an async sender thread. */
public interface MessageQueueSelector {
    /** Returns one of {@code mqs}; {@code arg} is what the application passed to send. */
    MessageQueue select(List<MessageQueue> mqs, Message msg, Object arg);
}
