package org.apache.rocketmq.remoting.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one connection is about to send. Frames written during one read turn, or handed over by other threads before the
 * event loop comes to them, leave in one flush.
 *
 * <p>{@link #write} is thread-safe; everything else is confined to the connection's event loop. The queue is bounded by
 * the requests in flight: the server stops reading a peer that does not take its answers, the client holds permits.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    /** Larger bodies are passed on in place instead of being copied behind their header. */
    private static final int COPIED_BODY_BYTES = 8 * 1024;

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int FIRST_CHUNK_BYTES = 1024;

    private final ChannelHandlerContext ctx;
    private final Queue<Letter> handedOver = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean drainScheduled = new AtomicBoolean();
    /** Encoded frames that were not yet written to the channel; null when there are none. */
    private ByteBuf open;
    /** Told when {@link #open} is on its way; null when nobody waits. */
    private List<Runnable> openWatchers;

    private int chunkBytes = FIRST_CHUNK_BYTES;
    private boolean inReadTurn;
    private boolean flushScheduled;
    private long lastFlushNanos = System.nanoTime();

    /**
     * @param tail body that is written without copying; null when the command has its own body or none
     * @param done runs once when the transport is done with the frame, sent or not; null for nobody
     */
    private record Letter(RemotingCommand command, List<ByteBuffer> tail, Runnable done) {}

    Outbox(ChannelHandlerContext ctx) {
        this.ctx = ctx;
    }

    void write(RemotingCommand command) {
        if (ctx.executor().inEventLoop()) {
            add(command, null, null);
            flushSoon();
        } else {
            handOver(new Letter(command, null, null));
        }
    }

    void write(RemotingCommand command, List<ByteBuffer> tail, Runnable done) {
        if (ctx.executor().inEventLoop()) {
            add(command, tail, done);
            flushSoon();
        } else {
            handOver(new Letter(command, tail, done));
        }
    }

    private void handOver(Letter letter) {
        handedOver.add(letter);
        if (drainScheduled.compareAndSet(false, true)) {
            try {
                ctx.executor().execute(this::drain);
            } catch (RejectedExecutionException loopStopped) {
                drainScheduled.set(false);
                discard();
            }
        }
    }

    private void drain() {
        drainScheduled.set(false);
        for (var letter = handedOver.poll(); letter != null; letter = handedOver.poll()) {
            add(letter.command, letter.tail, letter.done);
        }
        flushSoon();
    }

    private void discard() {
        for (var letter = handedOver.poll(); letter != null; letter = handedOver.poll()) {
            if (letter.done != null) {
                letter.done.run();
            }
        }
    }

    private void add(RemotingCommand command, List<ByteBuffer> tail, Runnable done) {
        try {
            append(command, tail, done);
        } catch (RuntimeException | OutOfMemoryError e) {
            // A header that cannot be written, or for which there is no memory, costs only its own frame: nothing of it
            // is
            // in the buffer yet.
            LOG.error("cannot encode command, code={} opaque={}", command.getCode(), command.getOpaque(), e);
            if (done != null) {
                done.run();
            }
        }
    }

    private void append(RemotingCommand command, List<ByteBuffer> tail, Runnable done) {
        if (open == null) {
            open = ctx.alloc().directBuffer(chunkBytes);
        }
        if (tail != null) {
            appendWithTail(command, tail, done);
            return;
        }
        var body = command.getBody();
        int bodyBytes = body == null ? 0 : body.length;
        command.encodeHeader(open, bodyBytes);
        if (bodyBytes > COPIED_BODY_BYTES) {
            writeOpen();
            write(Unpooled.wrappedBuffer(body), done);
            return;
        }
        if (bodyBytes > 0) {
            open.writeBytes(body);
        }
        if (done != null) {
            if (openWatchers == null) {
                openWatchers = new ArrayList<>();
            }
            openWatchers.add(done);
        }
        if (open.readableBytes() >= CHUNK_BYTES) {
            writeOpen();
        }
    }

    private void appendWithTail(RemotingCommand command, List<ByteBuffer> tail, Runnable done) {
        int bodyBytes = 0;
        for (var slice : tail) {
            bodyBytes += slice.remaining();
        }
        command.encodeHeader(open, bodyBytes);
        if (bodyBytes <= COPIED_BODY_BYTES) {
            for (var slice : tail) {
                open.writeBytes(slice.duplicate());
            }
            if (done != null) {
                done.run();
            }
            return;
        }
        writeOpen();
        write(Unpooled.wrappedBuffer(tail.toArray(ByteBuffer[]::new)), done);
    }

    private void write(ByteBuf bytes, Runnable done) {
        var written = ctx.write(bytes);
        if (done != null) {
            written.addListener(ignored -> done.run());
        }
    }

    private void writeOpen() {
        if (open == null) {
            return;
        }
        var bytes = open;
        var watchers = openWatchers;
        open = null;
        openWatchers = null;
        // The next chunk begins at about the size this one needed.
        chunkBytes =
                Math.max(FIRST_CHUNK_BYTES, Math.min(CHUNK_BYTES, Integer.highestOneBit(bytes.readableBytes()) << 1));
        write(bytes, watchers == null ? null : () -> watchers.forEach(Runnable::run));
    }

    /** From here to {@link #endReadTurn} nothing is flushed. */
    void beginReadTurn() {
        inReadTurn = true;
    }

    void endReadTurn() {
        inReadTurn = false;
        flush();
    }

    private void flushSoon() {
        if (!inReadTurn && !flushScheduled) {
            flushScheduled = true;
            ctx.executor().execute(this::scheduledFlush);
        }
    }

    private void scheduledFlush() {
        flushScheduled = false;
        flush();
    }

    private void flush() {
        writeOpen();
        lastFlushNanos = System.nanoTime();
        ctx.flush();
    }

    long lastFlushNanos() {
        return lastFlushNanos;
    }

    /** The connection is gone: frees what was not written and tells those who wait. */
    void close() {
        writeOpen();
        discard();
    }
}
