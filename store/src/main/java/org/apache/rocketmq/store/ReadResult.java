package org.apache.rocketmq.store;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a read found: record slices as they lie in the mapped log, held until {@link #close()}.
 *
 * <p>Thread-safe for closing; closing twice is harmless.
 */
public interface ReadResult extends AutoCloseable {
    ReadStatus status();

    /** Where to read next. */
    long nextOffset();

    /** Smallest queue offset that can be read. */
    long minOffset();

    /** Queue offset of the next message to come. */
    long maxOffset();

    /** One read-only slice per record, or one slice for several adjacent records; empty unless {@code FOUND}. */
    List<ByteBuffer> slices();

    int messageCount();

    int totalBytes();

    /** Whether the reader is so far behind that a slave should serve it. */
    boolean suggestsSlave();

    /** Lets go of the segments. Must be called exactly when the bytes are not needed any more. */
    @Override
    void close();
}
