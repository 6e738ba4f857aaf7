package org.apache.rocketmq.remoting.protocol;

import java.util.Arrays;

/** Unescapes the content of a JSON string whose escapes were validated by the scanner. */
final class JsonText {
    private JsonText() {}

    /** The UTF-8 bytes of the text; a lone surrogate becomes '?', as Java's own encoder does. */
    static byte[] unescape(byte[] in, int offset, int length) {
        var out = new byte[length];
        int written = 0;
        int end = offset + length;
        for (int i = offset; i < end; ) {
            byte b = in[i++];
            if (b != '\\') {
                out[written++] = b;
                continue;
            }
            byte escape = in[i++];
            if (escape != 'u') {
                out[written++] = simple(escape);
                continue;
            }
            int point = hex(in, i);
            i += 4;
            if (Character.isHighSurrogate((char) point) && i + 6 <= end && in[i] == '\\' && in[i + 1] == 'u') {
                int low = hex(in, i + 2);
                if (Character.isLowSurrogate((char) low)) {
                    point = Character.toCodePoint((char) point, (char) low);
                    i += 6;
                }
            }
            written = utf8(point, out, written);
        }
        return Arrays.copyOf(out, written);
    }

    private static byte simple(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }

    private static int hex(byte[] in, int at) {
        return Character.digit(in[at], 16) << 12
                | Character.digit(in[at + 1], 16) << 8
                | Character.digit(in[at + 2], 16) << 4
                | Character.digit(in[at + 3], 16);
    }

    private static int utf8(int point, byte[] out, int at) {
        if (point < 0x80) {
            out[at++] = (byte) point;
        } else if (point < 0x800) {
            out[at++] = (byte) (0xC0 | point >> 6);
            out[at++] = (byte) (0x80 | point & 0x3F);
        } else if (point >= 0xD800 && point <= 0xDFFF) {
            out[at++] = '?';
        } else if (point < 0x10000) {
            out[at++] = (byte) (0xE0 | point >> 12);
            out[at++] = (byte) (0x80 | point >> 6 & 0x3F);
            out[at++] = (byte) (0x80 | point & 0x3F);
        } else {
            out[at++] = (byte) (0xF0 | point >> 18);
            out[at++] = (byte) (0x80 | point >> 12 & 0x3F);
            out[at++] = (byte) (0x80 | point >> 6 & 0x3F);
            out[at++] = (byte) (0x80 | point & 0x3F);
        }
        return at;
    }
}
