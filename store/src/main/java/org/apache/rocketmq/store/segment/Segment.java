package org.apache.rocketmq.store.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * One file of a {@code SegmentedFile}, mapped into memory. Mapped memory is touched only while the segment is held, so a
 * deletion never unmaps bytes in use.
 *
 * <p>Appending is confined to one thread at a time; reading, holding and flushing are thread-safe.
 */
public interface Segment {
    /** Offset of the first byte in the endless array; also the file name (20 digits). */
    long baseOffset();

    /** Bytes of the file. */
    int size();

    Path path();

    /** Bytes that were written and may be read. */
    int writtenBytes();

    /** Bytes known to be on disk. */
    int flushedBytes();

    /** Whether nothing more is appended. */
    boolean full();

    /**
     * Copies the remaining bytes of {@code source} behind the written ones and publishes them. False when they do not fit or
     * the segment is being deleted; an {@link java.io.UncheckedIOException} when the disk is full or broken.
     */
    boolean append(ByteBuffer source);

    /** Declares everything up to the end written; bytes that were never appended keep what they are. */
    void seal();

    /**
     * A view of written bytes {@code [position, position + length)} that keeps the segment mapped until it is closed; null
     * when the range is not wholly written or the segment is being deleted.
     */
    Held slice(int position, int length);

    /** All written bytes from {@code position}; null when there are none or the segment is being deleted. */
    Held sliceToEnd(int position);

    /** Forces everything written so far to disk; returns the flushed position. */
    int flush() throws IOException;

    /** Last modification of the file, milliseconds since the epoch; 0 when somebody removed the file. */
    long lastModifiedMillis();

    /** A held view. Closing twice is harmless. */
    interface Held extends AutoCloseable {
        /** Read-only, big endian, position 0, limit = length. */
        ByteBuffer buffer();

        @Override
        void close();
    }
}
