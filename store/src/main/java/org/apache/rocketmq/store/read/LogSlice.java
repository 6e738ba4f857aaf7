package org.apache.rocketmq.store.read;

import java.nio.ByteBuffer;
import org.apache.rocketmq.store.RecordSlice;
import org.apache.rocketmq.store.segment.Segment;

/** A held piece of the log together with where it lies. */
record LogSlice(long physicalOffset, Segment.Held held) implements RecordSlice {
    /** Null stays null. */
    static RecordSlice of(long physicalOffset, Segment.Held held) {
        return held == null ? null : new LogSlice(physicalOffset, held);
    }

    @Override
    public ByteBuffer buffer() {
        return held.buffer();
    }

    @Override
    public void close() {
        held.close();
    }
}
