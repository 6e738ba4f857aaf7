package org.apache.rocketmq.store.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Up to which store time log, queues and key index are known to be on disk.
 *
 * <p>Shape of the file: 4096 bytes; three big endian longs (milliseconds) at 0 physical, 8 logic, 16 index; zeros behind.
 * Thread-safe. Source: store format, checkpoint.
 */
public final class Checkpoint {
    private static final int FILE_BYTES = 4096;
    /** Timestamps this much older than the checkpoint are taken as certainly on disk. */
    private static final long SAFETY_MILLIS = 3000;

    private final Path file;
    private volatile long physicalTimestamp;
    private volatile long logicTimestamp;
    private volatile long indexTimestamp;

    public Checkpoint(Path file) {
        this.file = file;
    }

    /**
     * Reads the file; a missing or short one counts as all zero, which makes recovery start early. A missing one is made:
     * users and backups expect it in every store.
     */
    public void load() throws IOException {
        if (!Files.exists(file)) {
            write();
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(3 * Long.BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        }
        if (!bytes.hasRemaining()) {
            physicalTimestamp = bytes.getLong(0);
            logicTimestamp = bytes.getLong(Long.BYTES);
            indexTimestamp = bytes.getLong(2 * Long.BYTES);
        }
    }

    public synchronized void write() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(FILE_BYTES);
        bytes.putLong(0, physicalTimestamp);
        bytes.putLong(Long.BYTES, logicTimestamp);
        bytes.putLong(2 * Long.BYTES, indexTimestamp);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes, bytes.position());
            }
            channel.force(true);
        }
    }

    /** Records stored at or before this time are on disk, and so are their views. */
    public long minTimestamp() {
        return Math.max(0, Math.min(physicalTimestamp, logicTimestamp) - SAFETY_MILLIS);
    }

    /** As {@link #minTimestamp()}, with the key index counted in. */
    public long minTimestampWithIndex() {
        return Math.min(minTimestamp(), indexTimestamp);
    }

    public long physicalTimestamp() {
        return physicalTimestamp;
    }

    public void physicalTimestamp(long millis) {
        physicalTimestamp = millis;
    }

    public long logicTimestamp() {
        return logicTimestamp;
    }

    public void logicTimestamp(long millis) {
        logicTimestamp = millis;
    }

    public long indexTimestamp() {
        return indexTimestamp;
    }

    public void indexTimestamp(long millis) {
        indexTimestamp = millis;
    }
}
