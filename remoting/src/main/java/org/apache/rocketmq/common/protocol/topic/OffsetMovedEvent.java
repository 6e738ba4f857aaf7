package org.apache.rocketmq.common.protocol.topic;

import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Body of the messages a broker writes to OFFSET_MOVED_EVENT when it corrects a pull offset. */
public class OffsetMovedEvent extends RemotingSerializable {
    /** Consumer group. */
    private String consumerGroup;

    /** Queue of the pull. */
    private MessageQueue messageQueue;

    /** Offset the client asked for. */
    private long offsetRequest;

    /** Offset the broker answered with. */
    private long offsetNew;

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }

    public MessageQueue getMessageQueue() {
        return messageQueue;
    }

    public void setMessageQueue(MessageQueue messageQueue) {
        this.messageQueue = messageQueue;
    }

    public long getOffsetRequest() {
        return offsetRequest;
    }

    public void setOffsetRequest(long offsetRequest) {
        this.offsetRequest = offsetRequest;
    }

    public long getOffsetNew() {
        return offsetNew;
    }

    public void setOffsetNew(long offsetNew) {
        this.offsetNew = offsetNew;
    }

    @Override
    public String toString() {
        return "OffsetMovedEvent [consumerGroup=" + consumerGroup + ", messageQueue=" + messageQueue
                + ", offsetRequest=" + offsetRequest + ", offsetNew=" + offsetNew + "]";
    }
}
