package org.apache.rocketmq.common.message;

import java.nio.ByteBuffer;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;

/**
 * Where the fields of a message record lie. The stored record is also what clients receive, byte for byte.
 *
 * <pre>
 *   0 int32  total size            36 int32  sysFlag                    with IPv4 hosts:
 *   4 int32  magic                 40 int64  born timestamp             72 int32 reconsume times
 *   8 int32  body CRC              48 8|20   born host                  76 int64 prepared transaction offset
 *  12 int32  queue id              .. int64  store timestamp            84 int32 body length, body
 *  16 int32  flag                  .. 8|20   store host                 .. int8  topic length, topic
 *  20 int64  queue offset          .. the rest, see right               .. int16 properties length, properties
 *  28 int64  physical offset
 * </pre>
 *
 * A host is 4 or 16 address bytes and an int32 port; 16 if its bit in sysFlag is set, and then everything behind it
 * lies 12 bytes further. All numbers are big endian; buffers are expected in that order. Nothing here allocates or
 * checks bounds beyond what the buffer does. Source: store format, commit log record.
 */
public final class RecordLayout {
    public static final int TOTAL_SIZE = 0;
    public static final int MAGIC = 4;
    public static final int BODY_CRC = 8;
    public static final int QUEUE_ID = 12;
    public static final int FLAG = 16;
    public static final int QUEUE_OFFSET = 20;
    public static final int PHYSICAL_OFFSET = 28;
    public static final int SYS_FLAG = 36;
    public static final int BORN_TIMESTAMP = 40;
    public static final int BORN_HOST = 48;

    /** The magic of a message record. */
    public static final int MESSAGE_MAGIC = 0xDAA320A7;

    /** Size of a record with IPv4 hosts and without body, topic and properties. */
    public static final int FIXED_BYTES = 91;

    public static final int IPV4_HOST_BYTES = 8;
    public static final int IPV6_HOST_BYTES = 20;

    /** Longest topic in bytes: its length is a signed byte. */
    public static final int MAX_TOPIC_BYTES = Byte.MAX_VALUE;

    /** Longest properties in bytes: their length is a signed short. */
    public static final int MAX_PROPERTIES_BYTES = Short.MAX_VALUE;

    private RecordLayout() {}

    /** Bytes of the whole record; sysFlag must carry the IPv6 bits of its hosts. */
    public static int size(int sysFlag, int bodyLength, int topicLength, int propertiesLength) {
        return FIXED_BYTES + extraHostBytes(sysFlag) + bodyLength + topicLength + propertiesLength;
    }

    /** 12 per IPv6 host, without a branch. */
    private static int extraHostBytes(int sysFlag) {
        return ((sysFlag >>> 4 & 1) + (sysFlag >>> 5 & 1)) * (IPV6_HOST_BYTES - IPV4_HOST_BYTES);
    }

    public static int bornHostLength(int sysFlag) {
        return (sysFlag & MessageSysFlag.BORNHOST_V6_FLAG) == 0 ? IPV4_HOST_BYTES : IPV6_HOST_BYTES;
    }

    public static int storeHostLength(int sysFlag) {
        return (sysFlag & MessageSysFlag.STOREHOSTADDRESS_V6_FLAG) == 0 ? IPV4_HOST_BYTES : IPV6_HOST_BYTES;
    }

    /** 56, or 68 behind an IPv6 born host. */
    public static int storeTimestampAt(int sysFlag) {
        return BORN_HOST + bornHostLength(sysFlag);
    }

    public static int storeHostAt(int sysFlag) {
        return storeTimestampAt(sysFlag) + Long.BYTES;
    }

    public static int reconsumeTimesAt(int sysFlag) {
        return 72 + extraHostBytes(sysFlag);
    }

    public static int preparedTransactionOffsetAt(int sysFlag) {
        return 76 + extraHostBytes(sysFlag);
    }

    public static int bodyLengthAt(int sysFlag) {
        return 84 + extraHostBytes(sysFlag);
    }

    public static int totalSize(ByteBuffer buffer, int position) {
        return buffer.getInt(position + TOTAL_SIZE);
    }

    public static int magic(ByteBuffer buffer, int position) {
        return buffer.getInt(position + MAGIC);
    }

    public static int bodyCrc(ByteBuffer buffer, int position) {
        return buffer.getInt(position + BODY_CRC);
    }

    public static int queueId(ByteBuffer buffer, int position) {
        return buffer.getInt(position + QUEUE_ID);
    }

    public static int flag(ByteBuffer buffer, int position) {
        return buffer.getInt(position + FLAG);
    }

    public static long queueOffset(ByteBuffer buffer, int position) {
        return buffer.getLong(position + QUEUE_OFFSET);
    }

    public static long physicalOffset(ByteBuffer buffer, int position) {
        return buffer.getLong(position + PHYSICAL_OFFSET);
    }

    public static int sysFlag(ByteBuffer buffer, int position) {
        return buffer.getInt(position + SYS_FLAG);
    }

    public static long bornTimestamp(ByteBuffer buffer, int position) {
        return buffer.getLong(position + BORN_TIMESTAMP);
    }

    public static long storeTimestamp(ByteBuffer buffer, int position) {
        return buffer.getLong(position + storeTimestampAt(sysFlag(buffer, position)));
    }

    public static int reconsumeTimes(ByteBuffer buffer, int position) {
        return buffer.getInt(position + reconsumeTimesAt(sysFlag(buffer, position)));
    }

    public static long preparedTransactionOffset(ByteBuffer buffer, int position) {
        return buffer.getLong(position + preparedTransactionOffsetAt(sysFlag(buffer, position)));
    }

    public static int bodyLength(ByteBuffer buffer, int position) {
        return buffer.getInt(position + bodyLengthAt(sysFlag(buffer, position)));
    }

    /** Buffer index of the first body byte. */
    public static int bodyAt(ByteBuffer buffer, int position) {
        return position + bodyLengthAt(sysFlag(buffer, position)) + Integer.BYTES;
    }

    /** Buffer index of the first topic byte. */
    public static int topicAt(ByteBuffer buffer, int position) {
        int bodyLengthAt = position + bodyLengthAt(sysFlag(buffer, position));
        return bodyLengthAt + Integer.BYTES + buffer.getInt(bodyLengthAt) + 1;
    }

    /** Bytes of the topic that begins at {@code topicAt}. */
    public static int topicLength(ByteBuffer buffer, int topicAt) {
        return buffer.get(topicAt - 1);
    }

    /** Buffer index of the first properties byte behind the topic that begins at {@code topicAt}. */
    public static int propertiesAt(ByteBuffer buffer, int topicAt) {
        return topicAt + topicLength(buffer, topicAt) + Short.BYTES;
    }

    /** Bytes of the properties that begin at {@code propertiesAt}. */
    public static int propertiesLength(ByteBuffer buffer, int propertiesAt) {
        return buffer.getShort(propertiesAt - Short.BYTES);
    }
}
