package org.apache.rocketmq.remoting.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/**
 * A request or response: envelope, ext fields (as typed header, as map, or as received) and body.
 *
 * <p>A received command keeps its ext fields where they arrived; {@link #getExtFields} turns them into a map only when it
 * is called. Not thread-safe; handed from thread to thread as a whole.
 *
 * <p>Format: wire format, frame and envelope fields.
 */
public class RemotingCommand {
    public static final String SERIALIZE_TYPE_PROPERTY = "rocketmq.serialize.type";
    public static final String SERIALIZE_TYPE_ENV = "ROCKETMQ_SERIALIZE_TYPE";
    public static final String REMOTING_VERSION_KEY = "rocketmq.remoting.version";

    private static final int RESPONSE_BIT = 1;
    private static final int ONEWAY_BIT = 1 << 1;
    private static final int SYSTEM_ERROR = 1;
    private static final int NOT_SET = -1;
    private static final byte[] NO_BYTES = {};

    private static final SerializeType CONFIGURED_SERIALIZATION = readConfiguredSerialization();
    private static final AtomicInteger REQUEST_IDS = new AtomicInteger();
    private static volatile int configuredVersion = NOT_SET;

    private int code;
    private LanguageCode language = LanguageCode.JAVA;
    private int version;
    private int opaque;
    private int flag;
    private String remark;
    private HashMap<String, String> extFields;
    private FieldTable receivedFields;
    private CommandCustomHeader customHeader;
    private SerializeType serializeTypeCurrentRPC = CONFIGURED_SERIALIZATION;
    private byte[] body;
    private ByteBuf bodyBuffer;

    protected RemotingCommand() {}

    private static SerializeType readConfiguredSerialization() {
        var protocol = System.getProperty(SERIALIZE_TYPE_PROPERTY, System.getenv(SERIALIZE_TYPE_ENV));
        if (protocol == null || protocol.isBlank()) {
            return SerializeType.JSON;
        }
        try {
            return SerializeType.valueOf(protocol);
        } catch (IllegalArgumentException e) {
            throw new RuntimeException("parser specified protocol error. protocol=" + protocol, e);
        }
    }

    public static RemotingCommand createRequestCommand(int code, CommandCustomHeader customHeader) {
        var command = new RemotingCommand();
        command.code = code;
        command.customHeader = customHeader;
        command.version = configuredVersion();
        command.opaque = createNewRequestId();
        return command;
    }

    public static RemotingCommand createResponseCommand(Class<? extends CommandCustomHeader> classHeader) {
        return createResponseCommand(SYSTEM_ERROR, "not set any response code", classHeader);
    }

    public static RemotingCommand createResponseCommand(int code, String remark) {
        return createResponseCommand(code, remark, null);
    }

    /** Creates a response with an empty header of that class; null when the class cannot be instantiated. */
    public static RemotingCommand createResponseCommand(
            int code, String remark, Class<? extends CommandCustomHeader> classHeader) {
        var command = new RemotingCommand();
        command.markResponseType();
        command.code = code;
        command.remark = remark;
        command.version = configuredVersion();
        if (classHeader != null) {
            command.customHeader = newHeader(classHeader);
            if (command.customHeader == null) {
                return null;
            }
        }
        return command;
    }

    /** The version ordinal this process stamps on its commands; 0 until the system property is set. */
    public static int configuredVersion() {
        if (configuredVersion == NOT_SET) {
            var value = System.getProperty(REMOTING_VERSION_KEY);
            if (value == null) {
                return 0;
            }
            configuredVersion = Integer.parseInt(value);
        }
        return configuredVersion;
    }

