package org.apache.rocketmq.common.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads an encoded properties string where it lies, without building a map or strings.
 *
 * <pre>name 01 value 02 name 01 value [02]</pre>
 *
 * An entry counts if its first 01 is neither its first nor its last byte, so entries without name or value vanish;
 * further 01 belong to the value; of equal names the last one wins. Both separators are single bytes in UTF-8, and
 * decoding never swallows them, so scanning bytes finds the same entries as splitting the decoded text.
 *
 * <p>Reusable: {@code wrap} it around the next string. Confined to one thread. The buffer's position, limit and order
 * are not touched. Source: wire protocol, properties string.
 */
public final class PropertyScanner {
    private static final byte NAME_END = 1;
    private static final byte ENTRY_END = 2;
    private static final byte[] TAGS = name(MessageConst.PROPERTY_TAGS);

    // Exactly one of the two is set while wrapped.
    private byte[] array;
    private ByteBuffer buffer;

    // All four are indexes into array or buffer.
    private int begin;
    private int end;
    private int next;
    private int nameAt;

    private int nameLength;
    private int valueAt;
    private int valueLength;
    // Added to an index into array to get the caller's index; not 0 only for heap buffers with an array offset.
    private int shift;

    /** The bytes of a property name as {@link #find} takes it. */
    public static byte[] name(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    public PropertyScanner wrap(byte[] bytes, int offset, int length) {
        array = bytes;
        buffer = null;
        shift = 0;
        return over(offset, length);
    }

    /** Wraps {@code length} bytes from the absolute index {@code offset}; later indexes count the same way. */
    public PropertyScanner wrap(ByteBuffer bytes, int offset, int length) {
        if (bytes.hasArray()) {
            array = bytes.array();
            buffer = null;
            shift = -bytes.arrayOffset();
            return over(offset + bytes.arrayOffset(), length);
        }
        array = null;
        buffer = bytes;
        shift = 0;
        return over(offset, length);
    }

    private PropertyScanner over(int offset, int length) {
        begin = offset;
        end = offset + Math.max(0, length);
        return rewind();
    }

    /** Back to before the first entry. */
    public PropertyScanner rewind() {
        next = begin;
        nameLength = 0;
        valueLength = 0;
        return this;
    }

    private byte byteAt(int index) {
        return array != null ? array[index] : buffer.get(index);
    }

    /** Moves to the next entry that counts; false if there is none left. Equal names come up each. */
    public boolean next() {
        while (next < end) {
            int entry = next;
            int separator = -1;
            int at = entry;
            byte b = 0;
            while (at < end && (b = byteAt(at)) != ENTRY_END) {
                if (b == NAME_END && separator < 0) {
                    separator = at;
                }
                at++;
            }
            next = at + 1;
            if (separator > entry && separator < at - 1) {
                nameAt = entry;
                nameLength = separator - entry;
                valueAt = separator + 1;
                valueLength = at - separator - 1;
                return true;
            }
        }
        return false;
    }

    /** Moves to the last entry of that name; false if there is none, and then no entry is current. */
    public boolean find(byte[] name) {
        rewind();
        int foundName = -1;
        int foundValue = 0;
        int foundLength = 0;
        while (next()) {
            if (nameEquals(name)) {
                foundName = nameAt;
                foundValue = valueAt;
                foundLength = valueLength;
            }
        }
        nameAt = foundName;
        nameLength = foundName < 0 ? 0 : name.length;
        valueAt = foundValue;
        valueLength = foundLength;
        return foundName >= 0;
    }

    /** How many entries count, equal names each. */
    public int count() {
        rewind();
        int count = 0;
        while (next()) {
            count++;
        }
        rewind();
        return count;
    }

    public boolean nameEquals(byte[] name) {
        return equal(nameAt, nameLength, name);
    }

    public boolean valueEquals(byte[] value) {
        return equal(valueAt, valueLength, value);
    }

    private boolean equal(int at, int length, byte[] expected) {
        if (length != expected.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (byteAt(at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Index of the current name's first byte, in the caller's counting. */
    public int nameOffset() {
        return nameAt + shift;
    }

    public int nameLength() {
        return nameLength;
    }

    /** Index of the current value's first byte, in the caller's counting. */
    public int valueOffset() {
        return valueAt + shift;
    }

    public int valueLength() {
        return valueLength;
    }

    /** The current name; allocates. */
    public String name() {
        return text(nameAt, nameLength);
    }

    /** The current value; allocates. */
    public String value() {
        return text(valueAt, valueLength);
    }

    private String text(int at, int length) {
        if (array != null) {
            return new String(array, at, length, StandardCharsets.UTF_8);
        }
        byte[] copy = new byte[length];
        buffer.get(at, copy);
        return new String(copy, StandardCharsets.UTF_8);
    }

    /** The current value as a decimal number, or the fallback if it is none that fits. */
    public long valueAsLong(long fallback) {
        boolean negative = valueLength > 1 && byteAt(valueAt) == '-';
        int first = negative ? 1 : 0;
        if (valueLength == first || valueLength - first > 18) {
            return fallback;
        }
        long number = 0;
        for (int i = first; i < valueLength; i++) {
            int digit = byteAt(valueAt + i) - '0';
            if (digit < 0 || digit > 9) {
                return fallback;
            }
            number = number * 10 + digit;
        }
        return negative ? -number : number;
    }

    /**
     * What a queue unit and a consumer's filter compare: the hash of TAGS, sign-extended; 0 without tags. Moves the
     * scanner to the TAGS entry. Source: store format, tags code.
     */
    public long tagsCode() {
        return find(TAGS) ? valueHash() : 0;
    }

    /** {@link String#hashCode()} of the current value's text. */
    public int valueHash() {
        int hash = 0;
        int stop = valueAt + valueLength;
        int at = valueAt;
        while (at < stop) {
            int b = byteAt(at);
            if (b < 0) {
                return hashBeyondAscii(hash, at, stop);
            }
            hash = 31 * hash + b;
            at++;
        }
        return hash;
    }

    /** Goes on with well-formed UTF-8; anything malformed is left to the platform's decoder and its replacements. */
    private int hashBeyondAscii(int hashSoFar, int from, int stop) {
        int hash = hashSoFar;
        int at = from;
        while (at < stop) {
            int b = byteAt(at) & 0xFF;
            int more = b < 0x80
                    ? 0
                    : b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : -1;
            if (more < 0 || at + more >= stop) {
                return value().hashCode();
            }
            int codePoint = more == 0 ? b : b & (0x3F >> more);
            for (int i = 1; i <= more; i++) {
                int continuation = byteAt(at + i) & 0xFF;
                if ((continuation & 0xC0) != 0x80) {
                    return value().hashCode();
                }
                codePoint = codePoint << 6 | continuation & 0x3F;
            }
            boolean overlong = more == 2 && codePoint < 0x800 || more == 3 && codePoint < 0x10000;
            if (overlong || codePoint > Character.MAX_CODE_POINT || codePoint >= 0xD800 && codePoint <= 0xDFFF) {
                return value().hashCode();
            }
            if (codePoint < 0x10000) {
                hash = 31 * hash + codePoint;
            } else {
                hash = 31 * (31 * hash + Character.highSurrogate(codePoint)) + Character.lowSurrogate(codePoint);
            }
            at += more + 1;
        }
        return hash;
    }
}
