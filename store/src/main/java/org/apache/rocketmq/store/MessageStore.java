package org.apache.rocketmq.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The one door to messages on disk. Byte-compatible with the files of the 4.9 line.
 *
 * <p>Life: constructed, {@link #open()} (recovers), {@link #start()}, used, {@link #shutdown()}. All other methods are
 * thread-safe. Reads never create queues. Source: store specification.
 */
public interface MessageStore {
    /**
     * Takes the folder lock, loads and recovers the log and its views.
     *
     * @throws IOException when the folder is in use ("Lock failed,MQ already started"), unreadable, or holds files of other
     *     sizes than configured; the message says which and what to do
     */
    void open() throws IOException;

    /**
     * Starts dispatching, flushing, cleaning and replication.
     *
     * @throws java.io.UncheckedIOException when the port for slaves or the abort marker cannot be had
     */
    void start();

    /** Stops accepting puts, flushes everything, removes the abort marker and gives the folder back. */
    void shutdown();

    /**
     * Appends a message or batch. Encoding and the copy into the log happen before this returns; the future completes when
     * the configured durability is reached (at once under async flush without sync replication), on a store thread
     * otherwise.
     */
    CompletableFuture<PutResult> put(MessageToStore message);

    /**
     * Reads from a queue. The result must be closed; null when the store is not open (any more).
     *
     * @param maxCount upper bound of messages; the transfer limits of the configuration apply besides
     */
    ReadResult read(String topic, int queueId, long queueOffset, int maxCount, RecordFilter filter);

    /** Smallest readable queue offset; 0 for an unknown queue. */
    long minOffset(String topic, int queueId);

    /** Queue offset of the next message; 0 for an unknown queue. */
    long maxOffset(String topic, int queueId);

    /** Offset of the first message stored at or after the time; the 4.9 answers at both ends. 0 for an unknown queue. */
    long offsetByTime(String topic, int queueId, long timestampMillis);

    /** Log offset of the record a queue unit points to; -1 when there is none. */
    long physicalOffsetOf(String topic, int queueId, long queueOffset);

    /**
     * Whether a record is so near to the end of the log that its pages should be in memory: within
     * {@code accessMessageInMemoryMaxRatio} percent of the machine's memory.
     */
    boolean likelyInMemory(long physicalOffset);

    /** Store time of the message at a queue offset; -1 when it is gone or not there yet. */
    long storeTimeOf(String topic, int queueId, long queueOffset);

    /** Store time of the oldest message of a queue; -1 when there is none. */
    long earliestStoreTime(String topic, int queueId);

    /** Store time of the oldest message of the log; -1 when there is none. */
    long earliestStoreTime();

    /** The record that starts at a log offset; null when it is not (wholly) there. Must be closed. */
    RecordSlice recordAt(long physicalOffset);

    /** Bytes of the log from an offset up to the end of its segment or the end of the log; null when out of range. */
    RecordSlice logAt(long physicalOffset);

    /**
     * Records whose key index entry matches.
     *
     * @param key a key or unique id, without topic
     * @param beginMillis store time, inclusive
     * @param endMillis store time, inclusive
     */
    KeyQueryResult query(String topic, String key, int maxCount, long beginMillis, long endMillis);

    /** Raw units of a queue for inspection; the result holds nothing open. */
    List<QueueUnit> queueUnits(String topic, int queueId, long fromOffset, int maxCount);

    /** One unit of a consume queue. */
    record QueueUnit(long queueOffset, long physicalOffset, int recordSize, long tagsCode, byte[] bitmap) {}

    /**
     * Answer of a key query.
     *
     * @param slices records found, in the order of the log; close each
     * @param lastUpdateTimestamp store time of the last index entry
     * @param lastUpdatePhysicalOffset log offset of the last index entry
     */
    record KeyQueryResult(List<RecordSlice> slices, long lastUpdateTimestamp, long lastUpdatePhysicalOffset)
            implements AutoCloseable {
        @Override
        public void close() {
            slices.forEach(RecordSlice::close);
        }
    }

    /** Topics that have queues, with their queue ids. */
    Map<String, Set<Integer>> queues();

    /** Removes the queues of a topic (its records stay in the log until they expire). Safe while it is in use. */
    void deleteTopic(String topic);

    /** Removes the queues of all topics that are not in {@code keep} nor protected; returns how many topics went. */
    int deleteTopicsExcept(Set<String> keep);

    /** Removes queues that hold nothing which is still in the log. */
    void deleteExpiredQueues();

    /** Arms the deletion of expired segments of the log, as an operator asks for. */
    void deleteExpiredSegments();

    /** Called for every message that becomes readable; set before {@link #start()}. */
    void setArrivalListener(ArrivalListener listener);

    /** Smallest log offset that can be read; -1 when the log is empty. */
    long minPhysicalOffset();

    /** End of the log: everything before it can be read. */
    long maxPhysicalOffset();

    long flushedOffset();

    /** Everything before it is in the views. */
    long dispatchedOffset();

    /**
     * Tells a slave where its master serves slaves; an open connection is kept. Without effect on a master, and on a slave
     * whose {@code haMasterAddress} is set.
     *
     * @param address {@code host:port}
     */
    void replicateFrom(String address);

    /** Bytes of the log that no slave has reported yet; -1 when there never was a slave. */
    long slaveLagBytes();

    /** Whether one append holds the log for longer than {@code osPageCacheBusyTimeOutMills}. */
    boolean pageCacheBusy();

    /** True while puts are possible; {@link #refusal()} says why not. */
    boolean writable();

    /** Why puts are refused: the limit, its value, the current figure and the config key; null while writable. */
    String refusal();

    /** Names and values for the runtime info of the broker (key names of the 4.9 line). */
    Map<String, String> runtimeInfo();
}
