package org.apache.rocketmq.store.segment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endless, append-only array of bytes kept in files of equal size. Bytes are found by offset; old files go at the front,
 * new ones come at the back. Source: store format, directory tree.
 *
 * <p>Thread-safe; {@link #appendable} and the appends to what it returns are confined to one thread at a time.
 */
public final class SegmentedFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final int PAGE = 4096;

    private final SegmentFolders folders;
    private final SegmentLayout layout;
    /** Null when segments are made on demand. */
    private final SegmentAllocator allocator;
    /** Sorted by offset. Replaced, never changed. Guarded by this for writing. */
    private volatile MappedSegment[] segments;
    /** Deleted, but still held by readers. Guarded by this. */
    private final List<Lingering> lingering = new ArrayList<>();
    /** Guarded by this. */
    private SegmentAllocator.Pending spare;
    /** No new segments are made any more. Guarded by this. */
    private boolean closed;

    private volatile long flushedOffset;

    private record Lingering(MappedSegment segment, long sinceMillis) {}

    private SegmentedFile(
            SegmentFolders folders, SegmentLayout layout, SegmentAllocator allocator, MappedSegment[] segments) {
        this.folders = folders;
        this.layout = layout;
        this.allocator = allocator;
        this.segments = segments;
        this.flushedOffset = writtenOffset();
    }

    /**
     * Opens what is there; nothing is created. All files count as wholly written until {@link #truncateTo}.
     *
     * @param allocator makes segments ahead of need; null to make them on demand
     * @throws IOException when a folder holds anything but files of the right size and name
     */
    public static SegmentedFile open(SegmentFolders folders, SegmentLayout layout, SegmentAllocator allocator)
            throws IOException {
        List<MappedSegment> found = new ArrayList<>();
        for (Path folder : folders.all()) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                    for (Path entry : entries) {
                        found.add(existing(entry, layout));
                    }
                }
            }
        }
        found.sort(Comparator.comparingLong(MappedSegment::baseOffset));
        for (int i = 1; i < found.size(); i++) {
            MappedSegment before = found.get(i - 1);
            MappedSegment segment = found.get(i);
            if (segment.baseOffset() == before.baseOffset()) {
                throw new IOException("Both " + before.path() + " and " + segment.path() + " hold the same offsets");
            }
            if (segment.baseOffset() != before.endOffset()) {
                LOG.error("Files are missing between {} and {}", before.path(), segment.path());
            }
        }
        return new SegmentedFile(folders, layout, allocator, found.toArray(MappedSegment[]::new));
    }

    private static MappedSegment existing(Path path, SegmentLayout layout) throws IOException {
        String name = path.getFileName().toString();
        if (!name.matches("\\d{1,19}|0\\d{19}")) {
            throw new IOException(path + " does not belong here: its name is not an offset. Move it elsewhere");
        }
        long size = Files.isRegularFile(path) ? Files.size(path) : -1;
        long baseOffset = Long.parseLong(name);
        if (size != layout.segmentSize()) {
            throw new IOException(path + " has " + (size < 0 ? "no" : size) + " bytes, but " + layout.sizeKey() + "="
                    + layout.segmentSize() + ". Set " + layout.sizeKey()
                    + " to the size the files were made with, or move the file elsewhere");
        }
        if (baseOffset % layout.segmentSize() != 0) {
            throw new IOException(
                    path + " does not start at a multiple of " + layout.sizeKey() + "=" + layout.segmentSize());
        }
        return MappedSegment.existing(path, baseOffset, layout);
    }

    public int segmentSize() {
        return layout.segmentSize();
    }

    public boolean isEmpty() {
        return segments.length == 0;
    }

    /** The oldest segment; null when there is none. */
    public MappedSegment first() {
        MappedSegment[] now = segments;
        return now.length == 0 ? null : now[0];
    }

    /** The newest segment; null when there is none. */
    public MappedSegment last() {
        MappedSegment[] now = segments;
        return now.length == 0 ? null : now[now.length - 1];
    }

    /** All segments, oldest first, as they are now. */
    public List<MappedSegment> segments() {
        return List.of(segments);
    }

    /** The segment whose file covers the offset (written or not); null when there is none. */
    public MappedSegment find(long offset) {
        MappedSegment[] now = segments;
        if (now.length == 0 || offset < now[0].baseOffset()) {
            return null;
        }
        long guess = (offset - now[0].baseOffset()) / layout.segmentSize();
        if (guess < now.length && now[(int) guess].baseOffset() <= offset && offset < now[(int) guess].endOffset()) {
            return now[(int) guess];
        }
        for (MappedSegment segment : now) { // only when files are missing in between
            if (segment.baseOffset() <= offset && offset < segment.endOffset()) {
                return segment;
            }
        }
        return null;
    }

    /** A held view of {@code length} bytes from an offset; null when they are not wholly written in one segment. */
    public Segment.Held slice(long offset, int length) {
        MappedSegment segment = find(offset);
        return segment == null ? null : segment.slice((int) (offset - segment.baseOffset()), length);
    }

    /** A held view from an offset to the end of what its segment has; null when nothing is there. */
    public Segment.Held sliceToEnd(long offset) {
        MappedSegment segment = find(offset);
        return segment == null ? null : segment.sliceToEnd((int) (offset - segment.baseOffset()));
    }

    /** Offset of the oldest byte; -1 when there is no file. */
    public long minOffset() {
        MappedSegment first = first();
        return first == null ? -1 : first.baseOffset();
    }

    /** Offset behind the newest written byte; 0 when there is no file. */
    public long writtenOffset() {
        MappedSegment last = last();
        return last == null ? 0 : last.writtenOffset();
    }

    /** Everything before it is on disk. */
    public long flushedOffset() {
        return flushedOffset;
    }

    /**
     * The segment to append to: the last one, or a new one when there is none or it is full.
     *
     * @param firstOffset an offset that the very first segment must contain; ignored when there are segments
     * @throws IOException when a new file cannot be made, or after {@link #close} or {@link #deleteAll}
     */
    public MappedSegment appendable(long firstOffset) throws IOException {
        MappedSegment last = last();
        if (last != null && !last.full()) {
            return last;
        }
        return next(firstOffset);
    }

    private synchronized MappedSegment next(long firstOffset) throws IOException {
        if (closed) {
            throw new IOException("Closed or deleted: " + folders.all());
        }
        MappedSegment last = last();
        long base = last == null ? firstOffset - firstOffset % layout.segmentSize() : last.endOffset();
        MappedSegment made = takeSpare(base);
        if (made == null) {
            made = MappedSegment.create(folderOf(base), base, layout);
        }
        MappedSegment[] more = Arrays.copyOf(segments, segments.length + 1);
        more[more.length - 1] = made;
        if (last == null) {
            flushedOffset = base;
        }
        segments = more;
        if (allocator != null) {
            long following = made.endOffset();
            spare = allocator.prepare(folderOf(following), following, layout);
        }
        return made;
    }

    private MappedSegment takeSpare(long base) throws IOException {
        SegmentAllocator.Pending pending = spare;
        if (pending == null) {
            return null;
        }
        if (pending.baseOffset() != base) {
            dropSpare();
            return null;
        }
        try {
            return pending.await();
        } finally {
            // One that failed must not answer for later ones; one still in the making is asked again.
            if (pending.future().isDone()) {
                spare = null;
            }
        }
    }

    private void dropSpare() {
        SegmentAllocator.Pending pending = spare;
        spare = null;
        if (pending != null) {
            try {
                pending.await().delete();
            } catch (IOException e) {
                LOG.warn("The spare segment was not removed: {}", e.toString());
            }
        }
    }

    private Path folderOf(long baseOffset) {
        return folders.folderOf(baseOffset / layout.segmentSize());
    }

    /**
     * Takes back everything from {@code offset} on: later segments are deleted, the one that contains it stays and is
     * written again from there. When the offset is the end of the last segment nothing but the spare goes. Not while somebody
     * appends.
     */
    public synchronized void truncateTo(long offset) {
        dropSpare();
        List<MappedSegment> kept = new ArrayList<>();
        for (MappedSegment segment : segments) {
            if (segment.baseOffset() > offset) {
                bury(segment);
                continue;
            }
            kept.add(segment);
            if (offset < segment.endOffset()) {
                segment.resetTo((int) (offset - segment.baseOffset()));
            }
        }
        segments = kept.toArray(MappedSegment[]::new);
        flushedOffset = Math.min(flushedOffset, writtenOffset());
    }

    /** Deletes the last segment, whatever it holds. Not while somebody appends. */
    public synchronized void deleteLast() {
        MappedSegment[] now = segments;
        if (now.length > 0) {
            dropSpare();
            segments = Arrays.copyOf(now, now.length - 1);
            bury(now[now.length - 1]);
            flushedOffset = Math.min(flushedOffset, writtenOffset());
        }
    }

    /**
     * Deletes segments from the oldest on while they match, never the last one.
     *
     * @param atMost how many at most
     * @return how many
     */
    public int deleteOldest(Predicate<? super MappedSegment> expired, int atMost) {
        MappedSegment[] now;
        int count = 0;
        synchronized (this) {
            now = segments;
            while (count < atMost && count < now.length - 1 && expired.test(now[count])) {
                count++;
            }
            if (count > 0) {
                segments = Arrays.copyOfRange(now, count, now.length);
            }
        }
        // Outside the lock: removing a large file takes long, and an append may be waiting for its next segment.
        for (int i = 0; i < count; i++) {
            bury(now[i]);
        }
        return count;
    }

    /** Deletes all segments and makes no more. Safe while others read and append: their holds stay good. */
    public synchronized void deleteAll() {
        closed = true;
        dropSpare();
        MappedSegment[] now = segments;
        segments = new MappedSegment[0];
        for (MappedSegment segment : now) {
            bury(segment);
        }
    }

    private void bury(MappedSegment segment) {
        segment.delete();
        if (segment.holdCount() > 0) {
            synchronized (this) {
                lingering.add(new Lingering(segment, System.currentTimeMillis()));
            }
        }
    }

    /**
     * Looks after deleted segments that readers still hold. One that is held for longer than {@code forciblyAfterMillis} is
     * given up: its file name is gone already, its memory goes when the garbage collector finds it unused (unmapping
     * it under a reader would end the process).
     *
     * @return how many are still held
     */
    public synchronized int sweepLingering(long forciblyAfterMillis) {
        long now = System.currentTimeMillis();
        for (Iterator<Lingering> each = lingering.iterator(); each.hasNext(); ) {
            Lingering one = each.next();
            int holds = one.segment().holdCount();
            if (holds == 0) {
                each.remove();
            } else if (now - one.sinceMillis() >= forciblyAfterMillis) {
                LOG.warn(
                        "{} was deleted {} ms ago (destroyMapedFileIntervalForcibly={}) and is still held {} times",
                        one.segment().path(),
                        now - one.sinceMillis(),
                        forciblyAfterMillis,
                        holds);
                each.remove();
            }
        }
        return lingering.size();
    }

    /**
     * Forces written bytes to disk, segment by segment.
     *
     * @param leastPages do so only when at least that many pages are dirty or a segment is full; 0 for everything
     * @return the flushed offset afterwards
     */
    public long flush(int leastPages) throws IOException {
        MappedSegment[] now = segments;
        for (MappedSegment segment : now) {
            long flushed = flushedOffset;
            if (segment.endOffset() <= flushed) {
                continue;
            }
            long written = segment.writtenOffset();
            boolean due = segment.full() || leastPages == 0 || written / PAGE - flushed / PAGE >= leastPages;
            if (written <= flushed || !due) {
                break;
            }
            long reached = segment.baseOffset() + segment.flush();
            synchronized (this) {
                flushedOffset = Math.min(Math.max(flushedOffset, reached), writtenOffset());
            }
        }
        return flushedOffset;
    }

    /** Gives memory and file descriptors back when nobody holds them, and removes a segment made ahead. Files stay. */
    @Override
    public synchronized void close() {
        closed = true;
        dropSpare();
        for (MappedSegment segment : segments) {
            segment.retire();
        }
    }
}
