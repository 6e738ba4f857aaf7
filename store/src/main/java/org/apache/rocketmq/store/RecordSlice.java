package org.apache.rocketmq.store;

import java.nio.ByteBuffer;

/** Bytes of the log, held until {@link #close()}. */
public interface RecordSlice extends AutoCloseable {
    /** Log offset of the first byte. */
    long physicalOffset();

    /** A read-only view; its remaining bytes are the slice. */
    ByteBuffer buffer();

    @Override
    void close();
}
