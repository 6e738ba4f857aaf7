package org.apache.rocketmq.broker.filter;

/** A filter that a waiting pull can be asked before the record of a new message is read. */
public interface PropertyFilter {
    /**
     * @param properties encoded properties of the message
     * @return whether the message passes
     */
    boolean matchesProperties(byte[] properties);
}
