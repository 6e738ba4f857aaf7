package org.apache.rocketmq.store.queue;

import static org.apache.rocketmq.store.queue.QueueUnitLayout.BLANK_SIZE;
import static org.apache.rocketmq.store.queue.QueueUnitLayout.UNIT_SIZE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.rocketmq.store.segment.MappedSegment;
import org.apache.rocketmq.store.segment.SegmentedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The units of one queue. Offsets are unit indexes unless a name says otherwise. Source: store format, consume queue.
 *
 * <p>Thread-safe for reading, flushing and deleting. Appending, recovering and cutting are confined to one thread at a time.
 */
public final class ConsumeQueue {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final int FILES_TO_RECOVER = 3;
    private static final int BLANKS_AT_ONCE = 1024;

    private final String topic;
    private final int queueId;
    private final SegmentedFile segments;
    /** Null when the extension is off. */
    private final ConsumeQueueExt extension;

    private final QueueProgress progress;
    private final ByteBuffer unit = ByteBuffer.allocate(UNIT_SIZE);
    private volatile boolean dirty;
    private volatile boolean deleted;
    private volatile long minOffset;
    private volatile long physicalEnd = -1;

    ConsumeQueue(String topic, int queueId, SegmentedFile segments, ConsumeQueueExt extension, QueueProgress progress) {
        this.topic = topic;
        this.queueId = queueId;
        this.segments = segments;
        this.extension = extension;
        this.progress = progress;
    }

    public String topic() {
        return topic;
    }

    public int queueId() {
        return queueId;
    }

    /** First offset whose record is still in the log. */
    public long minOffset() {
        return minOffset;
    }

    /** Offset of the next unit. */
    public long maxOffset() {
        return segments.writtenOffset() / UNIT_SIZE;
    }

    /** Log offset behind the last record this queue points to; -1 when it points to none. */
    public long physicalEnd() {
        return physicalEnd;
    }

    public boolean isEmpty() {
        return segments.isEmpty() || maxOffset() == 0;
    }

    /** Where units with extension keep their data; null when the extension is off. */
    public ConsumeQueueExt extension() {
        return extension;
    }

    /** The extension record a tags code points to; null when it is a plain code or the record is gone. */
    public ExtensionUnit extensionOf(long tagsCode) {
        return extension == null || !ConsumeQueueExt.isAddress(tagsCode) ? null : extension.read(tagsCode);
    }

    // ---- building

    /**
     * Adds the unit of a record, unless it is there already.
     *
     * @param bitmap filter bitmap for the extension, may be null
     * @throws IOException when the disk is full or broken; the same call may be repeated
     */
    public void append(
            long queueOffset, long physicalOffset, int recordSize, long tagsCode, long storeTimestamp, byte[] bitmap)
            throws IOException {
        if (!isNew(queueOffset, physicalOffset, recordSize)) {
            return;
        }
        long code = tagsCode;
        if (extension != null) {
            code = extension.append(tagsCode, storeTimestamp, bitmap);
        }
        add(queueOffset, physicalOffset, recordSize, code, storeTimestamp);
    }

    /** Like {@link #append}, but never writes an extension record (light queues). */
    public void appendPlain(long queueOffset, long physicalOffset, int recordSize, long tagsCode, long storeTimestamp)
            throws IOException {
        if (isNew(queueOffset, physicalOffset, recordSize)) {
            add(queueOffset, physicalOffset, recordSize, tagsCode, storeTimestamp);
        }
    }

    private boolean isNew(long queueOffset, long physicalOffset, int recordSize) {
        if (deleted || physicalOffset + recordSize <= physicalEnd) {
            return false;
        }
        // 4.9 quirk: offset 0 is never taken for a duplicate.
        if (queueOffset != 0 && queueOffset < maxOffset()) {
            LOG.warn("{}-{}: unit {} for log offset {} is there already", topic, queueId, queueOffset, physicalOffset);
            return false;
        }
        return true;
    }

    private void add(long queueOffset, long physicalOffset, int recordSize, long tagsCode, long storeTimestamp)
            throws IOException {
        try {
            MappedSegment segment = segments.appendable(queueOffset * UNIT_SIZE);
            if (queueOffset > segments.writtenOffset() / UNIT_SIZE) {
                segment = fillUpTo(queueOffset);
            }
            unit.clear();
            QueueUnitLayout.put(unit, physicalOffset, recordSize, tagsCode);
            if (!segment.append(unit.flip())) {
                throw new IOException("No room in " + segment);
            }
        } catch (IOException | UncheckedIOException e) {
            if (deleted) {
                return;
            }
            throw e instanceof UncheckedIOException wrapped ? wrapped.getCause() : (IOException) e;
        }
        physicalEnd = physicalOffset + recordSize;
        progress.reached(storeTimestamp);
        VarHandle.fullFence(); // the flusher clears the flag, then looks at what is written
        if (!dirty) {
            dirty = true;
            progress.markDirty(this);
        }
    }

