package org.apache.rocketmq.common.admin;

/** What one queue holds. */
public class TopicOffset {
    /** Smallest readable offset. */
    private long minOffset;

    /** Next offset to be written. */
    private long maxOffset;

    /** Store time of the last message, ms; 0 when the queue is empty. */
    private long lastUpdateTimestamp;

    public long getMinOffset() {
        return minOffset;
    }

    public void setMinOffset(long minOffset) {
        this.minOffset = minOffset;
    }

    public long getMaxOffset() {
        return maxOffset;
    }

    public void setMaxOffset(long maxOffset) {
        this.maxOffset = maxOffset;
    }

    public long getLastUpdateTimestamp() {
        return lastUpdateTimestamp;
    }

    public void setLastUpdateTimestamp(long lastUpdateTimestamp) {
        this.lastUpdateTimestamp = lastUpdateTimestamp;
    }

    @Override
    public String toString() {
        return "TopicOffset{minOffset=" + minOffset + ", maxOffset=" + maxOffset + ", lastUpdateTimestamp="
                + lastUpdateTimestamp + '}';
    }
}
