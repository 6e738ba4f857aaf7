package org.apache.rocketmq.common.message;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.compression.CompressorFactory;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;

/**
 * Writes and reads message records, batch request bodies, properties and offset message ids. Thread-safe.
 *
 * <p>Source: wire protocol, message encoding. The record's layout is drawn in {@link RecordLayout}.
 */
public class MessageDecoder {
    public static final Charset CHARSET_UTF8 = StandardCharsets.UTF_8;
    public static final int MESSAGE_MAGIC_CODE_POSTION = RecordLayout.MAGIC;
    public static final int MESSAGE_FLAG_POSTION = RecordLayout.FLAG;
    public static final int MESSAGE_PHYSIC_OFFSET_POSTION = RecordLayout.PHYSICAL_OFFSET;
    public static final int MESSAGE_MAGIC_CODE = RecordLayout.MESSAGE_MAGIC;
    public static final char NAME_VALUE_SEPARATOR = 1;
    public static final char PROPERTY_SEPARATOR = 2;
    public static final int PHY_POS_POSITION = RecordLayout.PHYSICAL_OFFSET;
    public static final int QUEUE_OFFSET_POSITION = RecordLayout.QUEUE_OFFSET;
    public static final int SYSFLAG_POSITION = RecordLayout.SYS_FLAG;

    private static final int IPV4_ID_CHARS = 32;
    private static final int COMPRESSION_LEVEL = 5;

    /** Bytes of a batch entry without body and properties. */
    private static final int BATCH_ENTRY_FIXED_BYTES = 4 + 4 + 4 + 4 + 4 + 2;

    public MessageDecoder() {}

    /**
     * The offset message id of an address (as 8 or 20 bytes, read from its position) and a physical offset.
     *
     * @param input scratch space of at least 16 or 28 bytes
     */
    public static String createMessageId(ByteBuffer input, ByteBuffer addr, long offset) {
        input.clear();
        input.put(addr).putLong(offset).flip();
        byte[] id = new byte[input.remaining()];
        input.get(id);
        return UtilAll.bytes2string(id);
    }

    public static String createMessageId(SocketAddress socketAddress, long transactionIdhashCode) {
        InetSocketAddress address = (InetSocketAddress) socketAddress;
        byte[] ip = address.getAddress().getAddress();
        ByteBuffer id = ByteBuffer.allocate(ip.length + Integer.BYTES + Long.BYTES);
        id.put(ip).putInt(address.getPort()).putLong(transactionIdhashCode);
        return UtilAll.bytes2string(id.array());
    }

    /**
     * The parts of an offset message id.
     *
     * @throws IllegalArgumentException if the id is no hexadecimal text of 32 or at least 56 characters
     */
    public static MessageId decodeMessageId(String msgId) throws UnknownHostException {
        byte[] id = UtilAll.string2bytes(msgId);
        int ipBytes = msgId.length() == IPV4_ID_CHARS ? 4 : 16;
        if (id.length < ipBytes + Integer.BYTES + Long.BYTES) {
            throw new IllegalArgumentException(
                    "message id " + msgId + " has " + msgId.length() + " characters, expected 32 or 56");
        }
        ByteBuffer buffer = ByteBuffer.wrap(id);
        byte[] ip = new byte[ipBytes];
        buffer.get(ip);
        return new MessageId(new InetSocketAddress(InetAddress.getByAddress(ip), buffer.getInt()), buffer.getLong());
    }

    /** The properties of the record that begins at index 0 of the buffer; null if it has none. */
    public static Map<String, String> decodeProperties(ByteBuffer byteBuffer) {
        int propertiesAt = RecordLayout.propertiesAt(byteBuffer, RecordLayout.topicAt(byteBuffer, 0));
        int length = RecordLayout.propertiesLength(byteBuffer, propertiesAt);
        if (length <= 0) {
            return null;
        }
        byte[] properties = new byte[length];
        byteBuffer.get(propertiesAt, properties);
        return string2messageProperties(new String(properties, CHARSET_UTF8));
    }

    public static MessageExt decode(ByteBuffer byteBuffer) {
        return decode(byteBuffer, true, true, false);
    }

    public static MessageExt clientDecode(ByteBuffer byteBuffer, boolean readBody) {
        return decode(byteBuffer, readBody, true, true);
    }

    public static MessageExt decode(ByteBuffer byteBuffer, boolean readBody) {
        return decode(byteBuffer, readBody, true, false);
    }

    public static MessageExt decode(ByteBuffer byteBuffer, boolean readBody, boolean deCompressBody) {
        return decode(byteBuffer, readBody, deCompressBody, false);
    }

