package org.apache.rocketmq.remoting.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array with the few write operations that headers need, big endian. Confined to one thread. */
final class HeaderBytes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** Second character of the two-character JSON escapes, by control character; 0 = none. */
    private static final byte[] SHORT_ESCAPE = new byte[128];

    static {
        SHORT_ESCAPE['\b'] = 'b';
        SHORT_ESCAPE['\t'] = 't';
        SHORT_ESCAPE['\n'] = 'n';
        SHORT_ESCAPE['\f'] = 'f';
        SHORT_ESCAPE['\r'] = 'r';
        SHORT_ESCAPE['"'] = '"';
        SHORT_ESCAPE['\\'] = '\\';
    }

    private byte[] bytes;
    private int length;

    HeaderBytes(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void trim(int keptBytes) {
        if (bytes.length > keptBytes) {
            bytes = new byte[1024];
            length = 0;
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }

    void skip(int count) {
        reserve(count);
        length += count;
    }

    void int8(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void int16(int value) {
        skip(2);
        setInt16(length - 2, value);
    }

    void int32(int value) {
        skip(4);
        setInt(length - 4, value);
    }

    void setInt16(int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    void setInt(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    void bytes(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    @SuppressWarnings("deprecation") // the only copy of Latin-1 text into an array that costs nothing
    HeaderBytes ascii(String text) {
        int count = text.length();
        reserve(count);
        text.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    HeaderBytes decimal(long value) {
        reserve(20);
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                return ascii("-9223372036854775808");
            }
            bytes[length++] = '-';
            value = -value;
        }
        int digits = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            digits++;
        }
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + value % 10);
            value /= 10;
        }
        length += digits;
        return this;
    }

    void utf8(String text) {
        int count = text.length();
        reserve(count * 3);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else {
                i = encodeWide(text, i, c);
            }
        }
    }

    /** Writes the content of a JSON string: quotes, backslash, control characters and line separators are escaped. */
    HeaderBytes jsonText(String text) {
        int count = text.length();
        reserve(count * 6);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c >= 0x20 && c != '"' && c != '\\') {
                    bytes[length++] = (byte) c;
                } else {
                    escape(c);
                }
            } else if (c == '\u2028' || c == '\u2029') {
                escape(c);
            } else {
                i = encodeWide(text, i, c);
            }
        }
        return this;
    }

    /** The same for text that is UTF-8 already. */
    HeaderBytes jsonText(byte[] utf8) {
        reserve(utf8.length * 6);
        for (byte b : utf8) {
            if (b >= 0x20 && b != '"' && b != '\\' || b < 0) {
                bytes[length++] = b;
            } else {
                escape((char) b);
            }
        }
        return this;
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        if (c < 0x80 && SHORT_ESCAPE[c] != 0) {
            bytes[length++] = SHORT_ESCAPE[c];
            return;
        }
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[c >> shift & 15];
        }
    }

    /** Writes a character above ASCII; returns the index of the last char it used. */
    private int encodeWide(String text, int i, char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
            return i;
        }
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            bytes[length++] = (byte) (0xF0 | point >> 18);
            bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | point & 0x3F);
            return i + 1;
        }
        if (Character.isSurrogate(c)) {
            bytes[length++] = '?';
            return i;
        }
        bytes[length++] = (byte) (0xE0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
        return i;
    }
}
