package org.apache.rocketmq.client.producer;

/** How far a message got. Everything but SEND_OK means stored, but not as durably as configured. */
public enum SendStatus {
    SEND_OK,
    FLUSH_DISK_TIMEOUT,
    FLUSH_SLAVE_TIMEOUT,
    SLAVE_NOT_AVAILABLE
}
