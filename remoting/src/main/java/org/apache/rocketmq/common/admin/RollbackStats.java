package org.apache.rocketmq.common.admin;

/** What an offset reset by time did, or would do, to one queue. */
public class RollbackStats {
    /** Broker of the queue. */
    private String brokerName;

    /** Queue number. */
    private long queueId;

    /** Next offset to be written. */
    private long brokerOffset;

    /** Committed offset before the reset. */
    private long consumerOffset;

    /** First offset at or after the time. */
    private long timestampOffset;

    /** Committed offset after the reset. */
    private long rollbackOffset;

    public String getBrokerName() {
        return brokerName;
    }

    public void setBrokerName(String brokerName) {
        this.brokerName = brokerName;
    }

    public long getQueueId() {
        return queueId;
    }

    public void setQueueId(long queueId) {
        this.queueId = queueId;
    }

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

    public long getTimestampOffset() {
        return timestampOffset;
    }

    public void setTimestampOffset(long timestampOffset) {
        this.timestampOffset = timestampOffset;
    }

    public long getRollbackOffset() {
        return rollbackOffset;
    }

    public void setRollbackOffset(long rollbackOffset) {
        this.rollbackOffset = rollbackOffset;
    }
}
