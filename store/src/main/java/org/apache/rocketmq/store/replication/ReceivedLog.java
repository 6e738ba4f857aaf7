package org.apache.rocketmq.store.replication;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.rocketmq.store.log.CommitLog;
import org.apache.rocketmq.store.segment.Segment;

/**
 * Takes frames of one connection apart and brings their bytes into the slave's log. The first bytes of a connection are asked
 * for although they are here already, and compared: a log that went another way shows itself before anything is added to it.
 *
 * <p>Confined to the thread of {@link MasterLink}. Source: replication specification, rules for the slave.
 */
final class ReceivedLog {
    /** So much of the end of the own log is compared with the master's at each connect. */
    private static final int COMPARED_BYTES = 64 * 1024;

    private final CommitLog log;
    /** End of the own log when the connection began: bytes before it are compared. */
    private final long compareTo;
    /** Offset of the next byte to come; -1 while an empty log takes what comes. */
    private long next;

    private int bodyLeft;

    ReceivedLog(CommitLog log) {
        this.log = log;
        this.compareTo = log.end();
        this.next = compareTo == 0 ? -1 : comparedFrom();
    }

    /** No further back than the segment, since the master may have deleted what is before; 0 would mean an empty store. */
    private long comparedFrom() {
        long segmentStart = compareTo - compareTo % log.files().segmentSize();
        long from = Math.max(Math.max(segmentStart, log.minOffset()), compareTo - COMPARED_BYTES);
        return Math.max(from, 1);
    }

    /** What to tell the master: everything before it is here and known to be equal. */
    long report() {
        return Math.max(0, next);
    }

    /**
     * Takes whole frames and pieces of bodies; leaves the start of a header.
     *
     * @throws Divergence when the master's log is another one
     * @throws IOException when this is no master's talk, or the log takes no bytes
     */
    void take(ByteBuffer in) throws IOException {
        while (true) {
            if (bodyLeft == 0) {
                if (in.remaining() < ReplicationFrame.HEADER_BYTES) {
                    return;
                }
                begin(in.getLong(), in.getInt());
            } else if (in.hasRemaining()) {
                int length = Math.min(bodyLeft, in.remaining());
                body(in.slice(in.position(), length));
                in.position(in.position() + length);
                bodyLeft -= length;
            } else {
                return;
            }
        }
    }

    private void begin(long offset, int length) throws IOException {
        int segmentSize = log.files().segmentSize();
        if (offset < 0 || length < 0) {
            throw new IOException("offset " + offset + ", length " + length + " are not the words of a master");
        }
        if (next >= 0 && offset != next) {
            throw new IOException("the master sends from offset " + offset + " on, expected " + next);
        }
        if (length == 0) {
            heartbeat();
            return;
        }
        if (offset % segmentSize + length > segmentSize || next < 0 && offset % segmentSize != 0) {
            throw new Divergence("the master's segments are not of our size: it sends [" + offset + ", "
                    + (offset + length) + "), here mappedFileSizeCommitLog=" + segmentSize
                    + ". Set the same size on both sides");
        }
        next = offset;
        bodyLeft = length;
    }

    private void heartbeat() throws Divergence {
        if (next < compareTo && next >= 0) {
            throw new Divergence("the master has nothing from offset " + next + " on, this log ends at " + compareTo
                    + ": either the master lost the last " + (compareTo - next)
                    + " bytes or more of its log, or it has deleted the files this slave would need. Nothing was changed;"
                    + " if the master's log is the right one, delete the store of this slave and restart it");
        }
    }

    private void body(ByteBuffer bytes) throws IOException {
        if (next < compareTo) {
            int known = (int) Math.min(bytes.remaining(), compareTo - next);
            compare(bytes.slice(0, known));
            bytes.position(known);
            next += known;
        }
        int length = bytes.remaining();
        if (length > 0) {
            log.appendReplicated(next, bytes);
            next += length;
        }
    }

    private void compare(ByteBuffer theirs) throws IOException {
        try (Segment.Held held = log.read(next, theirs.remaining())) {
            if (held == null) {
                throw new IOException("offset " + next + " of the own log cannot be read for the comparison");
            }
            int at = held.buffer().mismatch(theirs);
            if (at >= 0) {
                throw new Divergence("the master's log and this one differ from offset " + (next + at)
                        + " on, this log ends at " + compareTo
                        + ". Nothing was changed; if the master's log is the right one, delete the store of this slave and"
                        + " restart it");
            }
        }
    }
}
