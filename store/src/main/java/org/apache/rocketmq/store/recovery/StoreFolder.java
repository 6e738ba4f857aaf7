package org.apache.rocketmq.store.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The root folder of a store: who has it (file {@code lock}) and whether the last one left in good order (file
 * {@code abort}).
 *
 * <p>Confined to the thread that opens and shuts the store. Source: store format, directory tree.
 */
public final class StoreFolder {
    private final Path root;
    private FileChannel lockChannel;
    private FileLock lock;

    public StoreFolder(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    public Path commitLog() {
        return root.resolve("commitlog");
    }

    public Path consumeQueues() {
        return root.resolve("consumequeue");
    }

    public Path index() {
        return root.resolve("index");
    }

    public Path checkpoint() {
        return root.resolve("checkpoint");
    }

    /** Where bytes go that recovery cuts off the log. */
    public Path recovered() {
        return root.resolve("recovered");
    }

    private Path abort() {
        return root.resolve("abort");
    }

    /**
     * Takes the folder, making it when it is not there.
     *
     * @throws IOException with the text operators know when another process (or store of this one) has it
     */
    public void acquire() throws IOException {
        Files.createDirectories(root);
        FileChannel channel = FileChannel.open(
                root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock taken = null;
        try {
            taken = channel.tryLock(0, 1, false);
        } catch (OverlappingFileLockException inThisProcess) {
            // Answered below like a lock of another process.
        } finally {
            if (taken == null) {
                channel.close();
            }
        }
        if (taken == null) {
            throw new IOException("Lock failed,MQ already started: " + root.resolve("lock")
                    + " is held by another broker; give each broker its own storePathRootDir");
        }
        channel.write(ByteBuffer.wrap("lock".getBytes(StandardCharsets.US_ASCII)), 0);
        lockChannel = channel;
        lock = taken;
    }

    /** Gives the folder back; harmless when it is not held. */
    public void release() throws IOException {
        if (lock != null) {
            lock.release();
            lockChannel.close();
            lock = null;
            lockChannel = null;
        }
    }

    public boolean leftUnclean() {
        return Files.exists(abort());
    }

    public void markRunning() throws IOException {
        if (!Files.exists(abort())) {
            Files.createFile(abort());
        }
    }

    public void markClean() throws IOException {
        Files.deleteIfExists(abort());
    }
}
