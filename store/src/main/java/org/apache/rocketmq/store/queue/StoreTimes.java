package org.apache.rocketmq.store.queue;

/** Looks up when a record was stored. */
@FunctionalInterface
public interface StoreTimes {
    /** Store timestamp in milliseconds of the record at a log offset; negative when it cannot be read. */
    long storeTimeAt(long physicalOffset, int recordSize);
}
