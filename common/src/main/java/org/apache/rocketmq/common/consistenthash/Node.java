package org.apache.rocketmq.common.consistenthash;

/** A member of a consistent-hash ring. */
public interface Node {
    /** The text that places it on the ring. */
    String getKey();
}
