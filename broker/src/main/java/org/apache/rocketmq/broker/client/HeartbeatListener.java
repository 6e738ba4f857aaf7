package org.apache.rocketmq.broker.client;

import org.apache.rocketmq.common.protocol.heartbeat.ConsumerData;

/** Told what a live consumer subscribes, after its group is registered. Must not block. */
@FunctionalInterface
public interface HeartbeatListener {
    void consumerAlive(ConsumerData consumer);
}