    private static CommandCustomHeader newHeader(Class<? extends CommandCustomHeader> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.trySetAccessible();
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** Decodes a frame without its length prefix. */
    public static RemotingCommand decode(byte[] array) throws RemotingCommandException {
        return decode(Unpooled.wrappedBuffer(array));
    }

    /** Decodes a frame without its length prefix, from the position to the limit. */
    public static RemotingCommand decode(ByteBuffer byteBuffer) throws RemotingCommandException {
        var in = Unpooled.wrappedBuffer(byteBuffer);
        var command = decode(in);
        byteBuffer.position(byteBuffer.limit() - in.readableBytes());
        return command;
    }

    /** Decodes a frame without its length prefix, all readable bytes of {@code byteBuffer}; copies the body. */
    public static RemotingCommand decode(ByteBuf byteBuffer) throws RemotingCommandException {
        var command = decodeHeader(byteBuffer, byteBuffer.readableBytes());
        if (byteBuffer.isReadable()) {
            command.body = new byte[byteBuffer.readableBytes()];
            byteBuffer.readBytes(command.body);
        }
        return command;
    }

    /**
     * Decodes header word and header of a frame without its length prefix and stops where its body begins.
     *
     * @param frameLength bytes of the frame, all of them readable
     * @throws RemotingCommandException when the frame is malformed: the connection must be closed
     */
    public static RemotingCommand decodeHeader(ByteBuf in, int frameLength) throws RemotingCommandException {
        if (frameLength < 4) {
            throw new RemotingCommandException("malformed frame: " + frameLength + " bytes, at least 4 needed");
        }
        int word = in.readInt();
        int length = getHeaderLength(word);
        if (length > frameLength - 4) {
            throw new RemotingCommandException(
                    "malformed frame: header of " + length + " bytes in a frame of " + frameLength);
        }
        var serialization = getProtocolType(word);
        if (serialization == null) {
            throw new RemotingCommandException("malformed frame: unknown serialize type " + (byte) (word >> 24));
        }
        var bytes = length == 0 ? NO_BYTES : new byte[length];
        in.readBytes(bytes);
        return of(HeaderReader.read(serialization, bytes), serialization);
    }

    private static RemotingCommand of(HeaderReader header, SerializeType serialization) {
        var command = new RemotingCommand();
        command.code = header.code;
        command.language = header.language;
        command.version = header.version;
        command.opaque = header.opaque;
        command.flag = header.flag;
        command.remark = header.remark;
        command.receivedFields = header.table;
        command.extFields = header.map;
        command.serializeTypeCurrentRPC = serialization;
        return command;
    }

    public static int getHeaderLength(int length) {
        return length & 0xFFFFFF;
    }

    public static SerializeType getProtocolType(int source) {
        return SerializeType.valueOf((byte) (source >> 24));
    }

    public static int createNewRequestId() {
        return REQUEST_IDS.getAndIncrement();
    }

    public static SerializeType getSerializeTypeConfigInThisServer() {
        return CONFIGURED_SERIALIZATION;
    }

    public static int markProtocolType(int source, SerializeType type) {
        return type.getCode() << 24 | source & 0xFFFFFF;
    }

    public void markResponseType() {
        flag |= RESPONSE_BIT;
    }

    public boolean isResponseType() {
        return (flag & RESPONSE_BIT) != 0;
    }

    public void markOnewayRPC() {
        flag |= ONEWAY_BIT;
    }

    public boolean isOnewayRPC() {
        return (flag & ONEWAY_BIT) != 0;
    }

    public RemotingCommandType getType() {
        return isResponseType() ? RemotingCommandType.RESPONSE_COMMAND : RemotingCommandType.REQUEST_COMMAND;
    }

    public CommandCustomHeader readCustomHeader() {
        return customHeader;
    }

    public void writeCustomHeader(CommandCustomHeader customHeader) {
        this.customHeader = customHeader;
    }

    /** The ext fields of a received command, or those that were set as a map; never null. */
    public FieldReader fields() {
        if (extFields != null) {
            return new MapFields(extFields);
        }
        return receivedFields != null ? receivedFields : new MapFields(Map.of());
    }

    /** Reads the ext fields into {@code header}, checks it and returns it; a command without any leaves it as it is. */
    public <H extends CommandCustomHeader> H readInto(H header) throws RemotingCommandException {
        if (extFields != null || receivedFields != null) {
            try {
                header.readFrom(fields());
            } catch (NumberFormatException e) {
                throw new RemotingCommandException("header field is not a number: " + e.getMessage(), e);
            }
            header.checkFields();
        }
        return header;
    }

    /** Reads the ext fields into a new header; null when the class cannot be instantiated. */
    public CommandCustomHeader decodeCommandCustomHeader(Class<? extends CommandCustomHeader> classHeader)
            throws RemotingCommandException {
        return decodeCommandCustomHeader(classHeader, true);
    }

    /** The same; {@code useFastEncode} makes no difference, there is one codec. */
    public CommandCustomHeader decodeCommandCustomHeader(
            Class<? extends CommandCustomHeader> classHeader, boolean useFastEncode) throws RemotingCommandException {
        var header = newHeader(classHeader);
        return header == null ? null : readInto(header);
    }

    /** The whole frame, length prefix and body included. */
    public ByteBuffer encode() {
        var content = getBody();
        var encoder = encodePrefixAndHeader(content == null ? 0 : content.length);
        var frame = ByteBuffer.allocate(encoder.length() + (content == null ? 0 : content.length));
        frame.put(encoder.array(), 0, encoder.length());
        if (content != null) {
            frame.put(content);
        }
        encoder.trim();
        return frame.flip();
    }

    /** Copies the typed header into the ext field map, over entries of the same name. */
    public void makeCustomHeaderToNet() {
        if (customHeader != null) {
            if (extFields == null) {
                extFields = new HashMap<>();
            }
            customHeader.writeTo(new MapFieldWriter(extFields));
        }
    }

    /** Writes length prefix, header word and header to {@code out}; the caller writes the body behind it. */
    public void fastEncodeHeader(ByteBuf out) {
        encodeHeader(out, bodyLength());
    }

    /** Writes length prefix, header word and header of a frame whose body of that length the caller writes. */
    public void encodeHeader(ByteBuf out, int bodyLength) {
        var encoder = encodePrefixAndHeader(bodyLength);
        out.writeBytes(encoder.array(), 0, encoder.length());
        encoder.trim();
    }

    public ByteBuffer encodeHeader() {
        return encodeHeader(bodyLength());
    }

    /** Length prefix, header word and header of a frame with a body of {@code bodyLength} bytes. */
    public ByteBuffer encodeHeader(int bodyLength) {
        var encoder = encodePrefixAndHeader(bodyLength);
        var header = ByteBuffer.allocate(encoder.length());
        header.put(encoder.array(), 0, encoder.length());
        encoder.trim();
        return header.flip();
    }

    private HeaderEncoder encodePrefixAndHeader(int bodyLength) {
        if (receivedFields != null) {
            getExtFields();
        }
        var encoder = HeaderEncoder.current();
        encoder.encode(
                serializeTypeCurrentRPC,
                code,
                language,
                version,
                opaque,
                flag,
                remark,
                customHeader,
                extFields,
                bodyLength);
        return encoder;
    }

    private int bodyLength() {
        if (body != null) {
            return body.length;
        }
        return bodyBuffer == null ? 0 : bodyBuffer.readableBytes();
    }

    public void addExtField(String key, String value) {
        if (getExtFields() == null) {
            extFields = new HashMap<>();
        }
        extFields.put(key, value);
    }

    public int getCode() {
        return code;
    }

    public void setCode(int code) {
        this.code = code;
    }

    public LanguageCode getLanguage() {
        return language;
    }

    public void setLanguage(LanguageCode language) {
        this.language = language;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public int getOpaque() {
        return opaque;
    }

    public void setOpaque(int opaque) {
        this.opaque = opaque;
    }

    public int getFlag() {
        return flag;
    }

    public void setFlag(int flag) {
        this.flag = flag;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }

    /** The body, or null when there is none. The array is not copied. */
    public byte[] getBody() {
        if (body == null && bodyBuffer != null && bodyBuffer.isReadable()) {
            body = new byte[bodyBuffer.readableBytes()];
            bodyBuffer.getBytes(bodyBuffer.readerIndex(), body);
        }
        return body;
    }

    public void setBody(byte[] body) {
        this.body = body;
        this.bodyBuffer = null;
    }

    /** Lets {@link #getBody} read from a buffer that the caller holds; null ends that. */
    public void attachBody(ByteBuf buffer) {
        this.bodyBuffer = buffer;
    }

    /** The ext fields as a map, made on the first call for a received command; null when there are none. */
    public HashMap<String, String> getExtFields() {
        if (extFields == null && receivedFields != null) {
            var map = new HashMap<String, String>();
            receivedFields.forEach(map::put);
            extFields = map;
            receivedFields = null;
        }
        return extFields;
    }

    public void setExtFields(HashMap<String, String> extFields) {
        this.extFields = extFields;
        this.receivedFields = null;
    }

    public SerializeType getSerializeTypeCurrentRPC() {
        return serializeTypeCurrentRPC;
    }

    public void setSerializeTypeCurrentRPC(SerializeType serializeTypeCurrentRPC) {
        this.serializeTypeCurrentRPC = serializeTypeCurrentRPC;
    }

    @Override
    public String toString() {
        return "RemotingCommand [code=" + code + ", language=" + language + ", version=" + version + ", opaque="
                + opaque + ", flag(B)=" + Integer.toBinaryString(flag) + ", remark=" + remark + ", extFields="
                + getExtFields() + ", serializeTypeCurrentRPC=" + serializeTypeCurrentRPC + "]";
    }
}
