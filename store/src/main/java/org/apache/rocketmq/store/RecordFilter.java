package org.apache.rocketmq.store;

import java.nio.ByteBuffer;

/** Decides which records of a queue a reader gets. Called under no lock, on the reading thread. */
public interface RecordFilter {
    /** Everything passes. */
    RecordFilter ALL = new RecordFilter() {};

    /**
     * First test, from the queue unit alone.
     *
     * @param tagsCode hash of the tag; for delayed messages the due time
     * @param bitmap filter bitmap of the extension unit, null when there is none
     */
    default boolean matchesQueueUnit(long tagsCode, byte[] bitmap) {
        return true;
    }

    /**
     * Second test, on the record itself (only called when the first passed).
     *
     * @param record the whole record, position at its start; positions may be changed
     */
    default boolean matchesRecord(ByteBuffer record) {
        return true;
    }
}
