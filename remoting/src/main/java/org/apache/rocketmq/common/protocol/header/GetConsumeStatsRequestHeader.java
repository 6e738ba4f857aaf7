package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_CONSUME_STATS (208). */
public class GetConsumeStatsRequestHeader implements CommandCustomHeader {
    /** Consumer group. */
    private String consumerGroup;

    /** Topic; blank/null = all topics of the group. */
    private String topic;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("consumerGroup", consumerGroup);
        out.put("topic", topic);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        consumerGroup = in.getString("consumerGroup");
        topic = in.getString("topic");
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
}
