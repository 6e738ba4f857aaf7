package org.apache.rocketmq.store.log;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One or more records as they will lie in the log, but for what only the append lock can tell (queue offset, physical
 * offset, store timestamp).
 *
 * <p>Reused for every put of a thread. Confined to that thread.
 */
final class EncodedPut {
    private static final int INITIAL_BYTES = 16 * 1024;
    /** A larger put gets a buffer of its own, so that a thread does not keep megabytes for one big message. */
    private static final int KEPT_BYTES = 256 * 1024;

    private ByteBuffer kept = ByteBuffer.allocateDirect(INITIAL_BYTES);
    private ByteBuffer bytes = kept;
    private int[] sizes = new int[1];
    private int count;
    private int total;
    private boolean bornV6;
    private final HostBytes bornHost = new HostBytes();
    private final HostBytes storeHost = new HostBytes();

    /** Starts a new put of at most {@code capacity} bytes. */
    ByteBuffer begin(int capacity, boolean bornHostIsV6) {
        if (capacity <= kept.capacity()) {
            bytes = kept;
        } else if (capacity <= KEPT_BYTES) {
            kept = ByteBuffer.allocateDirect(Integer.highestOneBit(capacity - 1) * 2);
            bytes = kept;
        } else {
            bytes = ByteBuffer.allocate(capacity);
        }
        bytes.clear();
        count = 0;
        total = 0;
        bornV6 = bornHostIsV6;
        return bytes;
    }

    /** Says that a record of {@code size} bytes was written behind the previous ones. */
    void added(int size) {
        if (count == sizes.length) {
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        sizes[count++] = size;
        total += size;
    }

    /** All records, ready to be copied. */
    ByteBuffer bytes() {
        return bytes.position(0).limit(total);
    }

    int count() {
        return count;
    }

    /** Bytes of all records. */
    int total() {
        return total;
    }

    int[] copyOfSizes() {
        return Arrays.copyOf(sizes, count);
    }

    /**
     * Writes what the append lock decided.
     *
     * @param queueOffset of the first record; the others follow it. Not advanced when {@code queueStep} is 0
     */
    void assign(long queueOffset, int queueStep, long physicalOffset, long storeTimestamp) {
        int at = 0;
        for (int i = 0; i < count; i++) {
            LogRecord.assign(
                    bytes, at, bornV6, queueOffset + (long) i * queueStep, physicalOffset + at, storeTimestamp);
            at += sizes[i];
        }
    }

    byte[] bornHost(InetSocketAddress address) {
        return bornHost.of(address);
    }

    byte[] storeHost(InetSocketAddress address) {
        return storeHost.of(address);
    }

    /** Lets go of a buffer that was only for one large put. */
    void end() {
        bytes = kept;
    }

    /** The address bytes of the last host asked for: a connection's address object stays the same. */
    private static final class HostBytes {
        private InetSocketAddress last;
        private byte[] lastBytes;

        byte[] of(InetSocketAddress address) {
            if (address != last) {
                byte[] ip = address.getAddress().getAddress();
                ByteBuffer host = ByteBuffer.allocate(ip.length + Integer.BYTES);
                lastBytes = host.put(ip).putInt(address.getPort()).array();
                last = address;
            }
            return lastBytes;
        }
    }
}
