package org.apache.rocketmq.common.protocol.body;

/** One entry of a consume queue, with what the group filter says about it. */
public class ConsumeQueueData {
    /** Commit-log offset of the record. */
    private long physicOffset;

    /** Size of the record in bytes. */
    private int physicSize;

    /** Tag hash, or the address of the extension entry. */
    private long tagsCode;

    /** The extension entry as JSON; null without one. */
    private String extendDataJson;

    /** The filter bits as text; null without an extension. */
    private String bitMap;

    /** The filter lets the message pass. */
    private boolean eval;

    /** Why the entry could not be read; null when it could. */
    private String msg;

    public long getPhysicOffset() {
        return physicOffset;
    }

    public void setPhysicOffset(long physicOffset) {
        this.physicOffset = physicOffset;
    }

    public int getPhysicSize() {
        return physicSize;
    }

    public void setPhysicSize(int physicSize) {
        this.physicSize = physicSize;
    }

    public long getTagsCode() {
        return tagsCode;
    }

    public void setTagsCode(long tagsCode) {
        this.tagsCode = tagsCode;
    }

    public String getExtendDataJson() {
        return extendDataJson;
    }

    public void setExtendDataJson(String extendDataJson) {
        this.extendDataJson = extendDataJson;
    }

    public String getBitMap() {
        return bitMap;
    }

    public void setBitMap(String bitMap) {
        this.bitMap = bitMap;
    }

    public boolean isEval() {
        return eval;
    }

    public void setEval(boolean eval) {
        this.eval = eval;
    }

    public String getMsg() {
        return msg;
    }

    public void setMsg(String msg) {
        this.msg = msg;
    }

    @Override
    public String toString() {
        return "ConsumeQueueData{physicOffset=" + physicOffset + ", physicSize=" + physicSize + ", tagsCode=" + tagsCode
                + ", extendDataJson='" + extendDataJson + "', bitMap='" + bitMap + "', eval=" + eval + ", msg='" + msg
                + "'}";
    }
}
