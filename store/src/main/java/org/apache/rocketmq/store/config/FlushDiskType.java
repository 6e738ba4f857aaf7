package org.apache.rocketmq.store.config;

/** Whether a send waits for the disk. */
public enum FlushDiskType {
    SYNC_FLUSH,
    ASYNC_FLUSH
}
