package org.apache.rocketmq.store.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A segment over a {@link MappedRegion}.
 *
 * <pre>
 *   0            flushedBytes       writtenBytes        reservedTo            size
 *   |-- on disk ------|--- readable ----|--- has space -----|--- sparse --------|
 * </pre>
 *
 * Thread-safe, but for {@link #append}, {@link #seal} and {@link #resetTo}, which are confined to one thread at a time.
 */
public final class MappedSegment implements Segment {
    private static final int PAGE = 4096;
    /**
     * Bytes behind the end that are kept zero (under MAPPED_COPY), so that a recovery never takes bytes of an earlier life of
     * the file for a continuation.
     */
    private static final int END_MARK = 64;

    /** Segments that reserve in small steps are many and do not keep a file descriptor. */
    private static final int FEW_AND_BUSY = 256 * 1024;

    private static final VarHandle WRITTEN;

    static {
        try {
            WRITTEN = MethodHandles.lookup().findVarHandle(MappedSegment.class, "writtenBytes", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long baseOffset;
    private final MappedRegion region;
    private final AppendMode appendMode;
    private final int reserveBytes;
    private int writtenBytes;
    private volatile int flushedBytes;
    /** Bytes before it have disk space. Confined to the appender. */
    private int reservedTo;

    private MappedSegment(long baseOffset, MappedRegion region, SegmentLayout layout, int writtenBytes) {
        this.baseOffset = baseOffset;
        this.region = region;
        this.appendMode = layout.appendMode();
        this.reserveBytes = layout.reserveBytes();
        this.writtenBytes = writtenBytes;
        this.flushedBytes = writtenBytes;
        this.reservedTo = writtenBytes;
    }

    /** A new, empty file. */
    static MappedSegment create(Path folder, long baseOffset, SegmentLayout layout) throws IOException {
        Path path = folder.resolve(SegmentLayout.fileName(baseOffset));
        return new MappedSegment(baseOffset, MappedRegion.create(path, layout.segmentSize()), layout, 0);
    }

    /** A file that was there before. It counts as wholly written and flushed until recovery knows better. */
    static MappedSegment existing(Path path, long baseOffset, SegmentLayout layout) {
        int size = layout.segmentSize();
        return new MappedSegment(baseOffset, new MappedRegion(path, size), layout, size);
    }

    @Override
    public long baseOffset() {
        return baseOffset;
    }

    /** Offset behind the last byte of the file. */
    public long endOffset() {
        return baseOffset + region.size();
    }

    @Override
    public int size() {
        return region.size();
    }

    @Override
    public Path path() {
        return region.path();
    }

    @Override
    public int writtenBytes() {
        return (int) WRITTEN.getAcquire(this);
    }

    @Override
    public int flushedBytes() {
        return flushedBytes;
    }

    @Override
    public boolean full() {
        return writtenBytes() == region.size();
    }

    /** Offset behind the last written byte. */
    public long writtenOffset() {
        return baseOffset + writtenBytes();
    }

    @Override
    public boolean append(ByteBuffer source) {
        int from = writtenBytes;
        int length = source.remaining();
        if (length > region.size() - from || !region.hold()) {
            return false;
        }
        try {
            if (appendMode == AppendMode.CHANNEL_WRITE) {
                region.write(source, from);
            } else {
                reserve(from + length);
                region.bytes().put(from, source, source.position(), length);
                source.position(source.limit());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + region.path() + ": " + e.getMessage(), e);
        } finally {
            region.release();
        }
        WRITTEN.setRelease(this, from + length);
        return true;
    }

    /** Declares everything up to the end written; bytes that were never appended keep what they are. */
    @Override
    public void seal() {
        WRITTEN.setRelease(this, region.size());
        try {
            region.idle();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + region.path(), e);
        }
    }

    /** Takes back everything from {@code position} on: it will be written again. What follows the end becomes zero. */
    void resetTo(int position) {
        WRITTEN.setRelease(this, position);
        flushedBytes = Math.min(flushedBytes, position);
        reservedTo = position;
        int to = position + Math.min(region.size() - position, END_MARK);
        if (position < to && region.hold()) {
            try {
                if (!isZero(position, to)) {
                    region.reserve(position, to);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + region.path() + ": " + e.getMessage(), e);
            } finally {
                region.release();
            }
        }
    }

    private boolean isZero(int from, int to) {
        ByteBuffer bytes = region.bytes();
        for (int i = from; i < to; i++) {
            if (bytes.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Keeps room, and zeros behind the end, for what is about to be appended. */
    private void reserve(int to) throws IOException {
        int needed = to + Math.min(region.size() - to, END_MARK);
        if (needed <= reservedTo || reserveBytes == 0) {
            return;
        }
        int step = Math.max(PAGE, Math.min(reserveBytes, writtenBytes));
        long wanted = Math.max(needed, (long) reservedTo + step);
        int target = (int) Math.min(region.size(), (wanted + PAGE - 1) / PAGE * PAGE);
        region.reserve(reservedTo, target);
        reservedTo = target;
        if (reserveBytes < FEW_AND_BUSY) {
            region.idle();
        }
    }

    @Override
    public Held slice(int position, int length) {
        if (position < 0 || length < 0 || length > writtenBytes() - position || !region.hold()) {
            return null;
        }
        return new HeldSlice(region, position, length);
    }

    @Override
    public Held sliceToEnd(int position) {
        int length = writtenBytes() - position;
        return length <= 0 ? null : slice(position, length);
    }

    /** Keeps the segment mapped for direct access until {@link #release()}; false when it is being deleted. */
    public boolean hold() {
        return region.hold();
    }

    public void release() {
        region.release();
    }

    /** Only under a hold, below {@link #writtenBytes()}. */
    public int getInt(int position) {
        return region.bytes().getInt(position);
    }

    /** Only under a hold, below {@link #writtenBytes()}. */
    public long getLong(int position) {
        return region.bytes().getLong(position);
    }

    /** Only under a hold, below {@link #writtenBytes()}. */
    public short getShort(int position) {
        return region.bytes().getShort(position);
    }

    /** Only under a hold, below {@link #writtenBytes()}. */
    public byte getByte(int position) {
        return region.bytes().get(position);
    }

    /** The whole file, read-only; only under a hold, absolute access only. */
    public ByteBuffer readOnly() {
        return region.readOnly();
    }

    @Override
    public synchronized int flush() throws IOException {
        int to = writtenBytes();
        int from = flushedBytes;
        if (from < to) {
            region.force(from, to);
            flushedBytes = to;
        }
        return to;
    }

    @Override
    public long lastModifiedMillis() {
        try {
            return Files.getLastModifiedTime(region.path()).toMillis();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the time of " + region.path(), e);
        }
    }

    /** Closed for new holds: being deleted, or the store has stopped. */
    public boolean retired() {
        return region.retired();
    }

    /** Holds not yet given back, for diagnosis. */
    public int holdCount() {
        return region.holdCount();
    }

    void retire() {
        region.retire();
    }

    void delete() {
        region.delete();
    }

    @Override
    public String toString() {
        return region.path() + "[" + writtenBytes() + "/" + region.size() + "]";
    }
}
