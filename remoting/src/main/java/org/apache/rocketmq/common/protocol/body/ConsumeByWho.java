package org.apache.rocketmq.common.protocol.body;

import java.util.HashSet;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Which groups consumed a message and which did not. */
public class ConsumeByWho extends RemotingSerializable {
    /** Groups past the message. */
    private HashSet<String> consumedGroup = new HashSet<>();

    /** Groups that still have to consume it. */
    private HashSet<String> notConsumedGroup = new HashSet<>();

    /** Topic of the message. */
    private String topic;

    /** Queue of the message. */
    private int queueId;

    /** Queue offset of the message. */
    private long offset;

    public HashSet<String> getConsumedGroup() {
        return consumedGroup;
    }

    public void setConsumedGroup(HashSet<String> consumedGroup) {
        this.consumedGroup = consumedGroup;
    }

    public HashSet<String> getNotConsumedGroup() {
        return notConsumedGroup;
    }

    public void setNotConsumedGroup(HashSet<String> notConsumedGroup) {
        this.notConsumedGroup = notConsumedGroup;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public int getQueueId() {
        return queueId;
    }

    public void setQueueId(int queueId) {
        this.queueId = queueId;
    }

    public long getOffset() {
        return offset;
    }

    public void setOffset(long offset) {
        this.offset = offset;
    }
}
