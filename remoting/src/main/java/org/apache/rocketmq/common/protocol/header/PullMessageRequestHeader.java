package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.rpc.RpcRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of PULL_MESSAGE (11). Hot: a field that is not a number is an error. */
public class PullMessageRequestHeader extends RpcRequestHeader {
    /** Consumer group. */
    private String consumerGroup;

    /** Topic name (with namespace prefix if any). */
    private String topic;

    /** Queue number. */
    private Integer queueId;

    /** Queue offset to start at. */
    private Long queueOffset;

    /** Max messages (default 32). */
    private Integer maxMsgNums;

    /** Pull flags: 1 commit offset, 2 suspend, 4 subscription in request, 8 class filter, 16 lite pull. */
    private Integer sysFlag;

    /** Offset to commit when flag 1 is set. */
    private Long commitOffset;

    /** Long polling limit (15000 push, 20000 pull). */
    private Long suspendTimeoutMillis;

    /** Expression, only with flag 4; null otherwise. */
    private String subscription;

    /** Subscription version (ms). */
    private Long subVersion;

    /** TAG or SQL92; null = TAG. */
    private String expressionType;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("consumerGroup", consumerGroup);
        out.put("topic", topic);
        out.put("queueId", queueId);
        out.put("queueOffset", queueOffset);
        out.put("maxMsgNums", maxMsgNums);
        out.put("sysFlag", sysFlag);
        out.put("commitOffset", commitOffset);
        out.put("suspendTimeoutMillis", suspendTimeoutMillis);
        out.put("subscription", subscription);
        out.put("subVersion", subVersion);
        out.put("expressionType", expressionType);
        super.writeTo(out);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        consumerGroup = in.getString("consumerGroup");
        topic = in.getString("topic");
        queueId = NumberFields.integerOf(in, "queueId");
        queueOffset = NumberFields.longOf(in, "queueOffset");
        maxMsgNums = NumberFields.integerOf(in, "maxMsgNums");
        sysFlag = NumberFields.integerOf(in, "sysFlag");
        commitOffset = NumberFields.longOf(in, "commitOffset");
        suspendTimeoutMillis = NumberFields.longOf(in, "suspendTimeoutMillis");
        subscription = in.getString("subscription");
        subVersion = NumberFields.longOf(in, "subVersion");
        expressionType = in.getString("expressionType");
        super.readFrom(in);
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

    public Integer getQueueId() {
        return queueId;
    }

    public void setQueueId(Integer queueId) {
        this.queueId = queueId;
    }

    public Long getQueueOffset() {
        return queueOffset;
    }

    public void setQueueOffset(Long queueOffset) {
        this.queueOffset = queueOffset;
    }

    public Integer getMaxMsgNums() {
        return maxMsgNums;
    }

    public void setMaxMsgNums(Integer maxMsgNums) {
        this.maxMsgNums = maxMsgNums;
    }

    public Integer getSysFlag() {
        return sysFlag;
    }

    public void setSysFlag(Integer sysFlag) {
        this.sysFlag = sysFlag;
    }

    public Long getCommitOffset() {
        return commitOffset;
    }

    public void setCommitOffset(Long commitOffset) {
        this.commitOffset = commitOffset;
    }

    public Long getSuspendTimeoutMillis() {
        return suspendTimeoutMillis;
    }

    public void setSuspendTimeoutMillis(Long suspendTimeoutMillis) {
        this.suspendTimeoutMillis = suspendTimeoutMillis;
    }

    public String getSubscription() {
        return subscription;
    }

    public void setSubscription(String subscription) {
        this.subscription = subscription;
    }

    public Long getSubVersion() {
        return subVersion;
    }

    public void setSubVersion(Long subVersion) {
        this.subVersion = subVersion;
    }

    public String getExpressionType() {
        return expressionType;
    }

    public void setExpressionType(String expressionType) {
        this.expressionType = expressionType;
    }
}
