package org.apache.rocketmq.client.consumer.listener;

import org.apache.rocketmq.common.message.MessageQueue;

/** What a concurrent listener may know and decide. Confined to the listener call. */
public class ConsumeConcurrentlyContext {
    private MessageQueue messageQueue;
    private int delayLevelWhenNextConsume;
    private int ackIndex = Integer.MAX_VALUE;

    public ConsumeConcurrentlyContext(MessageQueue messageQueue) {
        this.messageQueue = messageQueue;
    }

    /** The queue pulled from; for retried messages the retry queue. */
    public MessageQueue getMessageQueue() {
        return messageQueue;
    }

    /** Level for messages given back: -1 dead letter, 0 the broker chooses, else that level. */
    public int getDelayLevelWhenNextConsume() {
        return delayLevelWhenNextConsume;
    }

    public void setDelayLevelWhenNextConsume(int delayLevelWhenNextConsume) {
        this.delayLevelWhenNextConsume = delayLevelWhenNextConsume;
    }

    /** Index of the last consumed message of the list; -1 for none. */
    public int getAckIndex() {
        return ackIndex;
    }

    public void setAckIndex(int ackIndex) {
        this.ackIndex = ackIndex;
    }
}
