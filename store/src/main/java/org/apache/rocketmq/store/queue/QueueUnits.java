package org.apache.rocketmq.store.queue;

import org.apache.rocketmq.store.segment.MappedSegment;

/**
 * Adjacent units of one queue, from an offset to the end of their file, read in place and held until {@link #close()}.
 * Confined to one thread.
 */
public final class QueueUnits implements AutoCloseable {
    private final MappedSegment segment;
    private final long firstOffset;
    private final int position;
    private final int count;
    private boolean closed;

    /** Takes over a hold that the caller has just got. */
    QueueUnits(MappedSegment segment, long firstOffset, int position, int count) {
        this.segment = segment;
        this.firstOffset = firstOffset;
        this.position = position;
        this.count = count;
    }

    /** How many units; at least 1. */
    public int count() {
        return count;
    }

    /** Queue offset of unit {@code index}, which counts from 0. */
    public long queueOffset(int index) {
        return firstOffset + index;
    }

    public long physicalOffset(int index) {
        return segment.getLong(at(index) + QueueUnitLayout.PHYSICAL_OFFSET);
    }

    public int recordSize(int index) {
        return segment.getInt(at(index) + QueueUnitLayout.RECORD_SIZE);
    }

    /** Tags code, due time or extension address ({@link ConsumeQueueExt#isAddress}). */
    public long tagsCode(int index) {
        return segment.getLong(at(index) + QueueUnitLayout.TAGS_CODE);
    }

    /** Whether the unit stands for an offset that this queue never held. */
    public boolean blank(int index) {
        return recordSize(index) == QueueUnitLayout.BLANK_SIZE;
    }

    private int at(int index) {
        return position + index * QueueUnitLayout.UNIT_SIZE;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            segment.release();
        }
    }
}
