package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.rpc.RpcRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of CONSUMER_SEND_MSG_BACK (36). */
public class ConsumerSendMsgBackRequestHeader extends RpcRequestHeader {
    /** Commit-log offset of the message. */
    private Long offset;

    /** Consumer group. */
    private String group;

    /** &lt;0 straight to DLQ, 0 broker decides (3+reconsumeTimes), &gt;0 that level. */
    private Integer delayLevel;

    /** Client msg id (trace only); null when absent. */
    private String originMsgId;

    /** Topic as the client saw it (trace only); null when absent. */
    private String originTopic;

    /** Unit flag for the retry topic. */
    private boolean unitMode;

    /** Limit wanted by the client; used only if command.version &gt;= 121 (V3_4_9); null when absent. */
    private Integer maxReconsumeTimes;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("offset", offset);
        out.put("group", group);
        out.put("delayLevel", delayLevel);
        out.put("originMsgId", originMsgId);
        out.put("originTopic", originTopic);
        out.put("unitMode", unitMode);
        out.put("maxReconsumeTimes", maxReconsumeTimes);
        super.writeTo(out);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        offset = in.getLong("offset");
        group = in.getString("group");
        delayLevel = in.getInteger("delayLevel");
        originMsgId = in.getString("originMsgId");
        originTopic = in.getString("originTopic");
        unitMode = in.getBoolean("unitMode", unitMode);
        maxReconsumeTimes = in.getInteger("maxReconsumeTimes");
        super.readFrom(in);
    }

    public Long getOffset() {
        return offset;
    }

    public void setOffset(Long offset) {
        this.offset = offset;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public Integer getDelayLevel() {
        return delayLevel;
    }

    public void setDelayLevel(Integer delayLevel) {
        this.delayLevel = delayLevel;
    }

    public String getOriginMsgId() {
        return originMsgId;
    }

    public void setOriginMsgId(String originMsgId) {
        this.originMsgId = originMsgId;
    }

    public String getOriginTopic() {
        return originTopic;
    }

    public void setOriginTopic(String originTopic) {
        this.originTopic = originTopic;
    }

    public boolean isUnitMode() {
        return unitMode;
    }

    public void setUnitMode(boolean unitMode) {
        this.unitMode = unitMode;
    }

    public Integer getMaxReconsumeTimes() {
        return maxReconsumeTimes;
    }

    public void setMaxReconsumeTimes(Integer maxReconsumeTimes) {
        this.maxReconsumeTimes = maxReconsumeTimes;
    }
}
