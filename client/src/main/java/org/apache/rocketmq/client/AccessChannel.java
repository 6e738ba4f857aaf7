package org.apache.rocketmq.client;

/** Where messages are hosted; it only selects the topic that traces are written to. */
public enum AccessChannel {
    LOCAL,
    CLOUD
}
