package org.apache.rocketmq.store.read;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.store.MessageStore.QueueUnit;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.ReadStatus;
import org.apache.rocketmq.store.RecordFilter;
import org.apache.rocketmq.store.RecordSlice;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.log.CommitLog;
import org.apache.rocketmq.store.queue.ConsumeQueue;
import org.apache.rocketmq.store.queue.ConsumeQueueExt;
import org.apache.rocketmq.store.queue.ConsumeQueues;
import org.apache.rocketmq.store.queue.ExtensionUnit;
import org.apache.rocketmq.store.queue.QueueUnits;

/**
 * Reads messages of a queue, and records by their place in the log.
 *
 * <p>Thread-safe, without locks. Source: store specification, reading.
 */
public final class MessageReader {
    /** Most bytes of units looked at by one read, whatever it asks for. */
    private static final int SCAN_BYTES = 16000;

    private static final int UNIT_BYTES = 20;
    private static final long UNKNOWN_MEMORY_BYTES = 24L << 30;

    private final CommitLog log;
    private final ConsumeQueues queues;
    private final MessageStoreConfig config;
    private final long memoryBytes;

    public MessageReader(CommitLog log, ConsumeQueues queues, MessageStoreConfig config) {
        this.log = log;
        this.queues = queues;
        this.config = config;
        this.memoryBytes = physicalMemoryBytes();
    }

