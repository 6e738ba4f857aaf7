package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_ROUTEINFO_BY_TOPIC (105). */
public class GetRouteInfoRequestHeader implements CommandCustomHeader {
    /** Topic name (with namespace prefix if any). */
    private String topic;

    /**
     * True = answer with standard JSON (quoted keys) whatever the peer version; never sent by 4.9 Java clients;
     * null when absent.
     */
    private Boolean acceptStandardJsonOnly;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("topic", topic);
        out.put("acceptStandardJsonOnly", acceptStandardJsonOnly);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        topic = in.getString("topic");
        acceptStandardJsonOnly = in.getBoolean("acceptStandardJsonOnly");
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public Boolean getAcceptStandardJsonOnly() {
        return acceptStandardJsonOnly;
    }

    public void setAcceptStandardJsonOnly(Boolean acceptStandardJsonOnly) {
        this.acceptStandardJsonOnly = acceptStandardJsonOnly;
    }
}
