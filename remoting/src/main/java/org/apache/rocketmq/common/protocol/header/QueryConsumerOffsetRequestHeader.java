package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.rpc.RpcRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of QUERY_CONSUMER_OFFSET (14). */
public class QueryConsumerOffsetRequestHeader extends RpcRequestHeader {
    /** Consumer group. */
    private String consumerGroup;

    /** Topic name (with namespace prefix if any). */
    private String topic;

    /** Queue number. */
    private Integer queueId;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("consumerGroup", consumerGroup);
        out.put("topic", topic);
        out.put("queueId", queueId);
        super.writeTo(out);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        consumerGroup = in.getString("consumerGroup");
        topic = in.getString("topic");
        queueId = in.getInteger("queueId");
        super.readFrom(in);
    }

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
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
}
