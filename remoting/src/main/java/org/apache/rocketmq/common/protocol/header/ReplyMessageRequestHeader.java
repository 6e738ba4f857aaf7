package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of PUSH_REPLY_MESSAGE_TO_CLIENT (326). */
public class ReplyMessageRequestHeader implements CommandCustomHeader {
    /** Producer group. */
    private String producerGroup;

    /** Topic name (with namespace prefix if any). */
    private String topic;

    /** Template topic for auto creation (createTopicKey, default TBW102). */
    private String defaultTopic;

    /** Queue count wanted on auto creation (default 4). */
    private Integer defaultTopicQueueNums;

    /** Queue number. */
    private Integer queueId;

    /** Message sysFlag of the reply (compression bits matter). */
    private Integer sysFlag;

    /** When the client made the message, ms. */
    private Long bornTimestamp;

    /** Message flag. */
    private Integer flag;

    /** Properties string incl. PUSH_REPLY_TIME; null when absent. */
    private String properties;

    /** As sent; null when absent. */
    private Integer reconsumeTimes;

    /** As sent. */
    private boolean unitMode;

    /** ip:port of the replying client as seen by the broker. */
    private String bornHost;

    /** ip:port of the broker. */
    private String storeHost;

    /** Milliseconds, broker time of the push. */
    private long storeTimestamp;

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
        out.put("bornHost", bornHost);
        out.put("storeHost", storeHost);
        out.put("storeTimestamp", storeTimestamp);
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
        bornHost = in.getString("bornHost");
        storeHost = in.getString("storeHost");
        Long receivedStoreTimestamp = in.getLong("storeTimestamp");
        if (receivedStoreTimestamp != null) {
            storeTimestamp = receivedStoreTimestamp;
        }
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

    public String getBornHost() {
        return bornHost;
    }

    public void setBornHost(String bornHost) {
        this.bornHost = bornHost;
    }

    public String getStoreHost() {
        return storeHost;
    }

    public void setStoreHost(String storeHost) {
        this.storeHost = storeHost;
    }

    public long getStoreTimestamp() {
        return storeTimestamp;
    }

    public void setStoreTimestamp(long storeTimestamp) {
        this.storeTimestamp = storeTimestamp;
    }
}
