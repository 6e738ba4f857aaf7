package org.apache.rocketmq.store.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.rocketmq.store.segment.MappedSegment;
import org.apache.rocketmq.store.segment.Segment;
import org.apache.rocketmq.store.segment.SegmentedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Extension records of one queue: what does not fit into a unit.
 *
 * <pre>
 *   0       2           10                18            20        20 + n
 *   | size   | tags code | store timestamp | bitmap size | bitmap   |
 *   | short  | long      | long            | short       | n bytes  |
 * </pre>
 *
 * The unit's tags code is then the address of the record: its byte offset + Long.MIN_VALUE. A record never crosses a file: a
 * short -1 ends a file early. Source: store format, extension file.
 *
 * <p>Thread-safe for reading; appending, recovering and cutting are confined to one thread at a time.
 */
public final class ConsumeQueueExt {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    /** Largest value that is an address; every tags code and every time is above it. */
    private static final long MAX_ADDRESS = Integer.MIN_VALUE - 1L;

    private static final int SIZE = 0;
    private static final int TAGS_CODE = 2;
    private static final int STORE_TIMESTAMP = 10;
    private static final int BITMAP_SIZE = 18;
    private static final int HEADER = 20;
    private static final int MAX_RECORD = Short.MAX_VALUE;
    /** Kept free at the end of a file for the end mark. */
    private static final int END_MARK = 4;

    private final SegmentedFile segments;
    private final ByteBuffer record = ByteBuffer.allocate(MAX_RECORD);

    ConsumeQueueExt(SegmentedFile segments) {
        this.segments = segments;
    }

    public static boolean isAddress(long tagsCode) {
        return tagsCode <= MAX_ADDRESS;
    }

    /** Byte offset of the record an address stands for. */
    public static long offsetOf(long address) {
        return address - Long.MIN_VALUE;
    }

    /** Writes a record and returns its address; the plain tags code when that is not possible. */
    public long append(long tagsCode, long storeTimestamp, byte[] bitmap) {
        int bitmapBytes = bitmap == null ? 0 : bitmap.length;
        int size = HEADER + bitmapBytes;
        if (size > MAX_RECORD || size > segments.segmentSize() - END_MARK) {
            LOG.error("A filter bitmap of {} bytes does not fit into the consume queue extension", bitmapBytes);
            return tagsCode;
        }
        record.clear()
                .putShort((short) size)
                .putLong(tagsCode)
                .putLong(storeTimestamp)
                .putShort((short) bitmapBytes);
        if (bitmapBytes > 0) {
            record.put(bitmap);
        }
        record.flip();
        try {
            MappedSegment segment = segments.appendable(0);
            if (size > segment.size() - segment.writtenBytes() - END_MARK) {
                ByteBuffer end =
                        ByteBuffer.allocate(Short.BYTES).putShort((short) -1).flip();
                if (!segment.append(end)) {
                    throw new IOException("No room in " + segment);
                }
                segment.seal();
                segment = segments.appendable(0);
            }
            long offset = segment.writtenOffset();
            if (!segment.append(record)) {
                throw new IOException("No room in " + segment);
            }
            return offset + Long.MIN_VALUE;
        } catch (IOException | UncheckedIOException e) {
            LOG.error("The consume queue extension cannot be written; the plain tags code is used instead", e);
            return tagsCode;
        }
    }

    /** The record at an address; null when it is gone. */
    public ExtensionUnit read(long address) {
        long offset = offsetOf(address);
        try (Segment.Held held = isAddress(address) ? segments.sliceToEnd(offset) : null) {
            if (held == null) {
                return null;
            }
            ByteBuffer bytes = held.buffer();
            int size = recordSize(bytes);
            if (size <= 0) {
                return null;
            }
            byte[] bitmap = null;
            int bitmapBytes = bytes.getShort(BITMAP_SIZE);
            if (bitmapBytes > 0 && HEADER + bitmapBytes <= size) {
                bitmap = new byte[bitmapBytes];
                bytes.get(HEADER, bitmap);
            }
            return new ExtensionUnit(bytes.getLong(TAGS_CODE), bytes.getLong(STORE_TIMESTAMP), bitmap);
        }
    }

    /** Size of the record at the start of {@code bytes}; 0 when there is none. */
    private static int recordSize(ByteBuffer bytes) {
        if (bytes.remaining() < HEADER) {
            return 0;
        }
        int size = bytes.getShort(SIZE);
        return size < HEADER || size > bytes.remaining() ? 0 : size;
    }

    boolean isEmpty() {
        return segments.writtenOffset() == 0;
    }

    /** Walks all records and drops what is behind the last. */
    void recover() {
        List<MappedSegment> files = segments.segments();
        long end = 0;
        for (MappedSegment file : files) {
            int position = 0;
            while (true) {
                try (Segment.Held held = file.sliceToEnd(position)) {
                    int size = held == null ? 0 : recordSize(held.buffer());
                    if (size <= 0) {
                        break;
                    }
                    position += size;
                }
            }
            if (position > 0) {
                end = file.baseOffset() + position;
            } else {
                break;
            }
        }
        if (!files.isEmpty()) {
            segments.truncateTo(Math.max(end, segments.minOffset()));
        }
    }

    /** Keeps the record at an address as the last one. */
    void truncateAfter(long address) {
        long offset = offsetOf(address);
        try (Segment.Held held = segments.sliceToEnd(offset)) {
            int size = held == null ? 0 : recordSize(held.buffer());
            if (size > 0) {
                segments.truncateTo(offset + size);
            }
        }
    }

    /** Drops all records. */
    void truncateToStart() {
        if (!segments.isEmpty()) {
            segments.truncateTo(segments.minOffset());
        }
    }

    /** Deletes files that end before the record at an address. */
    void deleteBefore(long address) {
        long offset = offsetOf(address);
        segments.deleteOldest(file -> file.endOffset() <= offset, Integer.MAX_VALUE);
    }

    void flush(int leastPages) throws IOException {
        segments.flush(leastPages);
    }

    int sweepLingering(long forciblyAfterMillis) {
        return segments.sweepLingering(forciblyAfterMillis);
    }

    void deleteAll() {
        segments.deleteAll();
    }

    void close() {
        segments.close();
    }
}
