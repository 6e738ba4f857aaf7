package org.apache.rocketmq.store.segment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of fixed size that is mapped as a whole on first use. Its memory may be touched only between a successful {@link
 * #hold()} and the matching {@link #release()}; a retired region accepts no new holds and is unmapped when the last one
 * goes. A hold that is never given back keeps the mapping until the garbage collector finds nobody uses it: memory in use
 * is never unmapped, not even by force.
 *
 * <p>Thread-safe. What the bytes mean, and who may write which, is the business of the owner.
 */
public final class MappedRegion {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    /** Set in {@link #holds} when no new holds are accepted; the other bits count the holds. */
    private static final int RETIRED = Integer.MIN_VALUE;

    private static final VarHandle HOLDS;

    static {
        try {
            HOLDS = MethodHandles.lookup().findVarHandle(MappedRegion.class, "holds", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Also the size of the pieces in which space is reserved: file systems make cache folios as large as the write, and a
     * flush writes whole folios. 64 KiB costs little per page and flushes fastest for small and large appends.
     */
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(64 * 1024).asReadOnlyBuffer();

    private final Path path;
    private final int size;
    private final UninterruptedChannel channel;
    private volatile int holds;
    /** Guarded by this for writing; null until the first hold and after the last release of a retired region. */
    private volatile MappedByteBuffer bytes;

    private volatile ByteBuffer readOnly;
    /** Guarded by this. */
    private boolean unlinkAtLastRelease;

    /** A region over an existing file of exactly {@code size} bytes. */
    public MappedRegion(Path path, int size) {
        this.path = path;
        this.size = size;
        this.channel = new UninterruptedChannel(path);
    }

    /** Makes a sparse file of the given size (its folders too). An existing file keeps its content. */
    public static MappedRegion create(Path path, int size) throws IOException {
        Files.createDirectories(path.getParent());
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(size);
        }
        return new MappedRegion(path, size);
    }

    public Path path() {
        return path;
    }

    public int size() {
        return size;
    }

    /** Keeps the memory mapped until {@link #release()}. False when the region is retired. */
    public boolean hold() {
        int now;
        do {
            now = holds;
            if (now < 0) {
                return false;
            }
        } while (!HOLDS.compareAndSet(this, now, now + 1));
        return bytes != null || mapUnderHold();
    }

    private boolean mapUnderHold() {
        boolean mapped = false;
        try {
            mapped = map();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!mapped) {
                release();
            }
        }
        return mapped;
    }

    public void release() {
        if ((int) HOLDS.getAndAdd(this, -1) - 1 == RETIRED) {
            unmap();
        }
    }

    /** The memory, big endian. Only under a hold; use absolute access only. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** The same memory without the right to write. Only under a hold; use absolute access only. */
    public ByteBuffer readOnly() {
        return readOnly;
    }

    /** Writes all remaining bytes to the file, past the mapping. A full disk is an IOException. */
    public void write(ByteBuffer source, int position) throws IOException {
        channel.write(source, position);
    }

    /**
     * Gives bytes {@code [from, to)}, which nobody has written or reads, disk space by writing zeros: touching them through
     * the mapping cannot fail afterwards (it would end the process), and their pages are in the cache.
     */
    public void reserve(int from, int to) throws IOException {
        for (int position = from; position < to; ) {
            int length = Math.min(ZEROS.capacity(), to - position);
            channel.write(ZEROS.slice(0, length), position);
            position += length;
        }
    }

    /** Like {@link #reserve} for bytes that may hold something. Only under a hold, and for the only writer of these bytes. */
    public void anchor(int from, int to) throws IOException {
        byte[] content = new byte[to - from];
        bytes.get(from, content);
        channel.write(ByteBuffer.wrap(content), from);
    }

    /** Gives the file descriptor back until the next write. */
    public void idle() throws IOException {
        channel.idle();
    }

    /** Forces bytes {@code [from, to)} of the file to disk, however they were written. */
    public void force(int from, int to) throws IOException {
        if (from >= to || !hold()) {
            return;
        }
        try {
            bytes.force(from, to - from);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            release();
        }
    }

    /** Accepts no new holds; the memory goes with the last hold. The file stays. */
    public void retire() {
        int now;
        do {
            now = holds;
            if (now < 0) {
                return;
            }
        } while (!HOLDS.compareAndSet(this, now, now | RETIRED));
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("Cannot close {}: {}", path, e.toString());
        }
        if (now == 0) {
            unmap();
        }
    }

    /**
     * Like {@link #retire()}, and removes the file. Its name is free at once; its space with the last hold. (Where a mapped
     * file cannot be removed, it goes with the last hold.)
     */
    public void delete() {
        retire(); // before the name is free: nobody must map or open a successor of that name by mistake
        synchronized (this) {
            unlinkAtLastRelease = !unlink() && bytes != null;
        }
    }

    public boolean retired() {
        return holds < 0;
    }

    /** Holds not yet given back, for diagnosis. */
    public int holdCount() {
        return holds & ~RETIRED;
    }

    /** False when the region was retired before anything was mapped. */
    private synchronized boolean map() throws IOException {
        boolean interrupted = false;
        try {
            while (bytes == null) {
                if (retired()) {
                    return false;
                }
                try {
                    MappedByteBuffer mapped = mapFile();
                    readOnly = mapped.asReadOnlyBuffer();
                    bytes = mapped;
                } catch (ClosedByInterruptException e) { // mapping is not worth being interrupted: once more
                    interrupted |= Thread.interrupted();
                }
            }
            return true;
        } catch (IOException e) {
            throw new IOException(
                    "Cannot map " + path + " (" + size + " bytes): " + e.getMessage()
                            + ". With very many files, raise vm.max_map_count",
                    e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private MappedByteBuffer mapFile() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() != size) {
                throw new IOException("the file has " + channel.size() + " bytes");
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
        }
    }

    private synchronized void unmap() {
        MappedByteBuffer mapped = bytes;
        if (mapped != null) {
            readOnly = null;
            bytes = null;
            Unmapper.unmap(mapped);
        }
        if (unlinkAtLastRelease && unlink()) {
            unlinkAtLastRelease = false;
        }
    }

    private boolean unlink() {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (IOException e) {
            LOG.warn("Cannot delete {} yet: {}", path, e.toString());
            return false;
        }
    }
}
