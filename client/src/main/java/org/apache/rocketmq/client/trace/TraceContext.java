package org.apache.rocketmq.client.trace;

import java.util.List;
import org.apache.rocketmq.client.AccessChannel;
import org.apache.rocketmq.common.message.MessageClientIDSetter;

/** One trace record: what happened to some messages. Not thread-safe. Source: client behaviour, section 9.3. */
public class TraceContext implements Comparable<TraceContext> {
    private TraceType traceType;
    private long timeStamp = System.currentTimeMillis();
    private String regionId = "";
    private String regionName = "";
    private String groupName = "";
    private int costTime;
    private boolean success = true;
    private String requestId = MessageClientIDSetter.createUniqID();
    private int contextCode;
    private List<TraceBean> traceBeans;
    private AccessChannel accessChannel;

    public TraceContext() {}

    public TraceType getTraceType() {
        return traceType;
    }

    public void setTraceType(TraceType traceType) {
        this.traceType = traceType;
    }

    /** When it began, epoch ms. */
    public long getTimeStamp() {
        return timeStamp;
    }

    public void setTimeStamp(long timeStamp) {
        this.timeStamp = timeStamp;
    }

    public String getRegionId() {
        return regionId;
    }

    public void setRegionId(String regionId) {
        this.regionId = regionId;
    }

    public String getRegionName() {
        return regionName;
    }

    public void setRegionName(String regionName) {
        this.regionName = regionName;
    }

    /** Without namespace. */
    public String getGroupName() {
        return groupName;
    }

    public void setGroupName(String groupName) {
        this.groupName = groupName;
    }

    /** Duration in ms. */
    public int getCostTime() {
        return costTime;
    }

    public void setCostTime(int costTime) {
        this.costTime = costTime;
    }

    public boolean isSuccess() {
        return success;
    }

    public void setSuccess(boolean success) {
        this.success = success;
    }

    /** Joins the two records of one consumption. */
    public String getRequestId() {
        return requestId;
    }

    public void setRequestId(String requestId) {
        this.requestId = requestId;
    }

    /** Ordinal of how a consumption ended. */
    public int getContextCode() {
        return contextCode;
    }

    public void setContextCode(int contextCode) {
        this.contextCode = contextCode;
    }

    public List<TraceBean> getTraceBeans() {
        return traceBeans;
    }

    public void setTraceBeans(List<TraceBean> traceBeans) {
        this.traceBeans = traceBeans;
    }

    public AccessChannel getAccessChannel() {
        return accessChannel;
    }

    public void setAccessChannel(AccessChannel accessChannel) {
        this.accessChannel = accessChannel;
    }

    /** By time. */
    @Override
    public int compareTo(TraceContext o) {
        return Long.compare(timeStamp, o.timeStamp);
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("TraceContext{").append(traceType).append('_').append(groupName);
        text.append('_').append(regionId).append('_').append(success).append('_');
        if (traceBeans != null) {
            for (TraceBean bean : traceBeans) {
                text.append(bean.getMsgId()).append('_').append(bean.getTopic()).append('_');
            }
        }
        return text.append('}').toString();
    }
}
