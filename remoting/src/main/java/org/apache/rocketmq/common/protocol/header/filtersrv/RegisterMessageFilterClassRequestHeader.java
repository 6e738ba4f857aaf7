package org.apache.rocketmq.common.protocol.header.filtersrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of REGISTER_MESSAGE_FILTER_CLASS (302). */
public class RegisterMessageFilterClassRequestHeader implements CommandCustomHeader {
    /** Consumer group. */
    private String consumerGroup;

    /** Topic name (with namespace prefix if any). */
    private String topic;

    private String className;

    private Integer classCRC;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("consumerGroup", consumerGroup);
        out.put("topic", topic);
        out.put("className", className);
        out.put("classCRC", classCRC);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        consumerGroup = in.getString("consumerGroup");
        topic = in.getString("topic");
        className = in.getString("className");
        classCRC = in.getInteger("classCRC");
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

    public String getClassName() {
        return className;
    }

    public void setClassName(String className) {
        this.className = className;
    }

    public Integer getClassCRC() {
        return classCRC;
    }

    public void setClassCRC(Integer classCRC) {
        this.classCRC = classCRC;
    }
}
