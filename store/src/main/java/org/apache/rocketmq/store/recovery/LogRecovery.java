package org.apache.rocketmq.store.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.store.log.RecordCursor;
import org.apache.rocketmq.store.segment.MappedSegment;
import org.apache.rocketmq.store.segment.SegmentedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the end of the log: the first place that is not a record. What lies behind it and is not zero is kept aside, then
 * cut off.
 *
 * <p>Confined to the opening thread. Source: store format, commit log recovery.
 */
public final class LogRecovery {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    /** After a clean stop only so many files at the end are looked at. */
    private static final int FILES_AFTER_CLEAN_STOP = 3;

    /**
     * What was found.
     *
     * @param start log offset where checking began; files before it are trusted
     * @param end log offset of the first place that is not a record
     * @param records how many were checked
     * @param newestStoreTimestamp of the last record; 0 when none was checked
     * @param keptBytes how many bytes behind the end were copied into the folder {@code recovered}
     */
    public record Outcome(long start, long end, long records, long newestStoreTimestamp, long keptBytes) {}

    private final SegmentedFile files;
    private final boolean checkCrc;
    private final TornTail tornTail;
    private final RecordCursor cursor = new RecordCursor();
    private long records;
    private long newestStoreTimestamp;
    /** Whether the end is a blank record without a file behind it, which is no loss. */
    private boolean endsBlank;

    public LogRecovery(SegmentedFile files, boolean checkCrc, TornTail tornTail) {
        this.files = files;
        this.checkCrc = checkCrc;
        this.tornTail = tornTail;
    }

    /** Checks the last files. */
    public Outcome afterCleanStop() throws IOException {
        int count = files.segments().size();
        return recoverFrom(Math.max(0, count - FILES_AFTER_CLEAN_STOP), false);
    }

    /** Checks everything that may not have been on disk at {@code minTimestamp}. */
    public Outcome afterCrash(long minTimestamp) throws IOException {
        List<MappedSegment> segments = files.segments();
        int start = segments.size() - 1;
        while (start > 0 && !beginsBefore(segments.get(start), minTimestamp)) {
            start--;
        }
        return recoverFrom(Math.max(0, start), true);
    }

    private static boolean beginsBefore(MappedSegment segment, long minTimestamp) {
        if (!segment.hold()) {
            return false;
        }
        try {
            ByteBuffer bytes = segment.readOnly();
            if (RecordLayout.magic(bytes, 0) != RecordLayout.MESSAGE_MAGIC) {
                return false;
            }
            long timestamp = RecordLayout.storeTimestamp(bytes, 0);
            return timestamp != 0 && timestamp <= minTimestamp;
        } finally {
            segment.release();
        }
    }

    private Outcome recoverFrom(int startIndex, boolean unclean) throws IOException {
        List<MappedSegment> segments = files.segments();
        if (segments.isEmpty()) {
            return new Outcome(0, 0, 0, 0, 0);
        }
        long end = segments.get(startIndex).baseOffset();
        for (int i = startIndex; i < segments.size(); i++) {
            MappedSegment segment = segments.get(i);
            int valid = validBytes(segment, unclean);
            end = segment.baseOffset() + valid;
            boolean hasNext = i + 1 < segments.size();
            if (!endsBlank || !hasNext) {
                break;
            }
        }
        long kept = tornTail.cut(files, end, unclean, endsBlank);
        return new Outcome(segments.get(startIndex).baseOffset(), end, records, newestStoreTimestamp, kept);
    }

    /** Bytes from the start of a segment that are records; sets {@link #endsBlank}. */
    private int validBytes(MappedSegment segment, boolean unclean) {
        if (!segment.hold()) {
            throw new IllegalStateException(segment + " is closed");
        }
        try {
            ByteBuffer bytes = segment.readOnly();
            int at = 0;
            int lastAt = 0;
            boolean lastEndsInZeros = false;
            while (true) {
                RecordCursor.Found found = cursor.moveTo(bytes, at, segment.size(), checkCrc);
                // A record of another place is what an earlier, longer log left behind.
                boolean message =
                        found == RecordCursor.Found.MESSAGE && cursor.physicalOffset() == segment.baseOffset() + at;
                if (!message) {
                    endsBlank = found == RecordCursor.Found.BLANK;
                    logObstacle(found, segment, at);
                    return unclean && lastEndsInZeros && nothingAt(found) ? lastAt : at;
                }
                records++;
                newestStoreTimestamp = cursor.storeTimestamp();
                lastAt = at;
                lastEndsInZeros = endsInZeros(bytes);
                at += cursor.size();
            }
        } finally {
            segment.release();
        }
    }

    private boolean nothingAt(RecordCursor.Found found) {
        return found == RecordCursor.Found.BAD && cursor.size() == 0;
    }

    /**
     * Topic and properties have no CRC. When their last page never reached the disk they end in zeros, which no client sends;
     * such a record is torn if nothing follows it.
     */
    private boolean endsInZeros(ByteBuffer bytes) {
        int topicEnd = cursor.topicAt() + cursor.topicBytes();
        int propertiesEnd = cursor.propertiesAt() + cursor.propertiesBytes();
        return bytes.get(topicEnd - 1) == 0 || cursor.propertiesBytes() > 0 && bytes.get(propertiesEnd - 1) == 0;
    }

    private void logObstacle(RecordCursor.Found found, MappedSegment segment, int at) {
        if (found != RecordCursor.Found.BLANK && !nothingAt(found)) {
            LOG.warn("the log ends at {}: what lies there is {}", segment.baseOffset() + at, found);
        }
    }
}
