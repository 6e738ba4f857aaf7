package org.apache.rocketmq.remoting.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/**
 * Cuts the byte stream of one connection into frames. A frame that arrived in one read is handed on where it lies; only
 * one that is spread over several reads is copied together.
 *
 * <p>Confined to the connection's event loop. Format: wire format, frame.
 */
final class FrameDecoder {
    /** Takes frames; the buffer belongs to the decoder. */
    interface Sink {
        /** {@code in} stands behind the length prefix; the frame is its next {@code frameLength} bytes. */
        void frame(ByteBuf in, int frameLength) throws RemotingCommandException;
    }

    private static final int LENGTH_BYTES = 4;
    /** What a declared length alone may reserve before the bytes arrive. */
    private static final int FIRST_CAPACITY_BYTES = 64 * 1024;

    private final int maxFrameBytes;
    private final Sink sink;
    /** The beginning of a frame whose end has not arrived; null when there is none. */
    private ByteBuf partial;

    /** @param maxFrameBytes largest frame accepted, its length prefix included */
    FrameDecoder(int maxFrameBytes, Sink sink) {
        this.maxFrameBytes = maxFrameBytes;
        this.sink = sink;
    }

    /**
     * Hands on every frame that is complete now and keeps the rest.
     *
     * @throws RemotingCommandException at the first malformed frame: the connection must be closed
     */
    void read(ByteBuf in, ByteBufAllocator allocator) throws RemotingCommandException {
        if (partial != null && !complete(in)) {
            return;
        }
        while (in.readableBytes() >= LENGTH_BYTES) {
            int at = in.readerIndex();
            int length = checked(in.getInt(at));
            if (in.readableBytes() - LENGTH_BYTES < length) {
                break;
            }
            in.readerIndex(at + LENGTH_BYTES);
            sink.frame(in, length);
            in.readerIndex(at + LENGTH_BYTES + length);
        }
        if (in.isReadable()) {
            keep(in, allocator);
        }
    }

    /** Moves bytes of {@code in} to the partial frame; true when that was completed and handed on. */
    private boolean complete(ByteBuf in) throws RemotingCommandException {
        if (!fill(in, LENGTH_BYTES)) {
            return false;
        }
        int length = checked(partial.getInt(partial.readerIndex()));
        if (!fill(in, LENGTH_BYTES + length)) {
            return false;
        }
        var frame = partial;
        partial = null;
        try {
            frame.skipBytes(LENGTH_BYTES);
            sink.frame(frame, length);
        } finally {
            frame.release();
        }
        return true;
    }

    private boolean fill(ByteBuf in, int wanted) {
        int missing = wanted - partial.readableBytes();
        if (missing > 0) {
            partial.writeBytes(in, Math.min(missing, in.readableBytes()));
        }
        return partial.readableBytes() >= wanted;
    }

    private void keep(ByteBuf in, ByteBufAllocator allocator) {
        int wanted = in.readableBytes() < LENGTH_BYTES ? LENGTH_BYTES : LENGTH_BYTES + in.getInt(in.readerIndex());
        int capacity = Math.max(in.readableBytes(), Math.min(wanted, FIRST_CAPACITY_BYTES));
        partial = allocator.buffer(capacity, Integer.MAX_VALUE);
        partial.writeBytes(in);
    }

    private int checked(int length) throws RemotingCommandException {
        if (length < LENGTH_BYTES || length > maxFrameBytes - LENGTH_BYTES) {
            throw new RemotingCommandException("malformed frame: declared length " + length + " is not within 4 and "
                    + (maxFrameBytes - LENGTH_BYTES) + " (system property " + FrameLimit.PROPERTY + " minus 4)");
        }
        return length;
    }

    void close() {
        if (partial != null) {
            partial.release();
            partial = null;
        }
    }
}
