package org.apache.rocketmq.tools.admin.api;

/** How far a consumer group is with one message. */
public enum TrackType {
    CONSUMED,
    /** Passed by the group's offset, but its tags do not match the subscription. */
    CONSUMED_BUT_FILTERED,
    /** The group pulls by itself; what it did with the message is unknown. */
    PULL,
    NOT_CONSUME_YET,
    NOT_ONLINE,
    UNKNOWN
}
