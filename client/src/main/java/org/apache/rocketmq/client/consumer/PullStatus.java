package org.apache.rocketmq.client.consumer;

/** What became of a pull. */
public enum PullStatus {
    FOUND,
    NO_NEW_MSG,
    NO_MATCHED_MSG,
    OFFSET_ILLEGAL
}
