package org.apache.rocketmq.store;

/**
 * The outcome of a put.
 *
 * @param status how it ended; the other values are meaningful only when {@link PutStatus#stored()}
 * @param physicalOffset byte offset in the log of the (first) record
 * @param queueOffset position in the consume queue of the (first) record; 0 for records without a queue unit
 * @param storeTimestamp milliseconds since the epoch, the same for all records of a batch
 * @param recordSizes bytes of each record in order: one for a single put; record n starts where n-1 ends
 * @param cause what to tell the sender when it was refused: which limit, its value and the config key; null otherwise
 */
public record PutResult(
        PutStatus status, long physicalOffset, long queueOffset, long storeTimestamp, int[] recordSizes, String cause) {
    private static final int[] NONE = {};

    public static PutResult refused(PutStatus status, String cause) {
        return new PutResult(status, -1, -1, 0, NONE, cause);
    }

    /** Log position behind the last record. */
    public long endOffset() {
        long end = physicalOffset;
        for (int size : recordSizes) {
            end += size;
        }
        return end;
    }

    public PutResult withStatus(PutStatus newStatus) {
        return new PutResult(newStatus, physicalOffset, queueOffset, storeTimestamp, recordSizes, cause);
    }
}
