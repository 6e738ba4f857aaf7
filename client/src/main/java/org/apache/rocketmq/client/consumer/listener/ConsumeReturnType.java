package org.apache.rocketmq.client.consumer.listener;

/** How a listener call ended, as hooks and traces see it. */
public enum ConsumeReturnType {
    SUCCESS,
    TIME_OUT,
    EXCEPTION,
    RETURNNULL,
    FAILED
}
