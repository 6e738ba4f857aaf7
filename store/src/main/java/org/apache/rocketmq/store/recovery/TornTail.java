package org.apache.rocketmq.store.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongSupplier;
import org.apache.rocketmq.store.log.LogRecord;
import org.apache.rocketmq.store.segment.MappedSegment;
import org.apache.rocketmq.store.segment.SegmentLayout;
import org.apache.rocketmq.store.segment.SegmentedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a log at its last valid record. Bytes behind it that are not zero are copied first, one file per segment, named
 * {@code <20 digits: log offset of the first byte>-<time in milliseconds>}, so that whoever needs them still has them.
 *
 * <p>Reads through file channels: holes of a sparse file then cost no memory. Confined to the opening thread.
 */
public final class TornTail {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final int CHUNK = 1 << 20;

    private final Path folder;
    private final LongSupplier clockMillis;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);

    public TornTail(Path folder, LongSupplier clockMillis) {
        this.folder = folder;
        this.clockMillis = clockMillis;
    }

    /**
     * Cuts everything from {@code end} on.
     *
     * @param unclean whether everything behind the end is looked at; after a clean stop a zero megabyte is proof enough
     * @param endsBlank whether a blank record lies at the end, which is not worth keeping
     * @return how many bytes were kept aside
     */
    long cut(SegmentedFile files, long end, boolean unclean, boolean endsBlank) throws IOException {
        long kept = 0;
        for (MappedSegment segment : files.segments()) {
            if (segment.endOffset() > end) {
                kept += cutSegment(segment, Math.max(end, segment.baseOffset()), unclean, endsBlank);
            }
        }
        files.truncateTo(end);
        return kept;
    }

    private long cutSegment(MappedSegment segment, long from, boolean unclean, boolean endsBlank) throws IOException {
        int start = (int) (from - segment.baseOffset());
        try (FileChannel file = FileChannel.open(segment.path(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long dataEnd = dataEnd(file, start, segment.size(), unclean);
            if (dataEnd <= start) {
                return 0;
            }
            boolean onlyBlank = endsBlank && dataEnd <= start + LogRecord.BLANK_BYTES;
            long kept = onlyBlank ? 0 : keep(file, from, start, dataEnd);
            zero(file, start, dataEnd);
            return kept;
        }
    }

    /** Position behind the last byte that is not zero; {@code start} when there is none. */
    private long dataEnd(FileChannel file, int start, int size, boolean unclean) throws IOException {
        long dataEnd = start;
        for (long at = start; at < size; at += chunk.limit()) {
            read(file, at, size);
            int last = lastNonZero();
            if (last >= 0) {
                dataEnd = at + last + 1;
            } else if (!unclean && dataEnd == start) {
                return start;
            }
        }
        return dataEnd;
    }

    private void read(FileChannel file, long at, long end) throws IOException {
        chunk.clear().limit((int) Math.min(CHUNK, end - at));
        while (chunk.hasRemaining()) {
            if (file.read(chunk, at + chunk.position()) < 0) {
                throw new IOException("unexpected end of file at " + at);
            }
        }
    }

    private int lastNonZero() {
        int at = chunk.limit();
        while (at % Long.BYTES != 0) {
            if (chunk.get(--at) != 0) {
                return at;
            }
        }
        while (at > 0 && chunk.getLong(at - Long.BYTES) == 0) {
            at -= Long.BYTES;
        }
        while (at > 0 && chunk.get(at - 1) == 0) {
            at--;
        }
        return at - 1;
    }

    private long keep(FileChannel file, long logOffset, long start, long end) throws IOException {
        Files.createDirectories(folder);
        Path copy = folder.resolve(SegmentLayout.fileName(logOffset) + "-" + clockMillis.getAsLong());
        try (FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long at = start; at < end; at += chunk.limit()) {
                read(file, at, end);
                chunk.flip();
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
            }
            out.force(true);
        }
        LOG.warn(
                "{} bytes behind the last valid record, from log offset {} on, were cut off and kept in {}",
                end - start,
                logOffset,
                copy);
        return end - start;
    }

    private void zero(FileChannel file, long start, long end) throws IOException {
        chunk.clear();
        while (chunk.remaining() >= Long.BYTES) {
            chunk.putLong(0);
        }
        for (long at = start; at < end; ) {
            chunk.clear().limit((int) Math.min(CHUNK, end - at));
            at += file.write(chunk, at);
        }
    }
}
