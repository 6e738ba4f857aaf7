package org.apache.rocketmq.store.log;

import java.nio.ByteBuffer;
import org.apache.rocketmq.common.message.RecordLayout;

/**
 * What the log adds to {@link RecordLayout}: the blank record that ends a file, and the fields that only the append lock
 * can tell.
 *
 * <pre>
 *   0 bytes up to the end of the file 4    4 magic of a blank record 4    (the rest is left as it is)
 * </pre>
 *
 * Source: store format, append rules.
 */
public final class LogRecord {
    public static final int BLANK_MAGIC = 0xCBD43194;
    /** What is written of a blank record: its size and its magic. */
    public static final int BLANK_BYTES = 8;

    static final byte[] NOTHING = {};

    private LogRecord() {}

    static void assign(
            ByteBuffer bytes, int at, boolean bornV6, long queueOffset, long physicalOffset, long storeTimestamp) {
        bytes.putLong(at + RecordLayout.QUEUE_OFFSET, queueOffset);
        bytes.putLong(at + RecordLayout.PHYSICAL_OFFSET, physicalOffset);
        int bornHost = bornV6 ? RecordLayout.IPV6_HOST_BYTES : RecordLayout.IPV4_HOST_BYTES;
        bytes.putLong(at + RecordLayout.BORN_HOST + bornHost, storeTimestamp);
    }
}
