package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_CONSUMER_STATUS_FROM_CLIENT (221), INVOKE_BROKER_TO_GET_CONSUMER_STATUS (223). */
public class GetConsumerStatusRequestHeader implements CommandCustomHeader {
    /** Topic name (with namespace prefix if any). */
    private String topic;

    /** Consumer group. */
    private String group;

    /** Client id to ask; blank = all; null when absent. */
    private String clientAddr;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("topic", topic);
        out.put("group", group);
        out.put("clientAddr", clientAddr);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        topic = in.getString("topic");
        group = in.getString("group");
        clientAddr = in.getString("clientAddr");
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getClientAddr() {
        return clientAddr;
    }

    public void setClientAddr(String clientAddr) {
        this.clientAddr = clientAddr;
    }
}
