package org.apache.rocketmq.store.replication;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.log.CommitLog;
import org.apache.rocketmq.store.segment.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the master knows of one slave, and what is on its way there.
 *
 * <p>Confined to the thread of {@link SlaveConnections}. Source: replication specification, rules for the master.
 */
final class SlaveConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    /** A slave that has much to catch up lets the others have their turn after so many frames. */
    private static final int FRAMES_PER_TURN = 32;

    private static final int REPORT_BUFFER_BYTES = 4096;

    private final SocketChannel channel;
    private final SocketAddress address;
    private final SelectionKey key;
    private final CommitLog log;
    private final MessageStoreConfig config;
    private final ByteBuffer reports = ByteBuffer.allocate(REPORT_BUFFER_BYTES);
    private final ByteBuffer header = ByteBuffer.allocateDirect(ReplicationFrame.HEADER_BYTES);
    /** Header and body of the frame on its way. */
    private final ByteBuffer[] frame = new ByteBuffer[2];

    /** Keeps the body of the frame on its way mapped; null when it is a heartbeat or nothing is on its way. */
    private Segment.Held held;

    private boolean started;
    /** The slave asked for bytes that this log never had; it gets heartbeats only. */
    private boolean beyond;
    /** Offset of the next byte to send. */
    private long next;

    private long reported = -1;
    private long heardNanos;
    private long sentNanos;

    SlaveConnection(SocketChannel channel, SelectionKey key, CommitLog log, MessageStoreConfig config, long nowNanos)
            throws IOException {
        this.channel = channel;
        this.address = channel.getRemoteAddress();
        this.key = key;
        this.log = log;
        this.config = config;
        this.heardNanos = nowNanos;
        this.sentNanos = nowNanos;
        header.limit(0);
        frame[0] = header;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Whether a put may count on this slave: it has asked for bytes that are here. */
    boolean serves() {
        return started && !beyond && next >= log.minOffset();
    }

    /** What the slave has, as far as it can be believed; -1 before its first report. */
    long reported() {
        return beyond ? -1 : reported;
    }

    /** Whether there is something to send and the socket takes it. */
    boolean canSend() {
        return key.isValid() && (key.interestOps() & SelectionKey.OP_WRITE) == 0 && hasMore();
    }

    private boolean hasMore() {
        return serves() && next < log.end();
    }

    /**
     * Takes in what the slave says.
     *
     * @throws IOException when the connection is over, or must be since no slave says such things
     */
    void hear(long nowNanos) throws IOException {
        int count = channel.read(reports);
        int complete = reports.position() / ReplicationFrame.REPORT_BYTES * ReplicationFrame.REPORT_BYTES;
        if (count > 0) {
            heardNanos = nowNanos;
        }
        if (complete > 0) {
            long offset = reports.getLong(complete - ReplicationFrame.REPORT_BYTES);
            reports.limit(reports.position()).position(complete);
            reports.compact();
            heard(offset);
        }
        if (count < 0) {
            throw new IOException("closed by the slave");
        }
    }

    private void heard(long offset) throws IOException {
        long end = log.end();
        if (!started) {
            start(offset, end);
        } else if (offset < 0 || offset > next || offset > end) {
            throw new IOException("it reports " + offset + ", but was sent nothing beyond " + next
                    + " and the log ends at " + end + "; the report is not believed");
        }
        reported = offset;
    }

    private void start(long offset, long end) throws IOException {
        if (offset < 0) {
            throw new IOException("it asks for offset " + offset + " and is no slave");
        }
        started = true;
        // 4.9 quirk: a slave with an empty store does not get older files than the last one.
        next = offset == 0 ? end - end % log.files().segmentSize() : offset;
        beyond = offset > end;
        if (beyond) {
            LOG.error(
                    "slave {} asks for offset {}, but this log ends at {}: it has {} bytes that are not here. Nothing is sent to"
                            + " it. If it is a slave of this broker, its store holds another log: delete it and restart it",
                    address,
                    offset,
                    end,
                    offset - end);
        } else if (next < log.minOffset()) {
            LOG.error(
                    "slave {} asks for offset {}, but this log begins at {}: it cannot catch up. Delete its store and restart it",
                    address,
                    offset,
                    log.minOffset());
        } else {
            LOG.info(
                    "slave {} asks for offset {} and is served from {} on, the log ends at {}",
                    address,
                    offset,
                    next,
                    end);
        }
    }

    /**
     * Sends what there is, or a heartbeat when it is time.
     *
     * @throws IOException when the connection is over or the slave has been silent for too long
     */
    void turn(long nowNanos) throws IOException {
        if (elapsedMillis(heardNanos, nowNanos) > config.getHaHousekeepingInterval()) {
            throw new IOException(
                    "silent for more than haHousekeepingInterval=" + config.getHaHousekeepingInterval() + " ms");
        }
        if (!flush(nowNanos)) {
            return;
        }
        for (int i = 0; i < FRAMES_PER_TURN && hasMore() && prepare(); i++) {
            if (!flush(nowNanos)) {
                return;
            }
        }
        if (started && elapsedMillis(sentNanos, nowNanos) > config.getHaSendHeartbeatInterval()) {
            prepare(null);
            flush(nowNanos);
        }
    }

    /** Takes the next piece of the log; false when it has just been deleted. */
    private boolean prepare() {
        int most = Math.max(1, config.getHaTransferBatchSize());
        int room = (int) (log.files().segmentSize() - next % log.files().segmentSize());
        int length = (int) Math.min(log.end() - next, Math.min(most, room));
        Segment.Held piece = log.read(next, length);
        if (piece == null) {
            return false;
        }
        prepare(piece);
        return true;
    }

    private void prepare(Segment.Held piece) {
        int length = piece == null ? 0 : piece.buffer().remaining();
        header.clear().putLong(0, next).putInt(ReplicationFrame.LENGTH_AT, length);
        held = piece;
        frame[1] = piece == null ? header : piece.buffer();
        next += length;
    }

    /** Writes what is left of the frame; false when the socket takes no more now. */
    private boolean flush(long nowNanos) throws IOException {
        if (!header.hasRemaining() && held == null) {
            return true;
        }
        boolean body = held != null;
        while (header.hasRemaining() || body && frame[1].hasRemaining()) {
            long count = body ? channel.write(frame) : channel.write(header);
            if (count == 0) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return false;
            }
            sentNanos = nowNanos;
        }
        letGo();
        if ((key.interestOps() & SelectionKey.OP_WRITE) != 0) {
            key.interestOps(SelectionKey.OP_READ);
        }
        return true;
    }

    private void letGo() {
        if (held != null) {
            held.close();
            held = null;
        }
        frame[1] = header;
    }

    private static long elapsedMillis(long since, long now) {
        return TimeUnit.NANOSECONDS.toMillis(now - since);
    }

    @Override
    public void close() {
        key.cancel();
        letGo();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing the connection of slave {}: {}", address, e.toString());
        }
    }

    @Override
    public String toString() {
        return String.valueOf(address);
    }
}
