package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.TopicFilterType;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of UPDATE_AND_CREATE_TOPIC (17). */
public class CreateTopicRequestHeader implements CommandCustomHeader {
    /** Topic name (with namespace prefix if any). */
    private String topic;

    /** createTopicKey (TBW102); ignored by the broker. */
    private String defaultTopic;

    /** Read queues. */
    private Integer readQueueNums;

    /** Write queues. */
    private Integer writeQueueNums;

    /** 4 read | 2 write. */
    private Integer perm;

    /** SINGLE_TAG or MULTI_TAG; anything else raises an error response (code 1). */
    private String topicFilterType;

    /** Bit0 unit, bit1 unit-sub; null = 0. */
    private Integer topicSysFlag;

    /** Ordered topic flag; sent but NOT applied by the 4.9.8 broker. */
    private Boolean order = false;

    @Override
    public void checkFields() throws RemotingCommandException {
        try {
            TopicFilterType.valueOf(topicFilterType);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new RemotingCommandException("topicFilterType = [" + topicFilterType + "] value invalid", e);
        }
    }

    @Override
    public void writeTo(FieldWriter out) {
        out.put("topic", topic);
        out.put("defaultTopic", defaultTopic);
        out.put("readQueueNums", readQueueNums);
        out.put("writeQueueNums", writeQueueNums);
        out.put("perm", perm);
        out.put("topicFilterType", topicFilterType);
        out.put("topicSysFlag", topicSysFlag);
        out.put("order", order);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        topic = in.getString("topic");
        defaultTopic = in.getString("defaultTopic");
        readQueueNums = in.getInteger("readQueueNums");
        writeQueueNums = in.getInteger("writeQueueNums");
        perm = in.getInteger("perm");
        topicFilterType = in.getString("topicFilterType");
        topicSysFlag = in.getInteger("topicSysFlag");
        order = in.getBoolean("order", order.booleanValue());
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getDefaultTopic() {
        return defaultTopic;
    }

    public void setDefaultTopic(String defaultTopic) {
        this.defaultTopic = defaultTopic;
    }

    public Integer getReadQueueNums() {
        return readQueueNums;
    }

    public void setReadQueueNums(Integer readQueueNums) {
        this.readQueueNums = readQueueNums;
    }

    public Integer getWriteQueueNums() {
        return writeQueueNums;
    }

    public void setWriteQueueNums(Integer writeQueueNums) {
        this.writeQueueNums = writeQueueNums;
    }

    public Integer getPerm() {
        return perm;
    }

    public void setPerm(Integer perm) {
        this.perm = perm;
    }

    public String getTopicFilterType() {
        return topicFilterType;
    }

    public void setTopicFilterType(String topicFilterType) {
        this.topicFilterType = topicFilterType;
    }

    public Integer getTopicSysFlag() {
        return topicSysFlag;
    }

    public void setTopicSysFlag(Integer topicSysFlag) {
        this.topicSysFlag = topicSysFlag;
    }

    public Boolean getOrder() {
        return order;
    }

    public void setOrder(Boolean order) {
        this.order = order;
    }

    public TopicFilterType getTopicFilterTypeEnum() {
        return TopicFilterType.valueOf(topicFilterType);
    }
}
