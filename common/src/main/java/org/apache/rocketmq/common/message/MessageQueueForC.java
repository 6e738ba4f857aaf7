package org.apache.rocketmq.common.message;

import java.io.Serializable;
import java.util.Objects;

/** A queue with an offset, as C++ clients receive it in an offset reset (a JSON list instead of a map). */
public class MessageQueueForC implements Comparable<MessageQueueForC>, Serializable {
    private static final long serialVersionUID = 5320967846569962104L;

    private String topic;
    private String brokerName;
    private int queueId;
    private long offset;

    public MessageQueueForC(String topic, String brokerName, int queueId, long offset) {
        this.topic = topic;
        this.brokerName = brokerName;
        this.queueId = queueId;
        this.offset = offset;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getBrokerName() {
        return brokerName;
    }

    public void setBrokerName(String brokerName) {
        this.brokerName = brokerName;
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

    /** By topic, broker name, queue id, offset. */
    @Override
    public int compareTo(MessageQueueForC o) {
        int byTopic = topic.compareTo(o.topic);
        if (byTopic != 0) {
            return byTopic;
        }
        int byBroker = brokerName.compareTo(o.brokerName);
        if (byBroker != 0) {
            return byBroker;
        }
        int byQueue = Integer.compare(queueId, o.queueId);
        return byQueue != 0 ? byQueue : Long.compare(offset, o.offset);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, brokerName, queueId, offset);
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        MessageQueueForC other = (MessageQueueForC) obj;
        return queueId == other.queueId
                && offset == other.offset
                && Objects.equals(topic, other.topic)
                && Objects.equals(brokerName, other.brokerName);
    }

    @Override
    public String toString() {
        return "MessageQueueForC [topic=" + topic + ", brokerName=" + brokerName + ", queueId=" + queueId + ", offset="
                + offset + "]";
    }
}
