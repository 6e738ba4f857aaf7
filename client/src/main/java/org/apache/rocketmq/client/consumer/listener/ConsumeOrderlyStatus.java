package org.apache.rocketmq.client.consumer.listener;

public enum ConsumeOrderlyStatus {
    SUCCESS,
    /** Take the uncommitted messages again. Only without auto commit. */
    ROLLBACK,
    /** Commit what was taken so far. Only without auto commit. */
    COMMIT,
    /** Take the same messages again after a moment. */
    SUSPEND_CURRENT_QUEUE_A_MOMENT
}
