package org.apache.rocketmq.store.read;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.ReadStatus;
import org.apache.rocketmq.store.log.CommitLog;
import org.apache.rocketmq.store.segment.MappedSegment;

/**
 * Collects records of one read. Records that lie next to each other in the log become one slice.
 *
 * <p>Confined to the reading thread until {@link #end}; after that immutable, and thread-safe for {@link #close}.
 */
final class HeldRead implements ReadResult {
    private final long minOffset;
    private final long maxOffset;
    private final List<MappedSegment> held = new ArrayList<>(1);
    private final List<ByteBuffer> slices = new ArrayList<>(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private ReadStatus status;
    private long nextOffset;
    private boolean suggestsSlave;
    private int messageCount;
    private int totalBytes;

    /** The segment of the record at hand, held; null before the first. */
    private MappedSegment segment;
    /** View of that segment for filters; made when the first one asks. */
    private ByteBuffer view;

    private int position;
    /** Bytes {@code [runStart, runEnd)} of {@link #runSegment} are collected, but not yet a slice. */
    private MappedSegment runSegment;

    private int runStart;
    private int runEnd;

    HeldRead(long minOffset, long maxOffset) {
        this.minOffset = minOffset;
        this.maxOffset = maxOffset;
    }

    /** Goes to a record; false when it is not in the log (any more). */
    boolean moveTo(CommitLog log, long physicalOffset, int size) {
        if (size <= 0 || physicalOffset < 0 || physicalOffset + size > log.end()) {
            return false;
        }
        MappedSegment found = segment;
        if (found == null || physicalOffset < found.baseOffset() || physicalOffset >= found.endOffset()) {
            found = log.files().find(physicalOffset);
            if (found == null || !found.hold()) {
                return false;
            }
            held.add(found);
            segment = found;
            view = null;
        }
        position = (int) (physicalOffset - found.baseOffset());
        return size <= found.writtenBytes() - position;
    }

    /** The record at hand: position at its start, limit at its end. Valid until the next move. */
    ByteBuffer record(int size) {
        if (view == null) {
            view = segment.readOnly().duplicate();
        }
        return view.limit(position + size).position(position);
    }

    /** Takes the record at hand. */
    void add(int size) {
        if (runSegment != segment || runEnd != position) {
            endRun();
            runSegment = segment;
            runStart = position;
        }
        runEnd = position + size;
        messageCount++;
        totalBytes += size;
    }

    private void endRun() {
        if (runSegment != null) {
            slices.add(runSegment.readOnly().slice(runStart, runEnd - runStart));
            runSegment = null;
        }
    }

    HeldRead end(ReadStatus newStatus, long newNextOffset, boolean newSuggestsSlave) {
        endRun();
        status = newStatus;
        nextOffset = newNextOffset;
        suggestsSlave = newSuggestsSlave;
        view = null;
        if (messageCount == 0) {
            close();
        }
        return this;
    }

    @Override
    public ReadStatus status() {
        return status;
    }

    @Override
    public long nextOffset() {
        return nextOffset;
    }

    @Override
    public long minOffset() {
        return minOffset;
    }

    @Override
    public long maxOffset() {
        return maxOffset;
    }

    @Override
    public List<ByteBuffer> slices() {
        return slices;
    }

    @Override
    public int messageCount() {
        return messageCount;
    }

    @Override
    public int totalBytes() {
        return totalBytes;
    }

    @Override
    public boolean suggestsSlave() {
        return suggestsSlave;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            for (MappedSegment each : held) {
                each.release();
            }
        }
    }
}
