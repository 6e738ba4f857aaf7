package org.apache.rocketmq.client.trace;

/** What a trace record tells: a send, a consumption before and after the listener, or the end of a transaction. */
public enum TraceType {
    Pub,
    SubBefore,
    SubAfter,
    EndTransaction
}
