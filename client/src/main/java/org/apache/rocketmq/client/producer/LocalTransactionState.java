package org.apache.rocketmq.client.producer;

/** The fate of a local transaction; UNKNOW makes the broker ask again. */
public enum LocalTransactionState {
    COMMIT_MESSAGE,
    ROLLBACK_MESSAGE,
    UNKNOW
}
