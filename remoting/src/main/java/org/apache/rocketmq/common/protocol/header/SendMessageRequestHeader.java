package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.rpc.RpcRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of SEND_MESSAGE (10), SEND_REPLY_MESSAGE (324). */
public class SendMessageRequestHeader extends RpcRequestHeader {
    /** Producer group. */
    private String producerGroup;

    /** Topic name (with namespace prefix if any). */
    private String topic;

    /** Template topic for auto creation (createTopicKey, default TBW102). */
    private String defaultTopic;

    /** Queue count wanted on auto creation (default 4). */
    private Integer defaultTopicQueueNums;

    /** Queue; &lt;0 = broker picks one at random. */
    private Integer queueId;

    /** Message sysFlag bits. */
    private Integer sysFlag;

    /** When the client made the message, ms. */
    private Long bornTimestamp;

    /** Application flag. */
    private Integer flag;

    /** Properties string; null when absent. */
    private String properties;

    /** 0, or taken from property RECONSUME_TIME for %RETRY% topics; null when absent. */
    private Integer reconsumeTimes;

    /** Unit mode. */
    private boolean unitMode;

    /** Body is a batch body; decides the handling for all send codes. */
    private boolean batch;

    /** Only for %RETRY% topics (from property MAX_RECONSUME_TIMES); null when absent. */
    private Integer maxReconsumeTimes;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("producerGroup", producerGroup);
        out.put("topic", topic);
        out.put("defaultTopic", defaultTopic);
        out.put("defaultTopicQueueNums", defaultTopicQueueNums);
        out.put("queueId", queueId);
        out.put("sysFlag", sysFlag);
        out.put("bornTimestamp", bornTimestamp);
        out.put("flag", flag);
        out.put("properties", properties);
        out.put("reconsumeTimes", reconsumeTimes);
        out.put("unitMode", unitMode);
        out.put("batch", batch);
        out.put("maxReconsumeTimes", maxReconsumeTimes);
        super.writeTo(out);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        producerGroup = in.getString("producerGroup");
        topic = in.getString("topic");
        defaultTopic = in.getString("defaultTopic");
        defaultTopicQueueNums = in.getInteger("defaultTopicQueueNums");
        queueId = in.getInteger("queueId");
        sysFlag = in.getInteger("sysFlag");
        bornTimestamp = in.getLong("bornTimestamp");
        flag = in.getInteger("flag");
        properties = in.getString("properties");
        reconsumeTimes = in.getInteger("reconsumeTimes");
        unitMode = in.getBoolean("unitMode", unitMode);
        batch = in.getBoolean("batch", batch);
        maxReconsumeTimes = in.getInteger("maxReconsumeTimes");
        super.readFrom(in);
    }

    public String getProducerGroup() {
        return producerGroup;
    }

    public void setProducerGroup(String producerGroup) {
        this.producerGroup = producerGroup;
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

    public Integer getDefaultTopicQueueNums() {
        return defaultTopicQueueNums;
    }

    public void setDefaultTopicQueueNums(Integer defaultTopicQueueNums) {
        this.defaultTopicQueueNums = defaultTopicQueueNums;
    }

    public Integer getQueueId() {
        return queueId;
    }

    public void setQueueId(Integer queueId) {
        this.queueId = queueId;
    }

    public Integer getSysFlag() {
        return sysFlag;
    }

    public void setSysFlag(Integer sysFlag) {
        this.sysFlag = sysFlag;
    }

    public Long getBornTimestamp() {
        return bornTimestamp;
    }

    public void setBornTimestamp(Long bornTimestamp) {
        this.bornTimestamp = bornTimestamp;
    }

    public Integer getFlag() {
        return flag;
    }

    public void setFlag(Integer flag) {
        this.flag = flag;
    }

    public String getProperties() {
        return properties;
    }

    public void setProperties(String properties) {
        this.properties = properties;
    }

    public Integer getReconsumeTimes() {
        return reconsumeTimes;
    }

    public void setReconsumeTimes(Integer reconsumeTimes) {
        this.reconsumeTimes = reconsumeTimes;
    }

    public boolean isUnitMode() {
        return unitMode;
    }

    public void setUnitMode(boolean unitMode) {
        this.unitMode = unitMode;
    }

    public boolean isBatch() {
        return batch;
    }

    public void setBatch(boolean batch) {
        this.batch = batch;
    }

    public Integer getMaxReconsumeTimes() {
        return maxReconsumeTimes;
    }

    public void setMaxReconsumeTimes(Integer maxReconsumeTimes) {
        this.maxReconsumeTimes = maxReconsumeTimes;
    }
}
