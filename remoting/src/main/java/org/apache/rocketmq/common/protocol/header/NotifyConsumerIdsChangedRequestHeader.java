package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of NOTIFY_CONSUMER_IDS_CHANGED (40). */
public class NotifyConsumerIdsChangedRequestHeader implements CommandCustomHeader {
    /** Consumer group. */
    private String consumerGroup;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("consumerGroup", consumerGroup);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        consumerGroup = in.getString("consumerGroup");
    }

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }
}