    /** Blank units up to an offset: the queue starts in the middle, or units in between were lost. */
    private MappedSegment fillUpTo(long queueOffset) throws IOException {
        boolean starting = segments.segments().size() == 1 && segments.first().writtenBytes() == 0;
        if (!starting) {
            LOG.error("{}-{}: units {} to {} are missing and become blank", topic, queueId, maxOffset(), queueOffset);
        }
        ByteBuffer blanks = ByteBuffer.allocate(BLANKS_AT_ONCE * UNIT_SIZE);
        while (blanks.hasRemaining()) {
            QueueUnitLayout.put(blanks, 0, BLANK_SIZE, 0);
        }
        MappedSegment segment = segments.appendable(queueOffset * UNIT_SIZE);
        for (long missing = queueOffset - maxOffset(); missing > 0; missing = queueOffset - maxOffset()) {
            int room = (segment.size() - segment.writtenBytes()) / UNIT_SIZE;
            int count = (int) Math.min(Math.min(missing, BLANKS_AT_ONCE), room);
            blanks.position(0).limit(count * UNIT_SIZE);
            if (!segment.append(blanks)) {
                throw new IOException("No room in " + segment);
            }
            segment = segments.appendable(queueOffset * UNIT_SIZE);
        }
        if (starting) {
            minOffset = queueOffset;
        }
        return segment;
    }

    // ---- reading

    /** Units from an offset to the end of their file; null when there is none (the file may be gone). Must be closed. */
    public QueueUnits read(long queueOffset) {
        MappedSegment segment = queueOffset < 0 ? null : segments.find(queueOffset * UNIT_SIZE);
        if (segment == null) {
            return null;
        }
        int position = (int) (queueOffset * UNIT_SIZE - segment.baseOffset());
        int count = (segment.writtenBytes() - position) / UNIT_SIZE;
        if (count <= 0 || !segment.hold()) {
            return null;
        }
        return new QueueUnits(segment, queueOffset, position, count);
    }

    /** First offset of the file after the one that has, or would have, this offset. */
    public long nextFileOffset(long queueOffset) {
        int unitsPerFile = segments.segmentSize() / UNIT_SIZE;
        return queueOffset + unitsPerFile - queueOffset % unitsPerFile;
    }

    /** Log offset of a unit's record; -1 when there is no such unit or it is blank. */
    public long physicalOffsetOf(long queueOffset) {
        try (QueueUnits units = read(queueOffset)) {
            return units == null || units.blank(0) ? -1 : units.physicalOffset(0);
        }
    }

    /** Store time of a unit's record; -1 when the unit or the record is gone. */
    public long storeTimeOf(long queueOffset, StoreTimes times) {
        try (QueueUnits units = read(queueOffset)) {
            return units == null || units.blank(0)
                    ? -1
                    : Math.max(-1, times.storeTimeAt(units.physicalOffset(0), units.recordSize(0)));
        }
    }

    /**
     * Offset of the first message stored at or after a time.
     *
     * <p>4.9 quirks: a time after everything gives the last message, not the offset behind it; an unreadable record or an
     * empty queue gives 0.
     *
     * @param logMin smallest log offset that can be read; older units are passed over
     */
    public long offsetByTime(long timestampMillis, long logMin, StoreTimes times) {
        long end = maxOffset();
        long usable =
                UnitSearch.firstRecord(this, minOffset, end, (physicalOffset, size) -> physicalOffset < logMin ? 1 : 0);
        long found = UnitSearch.firstRecord(this, usable, end, (physicalOffset, size) -> {
            long storeTime = times.storeTimeAt(physicalOffset, size);
            return storeTime < 0 ? -1 : storeTime < timestampMillis ? 1 : 0;
        });
        return found < 0 ? 0 : Math.max(0, Math.min(found, end - 1));
    }

    // ---- recovery, cleaning

