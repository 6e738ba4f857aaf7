package org.apache.rocketmq.store.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;

/**
 * Walks over records in a piece of the log and tells where the parts of the current one are. Reads no more than asked for
 * and allocates nothing.
 *
 * <p>Confined to one thread. Source: store format, record check.
 */
public final class RecordCursor {
    /** What lies at a position. */
    public enum Found {
        MESSAGE,
        /** The rest of the segment is empty on purpose. */
        BLANK,
        /** No message, but {@link #size()} says where the next record would start. */
        BAD_OF_KNOWN_SIZE,
        BAD,
        /** The bytes end before the record does. */
        CUT_OFF
    }

    private final CRC32 crc = new CRC32();
    private ByteBuffer bytes;
    private int start;
    private int size;
    private int sysFlag;
    private int bodyAt;
    private int bodyBytes;
    private int topicAt;
    private int topicBytes;
    private int propertiesAt;
    private int propertiesBytes;

    /**
     * Moves to the record at a position.
     *
     * @param source bytes of the log; only absolute access is used
     * @param position first byte of the record
     * @param limit end of the readable bytes
     * @param checkCrc whether the body is checked against its CRC
     */
    public Found moveTo(ByteBuffer source, int position, int limit, boolean checkCrc) {
        bytes = source;
        start = position;
        size = 0;
        if (limit - position < LogRecord.BLANK_BYTES) {
            return Found.CUT_OFF;
        }
        size = source.getInt(position);
        int magic = RecordLayout.magic(source, position);
        if (magic == LogRecord.BLANK_MAGIC) {
            return Found.BLANK;
        }
        if (magic != RecordLayout.MESSAGE_MAGIC || size < RecordLayout.FIXED_BYTES) {
            return Found.BAD;
        }
        if (size > limit - position) {
            return Found.CUT_OFF;
        }
        return locate(position + size) && (!checkCrc || crcMatches()) ? Found.MESSAGE : Found.BAD_OF_KNOWN_SIZE;
    }

    /** Finds the variable parts; false when the lengths do not add up to the size. */
    private boolean locate(int end) {
        sysFlag = RecordLayout.sysFlag(bytes, start);
        bodyAt = start + RecordLayout.bodyLengthAt(sysFlag) + Integer.BYTES;
        if (bodyAt > end) {
            return false;
        }
        bodyBytes = bytes.getInt(bodyAt - Integer.BYTES);
        topicAt = bodyAt + bodyBytes + 1;
        if (bodyBytes < 0 || topicAt < 0 || topicAt > end) {
            return false;
        }
        topicBytes = bytes.get(topicAt - 1);
        propertiesAt = topicAt + topicBytes + Short.BYTES;
        if (topicBytes < 0 || propertiesAt > end) {
            return false;
        }
        propertiesBytes = bytes.getShort(propertiesAt - Short.BYTES);
        return propertiesBytes >= 0 && propertiesAt + propertiesBytes == end;
    }

    private boolean crcMatches() {
        if (bodyBytes == 0) {
            return true;
        }
        crc.reset();
        crc.update(bytes.slice(bodyAt, bodyBytes));
        return ((int) crc.getValue() & Integer.MAX_VALUE) == RecordLayout.bodyCrc(bytes, start);
    }

    /** Bytes of the whole record; of a blank record those up to the end of the segment. */
    public int size() {
        return size;
    }

    public int queueId() {
        return RecordLayout.queueId(bytes, start);
    }

    public long queueOffset() {
        return RecordLayout.queueOffset(bytes, start);
    }

    public long physicalOffset() {
        return RecordLayout.physicalOffset(bytes, start);
    }

    public int sysFlag() {
        return sysFlag;
    }

    public long storeTimestamp() {
        return bytes.getLong(start + RecordLayout.storeTimestampAt(sysFlag));
    }

    public int topicAt() {
        return topicAt;
    }

    public int topicBytes() {
        return topicBytes;
    }

    public int propertiesAt() {
        return propertiesAt;
    }

    public int propertiesBytes() {
        return propertiesBytes;
    }

    public ByteBuffer bytes() {
        return bytes;
    }

    /** Whether the record has a place in a consume queue: plain and committed messages have. */
    public boolean queued() {
        int type = MessageSysFlag.getTransactionValue(sysFlag);
        return type == MessageSysFlag.TRANSACTION_NOT_TYPE || type == MessageSysFlag.TRANSACTION_COMMIT_TYPE;
    }
}
