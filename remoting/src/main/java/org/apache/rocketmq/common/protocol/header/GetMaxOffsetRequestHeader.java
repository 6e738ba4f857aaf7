package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.rpc.RpcRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_MAX_OFFSET (30). */
public class GetMaxOffsetRequestHeader extends RpcRequestHeader {
    /** Topic name (with namespace prefix if any). */
    private String topic;

    /** Queue number. */
    private Integer queueId;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("topic", topic);
        out.put("queueId", queueId);
        super.writeTo(out);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        topic = in.getString("topic");
        queueId = in.getInteger("queueId");
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
}
