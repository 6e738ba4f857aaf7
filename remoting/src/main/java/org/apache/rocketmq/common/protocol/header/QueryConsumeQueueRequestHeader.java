package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of QUERY_CONSUME_QUEUE (321). */
public class QueryConsumeQueueRequestHeader implements CommandCustomHeader {
    /** Topic name (with namespace prefix if any); null when absent. */
    private String topic;

    /** Queue number. */
    private int queueId;

    /** First queue index. */
    private long index;

    /** Number of entries. */
    private int count;

    /** Group whose filter is evaluated; null = none. */
    private String consumerGroup;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("topic", topic);
        out.put("queueId", queueId);
        out.put("index", index);
        out.put("count", count);
        out.put("consumerGroup", consumerGroup);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        topic = in.getString("topic");
        Integer receivedQueueId = in.getInteger("queueId");
        if (receivedQueueId != null) {
            queueId = receivedQueueId;
        }
        Long receivedIndex = in.getLong("index");
        if (receivedIndex != null) {
            index = receivedIndex;
        }
        Integer receivedCount = in.getInteger("count");
        if (receivedCount != null) {
            count = receivedCount;
        }
        consumerGroup = in.getString("consumerGroup");
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

    public long getIndex() {
        return index;
    }

    public void setIndex(long index) {
        this.index = index;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }
}
