package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_TOPIC_STATS_INFO (202). */
public class GetTopicStatsInfoRequestHeader implements CommandCustomHeader {
    /** Topic name (with namespace prefix if any). */
    private String topic;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("topic", topic);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        topic = in.getString("topic");
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }
}