    /** Finds the end of the units in the last files and drops what is behind it. */
    void recover() throws IOException {
        List<MappedSegment> files = segments.segments();
        if (files.isEmpty()) {
            return;
        }
        long end = 0;
        for (int i = Math.max(0, files.size() - FILES_TO_RECOVER); i < files.size(); i++) {
            MappedSegment file = files.get(i);
            int valid = UnitFile.validBytes(file, Long.MAX_VALUE);
            end = file.baseOffset() + valid;
            if (valid < file.size()) {
                break;
            }
        }
        segments.truncateTo(end);
        physicalEnd = endOfLastRecord();
        minOffset = segments.minOffset() / UNIT_SIZE;
        if (extension != null) {
            extension.recover();
            cutExtension();
        }
    }

    private long endOfLastRecord() {
        long first = Math.max(0, segments.minOffset() / UNIT_SIZE);
        for (long offset = maxOffset() - 1; offset >= first; offset--) {
            try (QueueUnits units = read(offset)) {
                if (units != null && !units.blank(0)) {
                    return units.physicalOffset(0) + units.recordSize(0);
                }
            }
        }
        return -1;
    }

    /** Drops all units that point to {@code logEnd} or behind it. Not while somebody appends. */
    public void truncateTo(long logEnd) throws IOException {
        while (!segments.isEmpty()) {
            MappedSegment last = segments.last();
            int valid = UnitFile.validBytes(last, logEnd);
            if (valid == 0) {
                segments.deleteLast();
                continue;
            }
            segments.truncateTo(last.baseOffset() + valid);
            break;
        }
        long end = endOfLastRecord();
        physicalEnd = end < 0 ? logEnd : end;
        minOffset = Math.min(minOffset, maxOffset());
        cutExtension();
    }

    private void cutExtension() {
        if (extension == null || extension.isEmpty()) {
            return;
        }
        long last = -1;
        for (long offset = maxOffset() - 1; offset >= minOffset && last < 0; offset--) {
            try (QueueUnits units = read(offset)) {
                if (units != null && ConsumeQueueExt.isAddress(units.tagsCode(0))) {
                    last = offset;
                    extension.truncateAfter(units.tagsCode(0));
                }
            }
        }
        if (last < 0) {
            extension.truncateToStart();
        }
    }

    /** Moves the min offset to the first unit of the first file that points to {@code logMin} or behind it. */
    public void correctMinOffset(long logMin) {
        MappedSegment first = segments.first();
        if (first == null || logMin < 0) {
            return;
        }
        long from = first.baseOffset() / UNIT_SIZE;
        long end = from + first.writtenBytes() / UNIT_SIZE;
        long found = UnitSearch.firstRecord(this, from, end, (physicalOffset, size) -> physicalOffset < logMin ? 1 : 0);
        if (found < end) {
            minOffset = found;
        } else if (minOffset < from) {
            minOffset = from;
        }
        if (extension != null) {
            dropOldExtensions();
        }
    }

    private void dropOldExtensions() {
        try (QueueUnits units = read(minOffset)) {
            if (units != null && ConsumeQueueExt.isAddress(units.tagsCode(0))) {
                extension.deleteBefore(units.tagsCode(0));
            }
        }
    }

    /**
     * Deletes the oldest files, never the last, whose last unit points before {@code logMin}; then corrects the min offset.
     *
     * @param atMost how many files at most
     * @return how many files went
     */
    public int deleteExpired(long logMin, int atMost) {
        int gone = segments.deleteOldest(file -> UnitFile.lastPhysicalOffset(file) < logMin, atMost);
        correctMinOffset(logMin);
        return gone;
    }

    /** @see SegmentedFile#sweepLingering */
    public int sweepLingering(long forciblyAfterMillis) {
        int held = segments.sweepLingering(forciblyAfterMillis);
        return extension == null ? held : held + extension.sweepLingering(forciblyAfterMillis);
    }

    /** Forces units to disk when enough pages are dirty (0: always). True when nothing is left to flush. */
    boolean flush(int leastPages) throws IOException {
        dirty = false;
        VarHandle.fullFence();
        if (deleted) {
            return true;
        }
        if (extension != null) {
            extension.flush(leastPages);
        }
        boolean clean = segments.flush(leastPages) >= segments.writtenOffset();
        if (!clean && !dirty) {
            dirty = true;
            return false;
        }
        return true;
    }

    /** Deletes the files. Safe while others read and append: readers keep what they hold, appends are ignored. */
    void delete() {
        deleted = true;
        segments.deleteAll();
        if (extension != null) {
            extension.deleteAll();
        }
    }

    void close() {
        segments.close();
        if (extension != null) {
            extension.close();
        }
    }

    @Override
    public String toString() {
        return topic + "-" + queueId + "[" + minOffset + ", " + maxOffset() + ")";
    }
}
