package org.apache.rocketmq.store;

/** How a put ended. Source: store specification, put status. */
public enum PutStatus {
    PUT_OK(true),
    /** Stored, but not known to be on disk within {@code syncFlushTimeout}. */
    FLUSH_DISK_TIMEOUT(true),
    /** Stored, but no slave acknowledged within {@code slaveTimeout}. */
    FLUSH_SLAVE_TIMEOUT(true),
    /** Stored, but no slave is connected or all are too far behind. */
    SLAVE_NOT_AVAILABLE(true),
    /** Stopped, a slave, the disk is full, or an earlier error made the log read-only. */
    SERVICE_NOT_AVAILABLE(false),
    /** No segment could be made. */
    CREATE_MAPPED_FILE_FAILED(false),
    /** Topic, body or whole record is longer than allowed. */
    MESSAGE_ILLEGAL(false),
    PROPERTIES_SIZE_EXCEEDED(false),
    /** The log has been locked by one append for longer than {@code osPageCacheBusyTimeOutMills}. */
    OS_PAGE_CACHE_BUSY(false),
    UNKNOWN_ERROR(false);

    private final boolean stored;

    PutStatus(boolean stored) {
        this.stored = stored;
    }

    /** Whether the record is in the log, whatever became of flushing and replication. */
    public boolean stored() {
        return stored;
    }
}
