package org.apache.rocketmq.client.trace;

/** Which side of messaging is traced. */
public enum TraceDispatcherType {
    PRODUCER,
    CONSUMER
}
