package org.apache.rocketmq.common.consistenthash;

/** Places a key on a consistent-hash ring. */
public interface HashFunction {
    long hash(String key);
}
