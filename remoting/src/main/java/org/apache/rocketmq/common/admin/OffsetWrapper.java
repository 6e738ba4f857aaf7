package org.apache.rocketmq.common.admin;

/** How far a group is in one queue. */
public class OffsetWrapper {
    /** Next offset to be written. */
    private long brokerOffset;

    /** Committed offset. */
    private long consumerOffset;

    /** Store time of the last consumed message, ms; 0 when unknown. */
    private long lastTimestamp;

    public long getBrokerOffset() {
        return brokerOffset;
    }

    public void setBrokerOffset(long brokerOffset) {
        this.brokerOffset = brokerOffset;
    }

    public long getConsumerOffset() {
        return consumerOffset;
    }

    public void setConsumerOffset(long consumerOffset) {
        this.consumerOffset = consumerOffset;
    }

    public long getLastTimestamp() {
        return lastTimestamp;
    }

    public void setLastTimestamp(long lastTimestamp) {
        this.lastTimestamp = lastTimestamp;
    }
}
