package org.apache.rocketmq.common.protocol.body;

import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to CONSUME_MESSAGE_DIRECTLY: what the listener did. */
public class ConsumeMessageDirectlyResult extends RemotingSerializable {
    /** The listener is orderly. */
    private boolean order;

    /** Orderly listeners: offsets are committed by the client. */
    private boolean autoCommit = true;

    /** Outcome. */
    private CMResult consumeResult;

    /** Text of the exception, if there was one. */
    private String remark;

    /** Time spent in the listener, ms. */
    private long spentTimeMills;

    public boolean isOrder() {
        return order;
    }

    public void setOrder(boolean order) {
        this.order = order;
    }

    public boolean isAutoCommit() {
        return autoCommit;
    }

    public void setAutoCommit(boolean autoCommit) {
        this.autoCommit = autoCommit;
    }

    public CMResult getConsumeResult() {
        return consumeResult;
    }

    public void setConsumeResult(CMResult consumeResult) {
        this.consumeResult = consumeResult;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }

    public long getSpentTimeMills() {
        return spentTimeMills;
    }

    public void setSpentTimeMills(long spentTimeMills) {
        this.spentTimeMills = spentTimeMills;
    }

    @Override
    public String toString() {
        return "ConsumeMessageDirectlyResult [order=" + order + ", autoCommit=" + autoCommit + ", consumeResult="
                + consumeResult + ", remark=" + remark + ", spentTimeMills=" + spentTimeMills + "]";
    }
}
