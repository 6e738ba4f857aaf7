package org.apache.rocketmq.store.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/** A view of a held region. Thread-safe for closing. */
final class HeldSlice implements Segment.Held {
    private static final VarHandle CLOSED;

    static {
        try {
            CLOSED = MethodHandles.lookup().findVarHandle(HeldSlice.class, "closed", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final MappedRegion region;
    private final ByteBuffer buffer;

    @SuppressWarnings("unused") // changed through CLOSED
    private volatile boolean closed;

    /** Takes over a hold that the caller has just got. */
    HeldSlice(MappedRegion region, int position, int length) {
        this.region = region;
        this.buffer = region.readOnly().slice(position, length);
    }

    @Override
    public ByteBuffer buffer() {
        return buffer;
    }

    @Override
    public void close() {
        if (!(boolean) CLOSED.getAndSet(this, true)) {
            region.release();
        }
    }
}
