package org.apache.rocketmq.store.segment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes to a file at given positions and survives interrupts of its callers: an interrupt closes a plain file channel for
 * everybody, here it is opened again, the write is completed and the interrupt is left set. Thread-safe.
 */
final class UninterruptedChannel implements Closeable {
    private final Path path;
    /** Guarded by this for writing. */
    private volatile FileChannel channel;

    private boolean closed;

    UninterruptedChannel(Path path) {
        this.path = path;
    }

    /** Writes all remaining bytes of {@code source}. A full disk is an IOException. */
    void write(ByteBuffer source, long position) throws IOException {
        long behind = position - source.position();
        boolean interrupted = false;
        try {
            while (source.hasRemaining()) {
                FileChannel current = open();
                try {
                    current.write(source, behind + source.position());
                } catch (ClosedChannelException e) {
                    if (e instanceof ClosedByInterruptException) {
                        interrupted |= Thread.interrupted();
                    }
                    forget(current);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private FileChannel open() throws IOException {
        FileChannel current = channel;
        if (current != null) {
            return current;
        }
        synchronized (this) {
            if (closed) {
                throw new ClosedChannelException();
            }
            if (channel == null) {
                channel = FileChannel.open(path, StandardOpenOption.WRITE);
            }
            return channel;
        }
    }

    private synchronized void forget(FileChannel stale) {
        if (channel == stale) {
            channel = null;
        }
    }

    /** Gives the file descriptor back; the next write opens it again. */
    synchronized void idle() throws IOException {
        FileChannel current = channel;
        channel = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        idle();
    }
}
