package org.apache.rocketmq.store.log;

import java.nio.ByteBuffer;
import java.util.function.IntSupplier;
import java.util.zip.CRC32;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.PutStatus;

/**
 * Turns a message or a batch into records. Runs before the append lock, on the putting thread.
 *
 * <p>Thread-safe: the working memory is per thread. Source: store format, commit log record and batch append.
 */
final class RecordEncoder {
    /** Total size, magic, body CRC, flag, body length of a batch entry, before the body. */
    private static final int BATCH_ENTRY_HEAD = 20;

    private static final byte PROPERTY_SEPARATOR = 2;
    /** The records of a batch may need this many times {@code maxMessageSize}, which bounds the memory of one put. */
    private static final int MAX_BATCH_GROWTH = 8;

    private static final class Scratch {
        final EncodedPut put = new EncodedPut();
        final CRC32 crc = new CRC32();
        byte[] born;
        byte[] store;
        /** With the IPv6 bits of both hosts. */
        int sysFlag;
    }

    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);
    private final IntSupplier maxMessageBytes;
    private final int segmentBytes;

    /**
     * @param maxMessageBytes current value of {@code maxMessageSize}, which can change online
     * @param segmentBytes {@code mappedFileSizeCommitLog}
     */
    RecordEncoder(IntSupplier maxMessageBytes, int segmentBytes) {
        this.maxMessageBytes = maxMessageBytes;
        this.segmentBytes = segmentBytes;
    }

    /** What is wrong with a message; null when it can be encoded. */
    PutResult check(MessageToStore message, QueueState queue) {
        if (queue.refusal != null) {
            return illegal(queue.refusal);
        }
        int properties = message.properties == null ? 0 : message.properties.length;
        if (properties > RecordLayout.MAX_PROPERTIES_BYTES) {
            return PutResult.refused(
                    PutStatus.PROPERTIES_SIZE_EXCEEDED,
                    "the properties have " + properties + " bytes, at most " + RecordLayout.MAX_PROPERTIES_BYTES
                            + " are possible");
        }
        int body = message.body == null ? 0 : message.body.remaining();
        int limit = maxMessageBytes.getAsInt();
        if (body > limit) {
            return illegal("the body has " + body + " bytes, at most " + limit + " (maxMessageSize) are allowed");
        }
        return null;
    }

    /**
     * Encodes a checked message. The result is valid until the next call on this thread.
     *
     * @throws IllegalMessage when a batch body is malformed or the records do not fit into one segment
     */
    EncodedPut encode(MessageToStore message, byte[] topicUtf8) throws IllegalMessage {
        Scratch own = scratch.get();
        own.born = own.put.bornHost(message.bornHost);
        own.store = own.put.storeHost(message.storeHost);
        own.sysFlag = message.sysFlag & ~(MessageSysFlag.BORNHOST_V6_FLAG | MessageSysFlag.STOREHOSTADDRESS_V6_FLAG)
                | (isV6(own.born) ? MessageSysFlag.BORNHOST_V6_FLAG : 0)
                | (isV6(own.store) ? MessageSysFlag.STOREHOSTADDRESS_V6_FLAG : 0);
        if (message.batch) {
            encodeBatch(own, message, topicUtf8);
        } else {
            encodeSingle(own, message, topicUtf8);
        }
        return own.put;
    }

    private void encodeSingle(Scratch own, MessageToStore message, byte[] topicUtf8) throws IllegalMessage {
        byte[] properties = message.properties == null ? LogRecord.NOTHING : message.properties;
        ByteBuffer body = message.body;
        int bodyBytes = body == null ? 0 : body.remaining();
        int size = RecordLayout.size(own.sysFlag, bodyBytes, topicUtf8.length, properties.length);
        checkFits(size);
        ByteBuffer out = own.put.begin(size, isV6(own.born));
        int bodyAt = body == null ? 0 : body.position();
        putHead(out, own, message, size, crc(own.crc, body, bodyAt, bodyBytes), message.flag);
        out.putLong(message.preparedTransactionOffset).putInt(bodyBytes);
        copy(body, bodyAt, bodyBytes, out);
        out.put((byte) topicUtf8.length).put(topicUtf8);
        out.putShort((short) properties.length).put(properties);
        own.put.added(size);
    }

    /** Every entry becomes an ordinary record; magic and CRC of the entry are ignored. */
    private void encodeBatch(Scratch own, MessageToStore message, byte[] topicUtf8) throws IllegalMessage {
        byte[] common = message.properties == null ? LogRecord.NOTHING : message.properties;
        if (message.body == null) {
            throw new IllegalMessage(illegal("the batch is empty"));
        }
        ByteBuffer in = message.body.duplicate();
        int emptyRecord = RecordLayout.size(own.sysFlag, 0, topicUtf8.length, common.length + 1);
        long most = upperBound(in.duplicate(), emptyRecord);
        checkFits(most);
        long limit = (long) maxMessageBytes.getAsInt() * MAX_BATCH_GROWTH;
        if (most > limit) {
            throw new IllegalMessage(illegal("the records of the batch need " + most + " bytes, at most " + limit + " ("
                    + MAX_BATCH_GROWTH + " x maxMessageSize) are allowed"));
        }
        ByteBuffer out = own.put.begin((int) most, isV6(own.born));
        while (in.hasRemaining()) {
            encodeEntry(own, message, topicUtf8, common, in, out);
        }
    }

    private void encodeEntry(
            Scratch own, MessageToStore message, byte[] topicUtf8, byte[] common, ByteBuffer in, ByteBuffer out)
            throws IllegalMessage {
        int start = in.position();
        int flag = in.getInt(start + 12);
        int bodyBytes = in.getInt(start + 16);
        int bodyAt = start + BATCH_ENTRY_HEAD;
        int ownAt = bodyAt + bodyBytes + Short.BYTES;
        int ownBytes = in.getShort(bodyAt + bodyBytes);
        boolean separator = ownBytes > 0 && common.length > 0 && in.get(ownAt + ownBytes - 1) != PROPERTY_SEPARATOR;
        int properties = ownBytes + common.length + (separator ? 1 : 0);
        if (properties > RecordLayout.MAX_PROPERTIES_BYTES) {
            throw new IllegalMessage(PutResult.refused(
                    PutStatus.PROPERTIES_SIZE_EXCEEDED,
                    "the properties of a message of the batch have " + properties + " bytes, at most "
                            + RecordLayout.MAX_PROPERTIES_BYTES + " are possible"));
        }
        int size = RecordLayout.size(own.sysFlag, bodyBytes, topicUtf8.length, properties);
        putHead(out, own, message, size, crc(own.crc, in, bodyAt, bodyBytes), flag);
        out.putLong(0).putInt(bodyBytes);
        copy(in, bodyAt, bodyBytes, out);
        out.put((byte) topicUtf8.length).put(topicUtf8);
        out.putShort((short) properties);
        copy(in, ownAt, ownBytes, out);
        if (separator) {
            out.put(PROPERTY_SEPARATOR);
        }
        out.put(common);
        own.put.added(size);
        in.position(ownAt + ownBytes);
    }

    /** Checks the entries of a batch body and sums up what their records need at most. */
    private static long upperBound(ByteBuffer in, int emptyRecord) throws IllegalMessage {
        int entries = 0;
        long sum = 0;
        while (in.hasRemaining()) {
            int start = in.position();
            long left = in.remaining();
            long bodyBytes = left < BATCH_ENTRY_HEAD ? -1 : in.getInt(start + 16);
            long beforeProperties = BATCH_ENTRY_HEAD + bodyBytes + Short.BYTES;
            int ownBytes = bodyBytes < 0 || beforeProperties > left
                    ? -1
                    : in.getShort((int) (start + BATCH_ENTRY_HEAD + bodyBytes));
            if (ownBytes < 0 || beforeProperties + ownBytes > left) {
                throw new IllegalMessage(illegal("message " + entries + " of the batch is cut off or malformed"));
            }
            in.position((int) (start + beforeProperties + ownBytes));
            sum += emptyRecord + bodyBytes + ownBytes;
            entries++;
        }
        if (entries == 0) {
            throw new IllegalMessage(illegal("the batch is empty"));
        }
        return sum;
    }

    private void putHead(ByteBuffer out, Scratch own, MessageToStore message, int size, int bodyCrc, int flag) {
        out.putInt(size).putInt(RecordLayout.MESSAGE_MAGIC).putInt(bodyCrc);
        out.putInt(message.queueId).putInt(flag);
        out.putLong(0).putLong(0); // queue offset, physical offset: known under the append lock
        out.putInt(own.sysFlag).putLong(message.bornTimestamp).put(own.born);
        out.putLong(0); // store timestamp: known under the append lock
        out.put(own.store).putInt(message.reconsumeTimes);
    }

    private void checkFits(long recordBytes) throws IllegalMessage {
        if (recordBytes + LogRecord.BLANK_BYTES > segmentBytes) {
            throw new IllegalMessage(illegal("the records have " + recordBytes
                    + " bytes and do not fit into one file of " + segmentBytes + " bytes (mappedFileSizeCommitLog)"));
        }
    }

    private static boolean isV6(byte[] host) {
        return host.length == RecordLayout.IPV6_HOST_BYTES;
    }

    private static int crc(CRC32 crc, ByteBuffer body, int at, int bytes) {
        if (bytes == 0) {
            return 0;
        }
        crc.reset();
        int position = body.position();
        int limit = body.limit();
        crc.update(body.limit(at + bytes).position(at));
        body.limit(limit).position(position);
        return (int) crc.getValue() & Integer.MAX_VALUE;
    }

    private static void copy(ByteBuffer from, int at, int bytes, ByteBuffer to) {
        if (bytes > 0) {
            to.put(to.position(), from, at, bytes);
            to.position(to.position() + bytes);
        }
    }

    private static PutResult illegal(String cause) {
        return PutResult.refused(PutStatus.MESSAGE_ILLEGAL, cause);
    }

    /** A message that cannot become records. Has no stack trace: it is an answer, not a fault. */
    static final class IllegalMessage extends Exception {
        private final transient PutResult answer;

        IllegalMessage(PutResult answer) {
            super(answer.cause(), null, false, false);
            this.answer = answer;
        }

        PutResult answer() {
            return answer;
        }
    }
}
