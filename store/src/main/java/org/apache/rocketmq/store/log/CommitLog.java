package org.apache.rocketmq.store.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.segment.MappedSegment;
import org.apache.rocketmq.store.segment.Segment;
import org.apache.rocketmq.store.segment.SegmentedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one log of all topics, and the one way into it. Queue offset, physical offset and store timestamp are assigned under
 * one short lock; the dispatcher learns of the new end through {@link #end()} and the signal given at construction.
 *
 * <p>Thread-safe. Source: store format, commit log.
 */
public final class CommitLog {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");

    private static final String[] NO_NAMES = {};

    private final SegmentedFile files;
    private final RecordEncoder encoder;
    /** Null when {@code enableMultiDispatch} is off. */
    private final LightQueues lightQueues;

    private final LongSupplier clockMillis;
    private final Runnable appended;
    private final QueueTable queues = new QueueTable();
    private final AppendLock lock = new AppendLock();
    /** Guarded by {@link #lock}. */
    private final ByteBuffer blank = ByteBuffer.allocateDirect(LogRecord.BLANK_BYTES);

    /** Guarded by {@link #lock}. */
    private boolean closed;

    private volatile long end;
    private volatile long lastStoreTimestamp;

    /**
     * @param lightQueues null when {@code enableMultiDispatch} is off
     * @param appended called after every append, outside the lock; must not block
     */
    public CommitLog(
            SegmentedFile files,
            IntSupplier maxMessageBytes,
            LightQueues lightQueues,
            LongSupplier clockMillis,
            Runnable appended) {
        this.files = files;
        this.encoder = new RecordEncoder(maxMessageBytes, files.segmentSize());
        this.lightQueues = lightQueues;
        this.clockMillis = clockMillis;
        this.appended = appended;
        this.end = files.writtenOffset();
    }

    /** Appends one message or batch; see {@link PutStatus} for refusals. */
    public PutResult append(MessageToStore message) {
        String[] names = lightQueues == null || message.batch ? NO_NAMES : lightQueues.namesOf(message);
        return names.length == 0 ? appendPlain(message) : appendFannedOut(message, names);
    }

    /**
     * Appends a message that has a place in further queues as well. Their offsets become a property, so here the record is
     * encoded under the lock.
     */
    private PutResult appendFannedOut(MessageToStore message, String[] names) {
        QueueState[] targets = new QueueState[names.length];
        long[] offsets = new long[names.length];
        byte[] properties = message.properties;
        lock.lock();
        try {
            for (int i = 0; i < names.length; i++) {
                targets[i] = queues.get(names[i], lightQueues.queueIdOf(names[i], message.queueId));
                offsets[i] = targets[i].nextOffset;
                if (targets[i].refusal != null) {
                    return PutResult.refused(PutStatus.MESSAGE_ILLEGAL, targets[i].refusal);
                }
            }
            message.properties = lightQueues.withOffsets(properties, offsets);
            PutResult result = appendPlain(message);
            if (result.status() == PutStatus.PUT_OK && counted(message)) {
                for (QueueState target : targets) {
                    target.nextOffset++;
                }
            }
            return result;
        } finally {
            message.properties = properties;
            lock.unlock();
        }
    }

    private static boolean counted(MessageToStore message) {
        int type = MessageSysFlag.getTransactionValue(message.sysFlag);
        return type == MessageSysFlag.TRANSACTION_NOT_TYPE || type == MessageSysFlag.TRANSACTION_COMMIT_TYPE;
    }

    private PutResult appendPlain(MessageToStore message) {
        QueueState queue = queues.get(message.topic, message.queueId);
        PutResult refused = encoder.check(message, queue);
        if (refused != null) {
            return refused;
        }
        EncodedPut put;
        try {
            put = encoder.encode(message, queue.topicUtf8);
        } catch (RecordEncoder.IllegalMessage illegal) {
            return illegal.answer();
        }
        PutResult result = append(put, queue, counted(message));
        put.end();
        if (result.status() == PutStatus.PUT_OK) {
            appended.run();
        }
        return result;
    }

    private PutResult append(EncodedPut put, QueueState found, boolean counted) {
        long physicalOffset;
        long queueOffset;
        long now;
        lock.lock();
        try {
            now = clockMillis.getAsLong();
            lock.entered(now);
            if (closed) {
                return PutResult.refused(PutStatus.SERVICE_NOT_AVAILABLE, "the store has been shut down");
            }
            QueueState queue = found;
            while (queue.retired) {
                queue = queues.get(queue.topic, queue.queueId);
            }
            MappedSegment segment = segmentFor(put.total());
            physicalOffset = segment.writtenOffset();
            queueOffset = counted ? queue.nextOffset : 0;
            put.assign(queueOffset, counted ? 1 : 0, physicalOffset, now);
            if (!segment.append(put.bytes())) {
                return PutResult.refused(PutStatus.UNKNOWN_ERROR, segment + " takes no more bytes");
            }
            if (counted) {
                queue.nextOffset += put.count();
            }
            lastStoreTimestamp = now;
            end = physicalOffset + put.total();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("append failed at {}: {}", end, e.toString());
            return PutResult.refused(PutStatus.CREATE_MAPPED_FILE_FAILED, e.getMessage());
        } finally {
            lock.unlock();
        }
        return new PutResult(PutStatus.PUT_OK, physicalOffset, queueOffset, now, put.copyOfSizes(), null);
    }

    /**
     * Appends bytes of a master's log, where they lie there. They need not end with a record, but lie in one segment.
     *
     * @param offset the end of this log; any start of a segment while the log is empty
     * @throws IOException when they do not continue the log, or the disk takes no more
     */
    public void appendReplicated(long offset, ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        lock.lock();
        try {
            lock.entered(clockMillis.getAsLong());
            if (closed) {
                throw new IOException("the store has been shut down");
            }
            boolean fresh = end == 0 && offset % files.segmentSize() == 0;
            if (offset != end && !fresh) {
                throw new IOException("bytes for offset " + offset + " do not continue the log, which ends at " + end);
            }
            if (fresh && offset > 0 && !files.isEmpty()) {
                files.deleteLast();
            }
            MappedSegment segment = files.appendable(offset);
            if (!segment.append(bytes)) {
                throw new IOException(segment + " takes no more " + length + " bytes");
            }
            if (segment.full()) {
                segment.seal();
            }
            end = offset + length;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            lock.unlock();
        }
        appended.run();
    }

    /** Says up to which store time replicated records are known to be whole. */
    public void replicatedUpTo(long storeTimestamp) {
        lastStoreTimestamp = storeTimestamp;
    }

    /** Takes back the start of a record whose rest never came. Not while anybody appends or flushes. */
    public void cutPartialRecord(long offset) {
        files.truncateTo(offset);
        end = offset;
    }

    /** The segment with room for a record of that size and the blank one behind it. The caller holds the lock. */
    private MappedSegment segmentFor(int size) throws IOException {
        MappedSegment segment = files.appendable(0);
        int room = segment.size() - segment.writtenBytes();
        if (size + LogRecord.BLANK_BYTES <= room) {
            return segment;
        }
        blank.clear().putInt(0, room).putInt(4, LogRecord.BLANK_MAGIC);
        if (room >= LogRecord.BLANK_BYTES && !segment.append(blank)) {
            throw new IOException(segment + " takes no more bytes");
        }
        segment.seal();
        return files.appendable(0);
    }

    /** Everything before it may be read. */
    public long end() {
        return end;
    }

    /** Offset of the oldest byte; -1 when the log is empty. */
    public long minOffset() {
        return files.minOffset();
    }

    /** Store timestamp of the newest record known; read it before a flush to know what the flush covers. */
    public long lastStoreTimestamp() {
        return lastStoreTimestamp;
    }

    public SegmentedFile files() {
        return files;
    }

    /** Bytes of a segment from an offset on, up to the end of what is written of it; null when out of range. */
    public Segment.Held read(long offset) {
        return offset >= end ? null : files.sliceToEnd(offset);
    }

    /** Exactly {@code length} bytes; null when they are not wholly in one segment. */
    public Segment.Held read(long offset, int length) {
        return offset + length > end ? null : files.slice(offset, length);
    }

    /** The record that starts at an offset; null when what lies there is not wholly a record. */
    public Segment.Held readRecord(long offset) {
        Segment.Held head = offset < 0 ? null : read(offset, 2 * Integer.BYTES);
        if (head == null) {
            return null;
        }
        int size;
        int magic;
        try (head) {
            size = head.buffer().getInt(0);
            magic = head.buffer().getInt(Integer.BYTES);
        }
        boolean message = magic == RecordLayout.MESSAGE_MAGIC && size >= RecordLayout.FIXED_BYTES;
        return message ? read(offset, size) : null;
    }

    /** Store timestamp of the record at an offset; -1 when there is none. */
    public long storeTimestampAt(long offset) {
        Segment.Held record = read(offset, RecordLayout.FIXED_BYTES);
        if (record == null) {
            return -1;
        }
        try (record) {
            ByteBuffer bytes = record.buffer();
            return bytes.getInt(4) == RecordLayout.MESSAGE_MAGIC ? RecordLayout.storeTimestamp(bytes, 0) : -1;
        }
    }

    /** Milliseconds for which one append has been holding the log. */
    public long heldMillis() {
        return lock.heldMillis(clockMillis.getAsLong());
    }

    /** Sets the end that recovery found. Before the first append. */
    public void recoveredTo(long offset, long newestStoreTimestamp) {
        end = offset;
        lastStoreTimestamp = newestStoreTimestamp;
    }

    /** Refuses all further appends; none is under way when this returns. */
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Sets the offset of the next message of a queue. Before the first append, or for a queue nobody appends to. */
    public void nextQueueOffset(String topic, int queueId, long offset) {
        lock.lock();
        try {
            queues.get(topic, queueId).nextOffset = offset;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets the queues of a topic start at 0 again.
     *
     * @param then told, still under the lock, the topic and the log offset from which on the new count holds
     */
    public void restartQueues(String topic, ObjLongConsumer<String> then) {
        lock.lock();
        try {
            queues.remove(topic);
            then.accept(topic, end);
        } finally {
            lock.unlock();
        }
    }
}
