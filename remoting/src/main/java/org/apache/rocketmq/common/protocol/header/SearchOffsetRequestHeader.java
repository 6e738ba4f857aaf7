package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.rpc.RpcRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of SEARCH_OFFSET_BY_TIMESTAMP (29). */
public class SearchOffsetRequestHeader extends RpcRequestHeader {
    /** Topic name (with namespace prefix if any). */
    private String topic;

    /** Queue number. */
    private Integer queueId;

    /** Store time, ms. */
    private Long timestamp;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("topic", topic);
        out.put("queueId", queueId);
        out.put("timestamp", timestamp);
        super.writeTo(out);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        topic = in.getString("topic");
        queueId = in.getInteger("queueId");
        timestamp = in.getLong("timestamp");
        super.readFrom(in);
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public Integer getQueueId() {
        return queueId;
    }

    public void setQueueId(Integer queueId) {
        this.queueId = queueId;
    }

    public Long getTimestamp() {
        return timestamp;
    }

    public void setTimestamp(Long timestamp) {
        this.timestamp = timestamp;
    }
}
