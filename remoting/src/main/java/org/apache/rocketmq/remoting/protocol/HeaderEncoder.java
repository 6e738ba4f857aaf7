package org.apache.rocketmq.remoting.protocol;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.Map;
import org.apache.rocketmq.remoting.CommandCustomHeader;

/**
 * Writes frame prefix and command header in one pass, without a map in between.
 *
 * <p>Confined to one thread; {@link #current()} gives each thread its own. The result stays in {@link #array()} up to
 * {@link #length()} until the next use.
 *
 * <p>Format: wire format, frame, JSON header and binary header.
 */
final class HeaderEncoder {
    /** Frame length and header word. */
    static final int PREFIX_BYTES = 8;

    private static final int KEPT_BYTES = 64 * 1024;
    private static final FastThreadLocal<HeaderEncoder> CURRENT = new FastThreadLocal<>() {
        @Override
        protected HeaderEncoder initialValue() {
            return new HeaderEncoder();
        }
    };

    private final HeaderBytes out = new HeaderBytes(1024);
    private final ExtFieldWriter jsonFields = new JsonFieldWriter(out);
    private final ExtFieldWriter binaryFields = new BinaryFieldWriter(out);

    private HeaderEncoder() {}

    static HeaderEncoder current() {
        return CURRENT.get();
    }

    byte[] array() {
        return out.array();
    }

    int length() {
        return out.length();
    }

    /** Gives back the memory of an unusually long header. */
    void trim() {
        out.trim(KEPT_BYTES);
    }

    /**
     * Encodes prefix and header of a frame.
     *
     * @param header typed header or null
     * @param ext further fields or null; a name that the typed header wrote is skipped
     * @param bodyLength bytes that follow the header
     */
    void encode(
            SerializeType serialization,
            int code,
            LanguageCode language,
            int version,
            int opaque,
            int flag,
            String remark,
            CommandCustomHeader header,
            Map<String, String> ext,
            int bodyLength) {
        out.clear();
        out.skip(PREFIX_BYTES);
        if (serialization == SerializeType.JSON) {
            encodeJson(code, language, version, opaque, flag, remark, header, ext);
        } else {
            encodeBinary(code, language, version, opaque, flag, remark, header, ext);
        }
        int headerLength = out.length() - PREFIX_BYTES;
        out.setInt(0, 4 + headerLength + bodyLength);
        out.setInt(4, RemotingCommand.markProtocolType(headerLength, serialization));
    }

    private void encodeJson(
            int code,
            LanguageCode language,
            int version,
            int opaque,
            int flag,
            String remark,
            CommandCustomHeader header,
            Map<String, String> ext) {
        out.ascii("{\"code\":").decimal(code);
        if (header != null || ext != null) {
            out.ascii(",\"extFields\":{");
            jsonFields.begin();
            writeFields(jsonFields, header, ext);
            out.ascii("}");
        }
        out.ascii(",\"flag\":").decimal(flag);
        if (language != null) {
            out.ascii(",\"language\":\"").ascii(language.name()).ascii("\"");
        }
        out.ascii(",\"opaque\":").decimal(opaque);
        if (remark != null) {
            out.ascii(",\"remark\":\"").jsonText(remark).ascii("\"");
        }
        out.ascii(",\"serializeTypeCurrentRPC\":\"JSON\",\"version\":")
                .decimal(version)
                .ascii("}");
    }

    private void encodeBinary(
            int code,
            LanguageCode language,
            int version,
            int opaque,
            int flag,
            String remark,
            CommandCustomHeader header,
            Map<String, String> ext) {
        out.int16(code);
        out.int8(language == null ? LanguageCode.JAVA.getCode() : language.getCode());
        out.int16(version);
        out.int32(opaque);
        out.int32(flag);
        if (remark == null) {
            out.int32(0);
        } else {
            int at = out.length();
            out.skip(4);
            out.utf8(remark);
            out.setInt(at, out.length() - at - 4);
        }
        int at = out.length();
        out.skip(4);
        binaryFields.begin();
        writeFields(binaryFields, header, ext);
        out.setInt(at, out.length() - at - 4);
    }

    private static void writeFields(ExtFieldWriter fields, CommandCustomHeader header, Map<String, String> ext) {
        if (header != null) {
            header.writeTo(fields);
        }
        if (ext != null && !ext.isEmpty()) {
            int written = fields.count();
            for (var entry : ext.entrySet()) {
                var name = entry.getKey();
                var value = entry.getValue();
                if (name != null && value != null && !fields.wrote(name, written)) {
                    fields.put(name, value);
                }
            }
        }
    }
}