    /**
     * Reads the record at the buffer's position.
     *
     * @param isClient whether the result shows UNIQ_KEY as its message id
     * @return the message, or null if the bytes are no readable record; then the buffer is left at its limit, because
     *     nothing says where a next record would begin
     */
    public static MessageExt decode(ByteBuffer byteBuffer, boolean readBody, boolean deCompressBody, boolean isClient) {
        try {
            return read(byteBuffer, readBody, deCompressBody, isClient ? new MessageClientExt() : new MessageExt());
        } catch (IOException | RuntimeException e) {
            byteBuffer.position(byteBuffer.limit());
            return null;
        }
    }

    private static MessageExt read(ByteBuffer in, boolean readBody, boolean deCompressBody, MessageExt message)
            throws IOException {
        message.setStoreSize(in.getInt());
        in.getInt(); // The magic is checked where the log is read.
        message.setBodyCRC(in.getInt());
        message.setQueueId(in.getInt());
        message.setFlag(in.getInt());
        message.setQueueOffset(in.getLong());
        message.setCommitLogOffset(in.getLong());
        int sysFlag = in.getInt();
        message.setSysFlag(sysFlag);
        message.setBornTimestamp(in.getLong());
        message.setBornHost(readHost(in, RecordLayout.bornHostLength(sysFlag)));
        message.setStoreTimestamp(in.getLong());
        int storeHostAt = in.position();
        int storeHostLength = RecordLayout.storeHostLength(sysFlag);
        message.setStoreHost(readHost(in, storeHostLength));
        message.setReconsumeTimes(in.getInt());
        message.setPreparedTransactionOffset(in.getLong());
        readBody(in, readBody, deCompressBody, message);
        message.setTopic(readText(in, in.get()));
        int propertiesLength = in.getShort();
        if (propertiesLength > 0) {
            message.setProperties(string2messageProperties(readText(in, propertiesLength)));
        }
        byte[] id = new byte[storeHostLength + Long.BYTES];
        in.get(storeHostAt, id, 0, storeHostLength);
        ByteBuffer.wrap(id).putLong(storeHostLength, message.getCommitLogOffset());
        String offsetMsgId = UtilAll.bytes2string(id);
        if (message instanceof MessageClientExt clientMessage) {
            clientMessage.setOffsetMsgId(offsetMsgId);
        } else {
            message.setMsgId(offsetMsgId);
        }
        return message;
    }

    private static void readBody(ByteBuffer in, boolean readBody, boolean deCompressBody, MessageExt message)
            throws IOException {
        int length = in.getInt();
        if (length <= 0) {
            return;
        }
        if (!readBody) {
            in.position(in.position() + length);
            return;
        }
        byte[] body = readBytes(in, length);
        int sysFlag = message.getSysFlag();
        if (deCompressBody && (sysFlag & MessageSysFlag.COMPRESSED_FLAG) != 0) {
            body = CompressorFactory.getCompressor(MessageSysFlag.getCompressionType(sysFlag))
                    .decompress(body);
        }
        message.setBody(body);
    }

    private static InetSocketAddress readHost(ByteBuffer in, int length) throws UnknownHostException {
        InetAddress ip = InetAddress.getByAddress(readBytes(in, length - Integer.BYTES));
        return new InetSocketAddress(ip, in.getInt());
    }

    private static String readText(ByteBuffer in, int length) {
        if (!in.hasArray() || length < 0 || length > in.remaining()) {
            return new String(readBytes(in, length), CHARSET_UTF8);
        }
        int at = in.position();
        in.position(at + length);
        return new String(in.array(), in.arrayOffset() + at, length, CHARSET_UTF8);
    }

