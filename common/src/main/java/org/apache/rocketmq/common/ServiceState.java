package org.apache.rocketmq.common;

/** Life cycle of a producer, a consumer or a client instance. */
public enum ServiceState {
    /** Created, {@code start()} was not called yet. */
    CREATE_JUST,
    RUNNING,
    SHUTDOWN_ALREADY,
    START_FAILED
}
