package org.apache.rocketmq.client.consumer.listener;

public enum ConsumeConcurrentlyStatus {
    /** Consumed, up to the context's ackIndex. */
    CONSUME_SUCCESS,
    /** Not consumed: delivered again later. */
    RECONSUME_LATER
}