    private static byte[] readBytes(ByteBuffer in, int length) {
        // Before the allocation: a damaged length must not take the heap.
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /**
     * The record of a message, with a freshly computed size and everything else as the message says.
     *
     * @param needCompress whether a body whose sysFlag says compressed still has to be compressed
     */
    public static byte[] encode(MessageExt messageExt, boolean needCompress) throws Exception {
        int sysFlag = messageExt.getSysFlag();
        byte[] body = messageExt.getBody() == null ? new byte[0] : messageExt.getBody();
        if (needCompress && (sysFlag & MessageSysFlag.COMPRESSED_FLAG) != 0) {
            body = CompressorFactory.getCompressor(MessageSysFlag.getCompressionType(sysFlag))
                    .compress(body, COMPRESSION_LEVEL);
        }
        byte[] topic = messageExt.getTopic().getBytes(CHARSET_UTF8);
        if (topic.length > RecordLayout.MAX_TOPIC_BYTES) {
            throw new IllegalArgumentException("topic of " + topic.length + " bytes, limit 127");
        }
        byte[] properties = encodeProperties(messageExt);
        ByteBuffer out = ByteBuffer.allocate(RecordLayout.size(sysFlag, body.length, topic.length, properties.length));
        out.putInt(out.capacity()).putInt(MESSAGE_MAGIC_CODE);
        out.putInt(messageExt.getBodyCRC()).putInt(messageExt.getQueueId()).putInt(messageExt.getFlag());
        out.putLong(messageExt.getQueueOffset()).putLong(messageExt.getCommitLogOffset());
        out.putInt(sysFlag).putLong(messageExt.getBornTimestamp());
        putHost(out, messageExt.getBornHost(), RecordLayout.bornHostLength(sysFlag));
        out.putLong(messageExt.getStoreTimestamp());
        putHost(out, messageExt.getStoreHost(), RecordLayout.storeHostLength(sysFlag));
        out.putInt(messageExt.getReconsumeTimes()).putLong(messageExt.getPreparedTransactionOffset());
        out.putInt(body.length).put(body);
        out.put((byte) topic.length).put(topic);
        out.putShort((short) properties.length).put(properties);
        return out.array();
    }

    private static void putHost(ByteBuffer out, SocketAddress host, int length) {
        InetSocketAddress address = (InetSocketAddress) host;
        byte[] ip = address.getAddress().getAddress();
        if (ip.length + Integer.BYTES != length) {
            throw new IllegalArgumentException("sysFlag does not fit host " + host);
        }
        out.put(ip).putInt(address.getPort());
    }

    private static byte[] encodeProperties(Message message) {
        byte[] properties = messageProperties2String(message.getProperties()).getBytes(CHARSET_UTF8);
        if (properties.length > RecordLayout.MAX_PROPERTIES_BYTES) {
            throw new IllegalArgumentException("properties of " + properties.length + " bytes, limit 32767");
        }
        return properties;
    }

    public static List<MessageExt> decodes(ByteBuffer byteBuffer) {
        return decodes(byteBuffer, true);
    }

    /** The records up to the buffer's limit; stops in silence at the first unreadable one, as clients do. */
    public static List<MessageExt> decodes(ByteBuffer byteBuffer, boolean readBody) {
        List<MessageExt> messages = new ArrayList<>();
        while (byteBuffer.hasRemaining()) {
            MessageExt message = clientDecode(byteBuffer, readBody);
            if (message == null) {
                break;
            }
            messages.add(message);
        }
        return messages;
    }

    /** {@code name 01 value 02 name 01 value} in the map's order; null values are left out, empty ones written. */
    public static String messageProperties2String(Map<String, String> properties) {
        if (properties == null || properties.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(properties.size() * 40);
        for (Map.Entry<String, String> entry : properties.entrySet()) {
            if (entry.getValue() != null) {
                if (text.length() > 0) {
                    text.append(PROPERTY_SEPARATOR);
                }
                text.append(entry.getKey()).append(NAME_VALUE_SEPARATOR).append(entry.getValue());
            }
        }
        return text.toString();
    }

    /** The rules are those of {@link PropertyScanner}. Never null. */
    public static Map<String, String> string2messageProperties(String properties) {
        Map<String, String> map = new HashMap<>();
        if (properties == null) {
            return map;
        }
        int entry = 0;
        while (entry < properties.length()) {
            int end = properties.indexOf(PROPERTY_SEPARATOR, entry);
            if (end < 0) {
                end = properties.length();
            }
            int separator = properties.indexOf(NAME_VALUE_SEPARATOR, entry);
            if (separator > entry && separator < end - 1) {
                map.put(properties.substring(entry, separator), properties.substring(separator + 1, end));
            }
            entry = end + 1;
        }
        return map;
    }

    /** One entry of a batch request body. Source: wire protocol, send bodies. */
    public static byte[] encodeMessage(Message message) {
        byte[] body = message.getBody() == null ? new byte[0] : message.getBody();
        byte[] properties = encodeProperties(message);
        ByteBuffer out = ByteBuffer.allocate(BATCH_ENTRY_FIXED_BYTES + body.length + properties.length);
        out.putInt(out.capacity()).putInt(0).putInt(0).putInt(message.getFlag());
        out.putInt(body.length).put(body);
        out.putShort((short) properties.length).put(properties);
        return out.array();
    }

    /** Reads one entry of a batch request body; the topic is not in it. */
    public static Message decodeMessage(ByteBuffer byteBuffer) throws Exception {
        Message message = new Message();
        byteBuffer.getInt(); // entry size
        byteBuffer.getInt(); // no magic
        byteBuffer.getInt(); // no CRC
        message.setFlag(byteBuffer.getInt());
        message.setBody(readBytes(byteBuffer, byteBuffer.getInt()));
        message.setProperties(string2messageProperties(readText(byteBuffer, byteBuffer.getShort())));
        return message;
    }

    public static byte[] encodeMessages(List<Message> messages) {
        List<byte[]> entries = new ArrayList<>(messages.size());
        int size = 0;
        for (Message message : messages) {
            byte[] entry = encodeMessage(message);
            entries.add(entry);
            size = Math.addExact(size, entry.length);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        entries.forEach(out::put);
        return out.array();
    }

    public static List<Message> decodeMessages(ByteBuffer byteBuffer) throws Exception {
        List<Message> messages = new ArrayList<>();
        while (byteBuffer.hasRemaining()) {
            messages.add(decodeMessage(byteBuffer));
        }
        return messages;
    }
}