    private static long physicalMemoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : UNKNOWN_MEMORY_BYTES;
    }

    /** Bytes at the end of the log that are taken to be in memory. */
    private long hotBytes() {
        return memoryBytes / 100 * config.getAccessMessageInMemoryMaxRatio();
    }

    public boolean likelyInMemory(long physicalOffset) {
        return log.end() - physicalOffset <= hotBytes();
    }

    public ReadResult read(String topic, int queueId, long queueOffset, int maxCount, RecordFilter filter) {
        ConsumeQueue queue = queues.find(topic, queueId);
        long max = queue == null ? 0 : queue.maxOffset();
        long min = queue == null ? 0 : queue.minOffset();
        HeldRead result = new HeldRead(min, max);
        if (max == 0) {
            return result.end(ReadStatus.NO_MESSAGE_IN_QUEUE, corrected(queueOffset, 0), false);
        } else if (queueOffset < min) {
            return result.end(ReadStatus.OFFSET_TOO_SMALL, corrected(queueOffset, min), false);
        } else if (queueOffset == max) {
            return result.end(ReadStatus.OFFSET_OVERFLOW_ONE, queueOffset, false);
        } else if (queueOffset > max) {
            return result.end(ReadStatus.OFFSET_OVERFLOW_BADLY, corrected(queueOffset, max), false);
        }
        try (QueueUnits units = queue.read(queueOffset)) {
            if (units == null) {
                return result.end(
                        ReadStatus.OFFSET_FOUND_NULL, corrected(queueOffset, queue.nextFileOffset(queueOffset)), false);
            }
            return scan(queue, units, queueOffset, maxCount, filter, result);
        } catch (RuntimeException e) {
            result.close();
            throw e;
        }
    }

    /** A slave that does not check offsets sends the reader back with what it asked for. */
    private long corrected(long asked, long right) {
        boolean keeps = config.getBrokerRole() == BrokerRole.SLAVE && !config.isOffsetCheckInSlave();
        return keeps ? asked : right;
    }

    private HeldRead scan(
            ConsumeQueue queue,
            QueueUnits units,
            long queueOffset,
            int maxCount,
            RecordFilter filter,
            HeldRead result) {
        int most = Math.min(units.count(), Math.max(SCAN_BYTES, UNIT_BYTES * maxCount) / UNIT_BYTES);
        long end = log.end();
        long hot = hotBytes();
        long skipBefore = Long.MIN_VALUE;
        long lastLookedAt = 0;
        boolean missing = false;
        int i = 0;
        for (; i < most; i++) {
            long physicalOffset = units.physicalOffset(i);
            int size = units.recordSize(i);
            lastLookedAt = physicalOffset;
            if (physicalOffset < skipBefore) {
                continue;
            }
            if (full(result, size, maxCount, end - physicalOffset > hot)) {
                break;
            }
            if (!matchesUnit(queue, units.tagsCode(i), filter)) {
                continue;
            }
            if (units.blank(i) || !result.moveTo(log, physicalOffset, size)) {
                missing = true;
                skipBefore = units.blank(i) ? skipBefore : nextSegment(physicalOffset);
                continue;
            }
            missing = false;
            if (filter == RecordFilter.ALL || filter.matchesRecord(result.record(size))) {
                result.add(size);
            }
        }
        ReadStatus status = result.messageCount() > 0
                ? ReadStatus.FOUND
                : missing ? ReadStatus.MESSAGE_WAS_REMOVING : ReadStatus.NO_MATCHED_MESSAGE;
        return result.end(status, queueOffset + i, end - lastLookedAt > hot);
    }

    private boolean full(HeldRead result, int size, int maxCount, boolean onDisk) {
        int count = result.messageCount();
        if (count == 0) {
            return false;
        }
        int bytesLimit =
                onDisk ? config.getMaxTransferBytesOnMessageInDisk() : config.getMaxTransferBytesOnMessageInMemory();
        int countLimit =
                onDisk ? config.getMaxTransferCountOnMessageInDisk() : config.getMaxTransferCountOnMessageInMemory();
        return count >= maxCount || count >= countLimit || (long) result.totalBytes() + size > bytesLimit;
    }

    private static boolean matchesUnit(ConsumeQueue queue, long tagsCode, RecordFilter filter) {
        if (filter == RecordFilter.ALL) {
            return true;
        }
        if (!ConsumeQueueExt.isAddress(tagsCode)) {
            return filter.matchesQueueUnit(tagsCode, null);
        }
        // An extension record that is gone cannot rule the message out: the client filters again.
        ExtensionUnit extension = queue.extensionOf(tagsCode);
        return extension == null || filter.matchesQueueUnit(extension.tagsCode(), extension.bitmap());
    }

    private long nextSegment(long physicalOffset) {
        long size = log.files().segmentSize();
        return physicalOffset - physicalOffset % size + size;
    }

    public long minOffset(String topic, int queueId) {
        ConsumeQueue queue = queues.find(topic, queueId);
        return queue == null ? 0 : queue.minOffset();
    }

    public long maxOffset(String topic, int queueId) {
        ConsumeQueue queue = queues.find(topic, queueId);
        return queue == null ? 0 : queue.maxOffset();
    }

    public long offsetByTime(String topic, int queueId, long timestampMillis) {
        ConsumeQueue queue = queues.find(topic, queueId);
        return queue == null ? 0 : queue.offsetByTime(timestampMillis, log.minOffset(), this::storeTimeAt);
    }

    public long physicalOffsetOf(String topic, int queueId, long queueOffset) {
        ConsumeQueue queue = queues.find(topic, queueId);
        return queue == null ? -1 : queue.physicalOffsetOf(queueOffset);
    }

    public long storeTimeOf(String topic, int queueId, long queueOffset) {
        ConsumeQueue queue = queues.find(topic, queueId);
        return queue == null ? -1 : queue.storeTimeOf(queueOffset, this::storeTimeAt);
    }

    public long earliestStoreTime(String topic, int queueId) {
        ConsumeQueue queue = queues.find(topic, queueId);
        return queue == null ? -1 : queue.storeTimeOf(queue.minOffset(), this::storeTimeAt);
    }

    public long earliestStoreTime() {
        long min = log.minOffset();
        return min < 0 ? -1 : log.storeTimestampAt(min);
    }

    private long storeTimeAt(long physicalOffset, int recordSize) {
        return log.storeTimestampAt(physicalOffset);
    }

    public RecordSlice recordAt(long physicalOffset) {
        return LogSlice.of(physicalOffset, log.readRecord(physicalOffset));
    }

    public RecordSlice logAt(long physicalOffset) {
        return LogSlice.of(physicalOffset, log.read(physicalOffset));
    }

    /** Records at the offsets that can be read, in that order. */
    public List<RecordSlice> recordsAt(long[] physicalOffsets) {
        List<RecordSlice> slices = new ArrayList<>(physicalOffsets.length);
        for (long offset : physicalOffsets) {
            RecordSlice slice = recordAt(offset);
            if (slice != null) {
                slices.add(slice);
            }
        }
        return slices;
    }

    public List<QueueUnit> units(String topic, int queueId, long fromOffset, int maxCount) {
        ConsumeQueue queue = queues.find(topic, queueId);
        List<QueueUnit> found = new ArrayList<>();
        long offset = fromOffset;
        while (queue != null && found.size() < maxCount) {
            try (QueueUnits units = queue.read(offset)) {
                if (units == null) {
                    return found;
                }
                int count = Math.min(units.count(), maxCount - found.size());
                for (int i = 0; i < count; i++) {
                    found.add(unit(queue, units, i));
                }
                offset += count;
            }
        }
        return found;
    }

    private static QueueUnit unit(ConsumeQueue queue, QueueUnits units, int i) {
        long tagsCode = units.tagsCode(i);
        ExtensionUnit extension = queue.extensionOf(tagsCode);
        return new QueueUnit(
                units.queueOffset(i),
                units.physicalOffset(i),
                units.recordSize(i),
                tagsCode,
                extension == null ? null : extension.bitmap());
    }
}
