package org.apache.rocketmq.common.message;

import java.io.Serializable;
import java.util.Objects;

/** One queue of a topic on one broker. Its text form is also the key of consistent hashing. */
public class MessageQueue implements Comparable<MessageQueue>, Serializable {
    private static final long serialVersionUID = 6191200464116433425L;

    private String topic;
    private String brokerName;
    private int queueId;

    public MessageQueue() {}

    public MessageQueue(String topic, String brokerName, int queueId) {
        this.topic = topic;
        this.brokerName = brokerName;
        this.queueId = queueId;
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

    /** By topic, broker name, queue id. */
    @Override
    public int compareTo(MessageQueue o) {
        int byTopic = topic.compareTo(o.topic);
        if (byTopic != 0) {
            return byTopic;
        }
        int byBroker = brokerName.compareTo(o.brokerName);
        return byBroker != 0 ? byBroker : Integer.compare(queueId, o.queueId);
    }

    // The order of the fields is fixed: applications see it through hash-ordered collections.
    @Override
    public int hashCode() {
        int result = 31 + (brokerName == null ? 0 : brokerName.hashCode());
        result = 31 * result + queueId;
        return 31 * result + (topic == null ? 0 : topic.hashCode());
    }

    @Override
    public boolean equals(Object obj) {
        if (this == obj) {
            return true;
        }
        if (obj == null || getClass() != obj.getClass()) {
            return false;
        }
        MessageQueue other = (MessageQueue) obj;
        return queueId == other.queueId
                && Objects.equals(topic, other.topic)
                && Objects.equals(brokerName, other.brokerName);
    }

    @Override
    public String toString() {
        return "MessageQueue [topic=" + topic + ", brokerName=" + brokerName + ", queueId=" + queueId + "]";
    }
}
