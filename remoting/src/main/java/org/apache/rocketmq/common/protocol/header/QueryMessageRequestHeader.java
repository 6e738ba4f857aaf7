package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of QUERY_MESSAGE (12). */
public class QueryMessageRequestHeader implements CommandCustomHeader {
    /** Topic name (with namespace prefix if any). */
    private String topic;

    /** Message key or unique id. */
    private String key;

    /** Limit; overridden by defaultQueryMaxNum when _UNIQUE_KEY_QUERY=true. */
    private Integer maxNum;

    /** Earliest store time, ms. */
    private Long beginTimestamp;

    /** Latest store time, ms (Long.MAX_VALUE allowed). */
    private Long endTimestamp;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("topic", topic);
        out.put("key", key);
        out.put("maxNum", maxNum);
        out.put("beginTimestamp", beginTimestamp);
        out.put("endTimestamp", endTimestamp);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        topic = in.getString("topic");
        key = in.getString("key");
        maxNum = in.getInteger("maxNum");
        beginTimestamp = in.getLong("beginTimestamp");
        endTimestamp = in.getLong("endTimestamp");
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public Integer getMaxNum() {
        return maxNum;
    }

    public void setMaxNum(Integer maxNum) {
        this.maxNum = maxNum;
    }

    public Long getBeginTimestamp() {
        return beginTimestamp;
    }

    public void setBeginTimestamp(Long beginTimestamp) {
        this.beginTimestamp = beginTimestamp;
    }

    public Long getEndTimestamp() {
        return endTimestamp;
    }

    public void setEndTimestamp(Long endTimestamp) {
        this.endTimestamp = endTimestamp;
    }
}
