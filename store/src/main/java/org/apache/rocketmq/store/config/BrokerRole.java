package org.apache.rocketmq.store.config;

/** Whether a broker takes writes, and whether a send waits for a replica. */
public enum BrokerRole {
    /** Takes writes; replicas follow when they can. */
    ASYNC_MASTER,
    /** Takes writes; a send is answered after a replica has it. */
    SYNC_MASTER,
    /** Copies a master; serves reads. */
    SLAVE
}
