package org.apache.rocketmq.remoting.protocol;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;

/**
 * Reads the binary header by position.
 *
 * <p>Format: wire format, binary header: code int16, language int8, version int16, opaque int32, flag int32, remark int32
 * + bytes, ext block int32 + entries of key int16 + bytes, value int32 + bytes.
 */
final class BinaryHeader {
    private static final int FIXED_BYTES = 21;

    private BinaryHeader() {}

    /** Fills {@code into}; bytes that follow the ext block are ignored. */
    static void read(byte[] in, HeaderReader into) throws RemotingCommandException {
        require(in.length >= FIXED_BYTES, in);
        // 4.9 quirk: code and version are signed 16 bit, 40000 comes back as -25536.
        into.code = int16(in, 0);
        into.language = LanguageCode.valueOf(in[2]);
        into.version = int16(in, 3);
        into.opaque = int32(in, 5);
        into.flag = int32(in, 9);
        int remarkLength = int32(in, 13);
        int at = 17;
        require(remarkLength >= 0 && remarkLength <= in.length - at - 4, in);
        if (remarkLength > 0) {
            into.remark = new String(in, at, remarkLength, StandardCharsets.UTF_8);
            at += remarkLength;
        }
        int extLength = int32(in, at);
        at += 4;
        require(extLength >= 0 && extLength <= in.length - at, in);
        if (extLength > 0) {
            readExt(in, at, at + extLength, into);
        }
    }

    private static void readExt(byte[] in, int from, int end, HeaderReader into) throws RemotingCommandException {
        var table = new FieldTable(in);
        int at = from;
        while (at < end) {
            require(end - at >= 2, in);
            int nameLength = int16(in, at);
            int nameAt = at + 2;
            require(nameLength >= 0 && nameLength <= end - nameAt - 4, in);
            int valueLength = int32(in, nameAt + nameLength);
            int valueAt = nameAt + nameLength + 4;
            require(valueLength >= 0 && valueLength <= end - valueAt, in);
            if (valueLength == 0) {
                // 4.9 quirk: an empty value reads as null, the key stays.
                table.addNull(nameAt, nameLength);
            } else {
                table.add(nameAt, nameLength, valueAt, valueLength, false);
            }
            at = valueAt + valueLength;
        }
        into.table = table;
    }

    private static void require(boolean holds, byte[] in) throws RemotingCommandException {
        if (!holds) {
            throw new RemotingCommandException(
                    "malformed binary header of " + in.length + " bytes: a length points outside of it");
        }
    }

    private static int int16(byte[] in, int at) {
        return in[at] << 8 | in[at + 1] & 0xFF;
    }

    private static int int32(byte[] in, int at) {
        return in[at] << 24 | (in[at + 1] & 0xFF) << 16 | (in[at + 2] & 0xFF) << 8 | in[at + 3] & 0xFF;
    }
}
