package org.apache.rocketmq.store.replication;

/**
 * The bytes between master and slave, all big endian. There is no handshake.
 *
 * <pre>
 *   slave to master, again and again:   8  end of the slave's log; the first one also asks the master to start there
 *   master to slave, again and again:   8  log offset of the first body byte
 *                                       4  body length n; 0 is a heartbeat
 *                                       n  bytes of the log, not aligned to records, all of one segment
 * </pre>
 *
 * Source: replication specification, bytes on the HA connection.
 */
final class ReplicationFrame {
    static final int REPORT_BYTES = Long.BYTES;
    static final int HEADER_BYTES = Long.BYTES + Integer.BYTES;
    static final int LENGTH_AT = Long.BYTES;

    private ReplicationFrame() {}
}
