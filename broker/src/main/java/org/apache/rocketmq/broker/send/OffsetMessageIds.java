package org.apache.rocketmq.broker.send;

import java.net.InetSocketAddress;

/**
 * Writes offset message ids: upper-case hex of store host, port (int32) and log offset (int64); 32 characters for IPv4, 56 for
 * IPv6. Thread-safe. Source: wire format, offset message id.
 */
public final class OffsetMessageIds {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int OFFSET_DIGITS = 16;

    private final byte[] prefix;

    public OffsetMessageIds(InetSocketAddress storeHost) {
        byte[] address = storeHost.getAddress().getAddress();
        int port = storeHost.getPort();
        prefix = new byte[2 * address.length + 8];
        int at = 0;
        for (byte b : address) {
            prefix[at++] = HEX[(b >> 4) & 0xF];
            prefix[at++] = HEX[b & 0xF];
        }
        for (int shift = 28; shift >= 0; shift -= 4) {
            prefix[at++] = HEX[(port >>> shift) & 0xF];
        }
    }

    /** The id of a record as ASCII. */
    public byte[] of(long physicalOffset) {
        byte[] id = new byte[prefix.length + OFFSET_DIGITS];
        write(physicalOffset, id, 0);
        return id;
    }

    /** The ids of adjacent records, joined by commas. */
    public byte[] of(long firstPhysicalOffset, int[] recordSizes) {
        if (recordSizes.length == 1) {
            return of(firstPhysicalOffset);
        }
        int idLength = prefix.length + OFFSET_DIGITS;
        byte[] ids = new byte[recordSizes.length * (idLength + 1) - 1];
        long offset = firstPhysicalOffset;
        for (int i = 0; i < recordSizes.length; i++) {
            int at = i * (idLength + 1);
            if (i > 0) {
                ids[at - 1] = ',';
            }
            write(offset, ids, at);
            offset += recordSizes[i];
        }
        return ids;
    }

    private void write(long physicalOffset, byte[] target, int position) {
        System.arraycopy(prefix, 0, target, position, prefix.length);
        int at = position + prefix.length;
        for (int shift = 60; shift >= 0; shift -= 4) {
            target[at++] = HEX[(int) (physicalOffset >>> shift) & 0xF];
        }
    }
}
