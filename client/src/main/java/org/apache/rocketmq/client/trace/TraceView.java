package org.apache.rocketmq.client.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.common.message.MessageExt;

/** A trace record as tools show it. Not thread-safe. Source: client behaviour, section 9.3. */
public class TraceView {
    private String msgId;
    private String tags;
    private String keys;
    private String storeHost;
    private String clientHost;
    private int costTime;
    private String msgType;
    private String offSetMsgId;
    private long timeStamp;
    private long bornTime;
    private String topic;
    private String groupName;
    private String status;

    public TraceView() {}

    public String getMsgId() {
        return msgId;
    }

    public void setMsgId(String msgId) {
        this.msgId = msgId;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public String getKeys() {
        return keys;
    }

    public void setKeys(String keys) {
        this.keys = keys;
    }

    public String getStoreHost() {
        return storeHost;
    }

    public void setStoreHost(String storeHost) {
        this.storeHost = storeHost;
    }

    /** Where the traced client ran. */
    public String getClientHost() {
        return clientHost;
    }

    public void setClientHost(String clientHost) {
        this.clientHost = clientHost;
    }

    /** Duration in ms. */
    public int getCostTime() {
        return costTime;
    }

    public void setCostTime(int costTime) {
        this.costTime = costTime;
    }

    /** Name of the record type. */
    public String getMsgType() {
        return msgType;
    }

    public void setMsgType(String msgType) {
        this.msgType = msgType;
    }

    public String getOffSetMsgId() {
        return offSetMsgId;
    }

    public void setOffSetMsgId(String offSetMsgId) {
        this.offSetMsgId = offSetMsgId;
    }

    /** Epoch ms. */
    public long getTimeStamp() {
        return timeStamp;
    }

    public void setTimeStamp(long timeStamp) {
        this.timeStamp = timeStamp;
    }

    /** Epoch ms. */
    public long getBornTime() {
        return bornTime;
    }

    public void setBornTime(long bornTime) {
        this.bornTime = bornTime;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getGroupName() {
        return groupName;
    }

    public void setGroupName(String groupName) {
        this.groupName = groupName;
    }

    /** {@code success} or {@code failed}. */
    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    /** The records in the trace message {@code messageExt} whose message id is {@code key}. */
    public static List<TraceView> decodeFromTraceTransData(String key, MessageExt messageExt) {
        List<TraceView> views = new ArrayList<>();
        String text = new String(messageExt.getBody(), StandardCharsets.UTF_8);
        for (TraceContext context : TraceDataEncoder.decoderFromTraceDataString(text)) {
            TraceBean bean = context.getTraceBeans().get(0);
            if (bean.getMsgId().equals(key)) {
                views.add(of(context, bean, messageExt));
            }
        }
        return views;
    }

    private static TraceView of(TraceContext context, TraceBean bean, MessageExt carrier) {
        TraceView view = new TraceView();
        view.setMsgType(context.getTraceType().name());
        view.setGroupName(context.getGroupName());
        view.setTimeStamp(context.getTimeStamp());
        view.setCostTime(context.getCostTime());
        view.setStatus(context.isSuccess() ? "success" : "failed");
        view.setMsgId(bean.getMsgId());
        view.setTags(bean.getTags());
        view.setKeys(bean.getKeys());
        view.setTopic(bean.getTopic());
        view.setStoreHost(bean.getStoreHost());
        view.setOffSetMsgId(bean.getOffsetMsgId());
        view.setClientHost(carrier.getBornHostString());
        view.setBornTime(carrier.getBornTimestamp());
        return view;
    }
}
