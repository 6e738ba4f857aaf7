package org.apache.rocketmq.remoting.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Ext fields as ranges over the received header bytes. Nothing is turned into a String before it is asked for.
 *
 * <p>Not thread-safe.
 */
final class FieldTable implements FieldReader {
    private static final int STRIDE = 4;
    private static final int ESCAPED = 0x4000_0000;
    private static final int NULL = -1;

    private final byte[] bytes;
    /** Per entry: name offset, name length, value offset, value length (NULL, or with bit ESCAPED). */
    private int[] ranges = new int[STRIDE * 16];

    private int used;
    /** One bit per kind of name (length and last byte): a name whose bit is not set is not here. */
    private long kinds;
    /** False while every entry has a kind of its own, so that no name can be here twice. */
    private boolean kindsShared;
    /** Where the next name asked for probably stands: readers ask in the order in which writers write. */
    private int guess;

    FieldTable(byte[] bytes) {
        this.bytes = bytes;
    }

    void add(int nameAt, int nameLength, int valueAt, int valueLength, boolean escaped) {
        if (used == ranges.length) {
            ranges = Arrays.copyOf(ranges, used * 2);
        }
        ranges[used] = nameAt;
        ranges[used + 1] = nameLength;
        ranges[used + 2] = valueAt;
        ranges[used + 3] = escaped ? valueLength | ESCAPED : valueLength;
        used += STRIDE;
        if (nameLength > 0) {
            long kind = kind(nameLength, bytes[nameAt + nameLength - 1]);
            kindsShared |= (kinds & kind) != 0;
            kinds |= kind;
        }
    }

    private static long kind(int length, int last) {
        return 1L << (length * 7 + last);
    }

    void addNull(int nameAt, int nameLength) {
        add(nameAt, nameLength, 0, NULL, false);
    }

    /** Index of the last entry of that name which has a value; -1 when there is none. */
    private int find(String name) {
        int length = name.length();
        if (length == 0 || (kinds & kind(length, name.charAt(length - 1))) == 0) {
            return -1;
        }
        if (!kindsShared && guess < used && matches(guess, name, length)) {
            return found(guess);
        }
        for (int at = used - STRIDE; at >= 0; at -= STRIDE) {
            if (matches(at, name, length)) {
                return found(at);
            }
        }
        return -1;
    }

    private int found(int at) {
        guess = at + STRIDE;
        return ranges[at + 3] == NULL ? -1 : at;
    }

    private boolean matches(int at, String name, int length) {
        return ranges[at + 1] == length && sameAscii(name, ranges[at], length);
    }

    private boolean sameAscii(String name, int offset, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String getString(String name) {
        int at = find(name);
        return at < 0 ? null : text(at);
    }

    private String text(int at) {
        int length = ranges[at + 3];
        if ((length & ESCAPED) == 0) {
            return new String(bytes, ranges[at + 2], length, StandardCharsets.UTF_8);
        }
        return new String(JsonText.unescape(bytes, ranges[at + 2], length & ~ESCAPED), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] getBytes(String name) {
        int at = find(name);
        if (at < 0) {
            return null;
        }
        int offset = ranges[at + 2];
        int length = ranges[at + 3];
        return (length & ESCAPED) == 0
                ? Arrays.copyOfRange(bytes, offset, offset + length)
                : JsonText.unescape(bytes, offset, length & ~ESCAPED);
    }

    @Override
    public Integer getInteger(String name) {
        int at = find(name);
        if (at < 0) {
            return null;
        }
        try {
            return Math.toIntExact(decimal(at));
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    @Override
    public Long getLong(String name) {
        int at = find(name);
        if (at < 0) {
            return null;
        }
        try {
            return decimal(at);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public Boolean getBoolean(String name) {
        int at = find(name);
        return at < 0 ? null : isTrue(at);
    }

    @Override
    public int getInt(String name, int absent) {
        int at = find(name);
        if (at < 0) {
            return absent;
        }
        long value = decimal(at);
        if (value != (int) value) {
            throw new NumberFormatException("For input string: \"" + text(at) + "\"");
        }
        return (int) value;
    }

    @Override
    public long getLong(String name, long absent) {
        int at = find(name);
        return at < 0 ? absent : decimal(at);
    }

    @Override
    public boolean getBoolean(String name, boolean absent) {
        int at = find(name);
        return at < 0 ? absent : isTrue(at);
    }

    private boolean isTrue(int at) {
        return ranges[at + 3] == 4 && text(at).equalsIgnoreCase("true");
    }

    private long decimal(int at) {
        int offset = ranges[at + 2];
        int length = ranges[at + 3];
        int i = offset;
        int end = offset + (length & ~ESCAPED);
        boolean negative = i < end && bytes[i] == '-';
        if (negative) {
            i++;
        }
        if (i == end || end - i > 18) {
            return Long.parseLong(text(at));
        }
        long value = 0;
        for (; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return Long.parseLong(text(at));
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        for (int at = 0; at < used; at += STRIDE) {
            // 4.9 quirk: a binary entry with an empty key has the key null.
            var name =
                    ranges[at + 1] == 0 ? null : new String(bytes, ranges[at], ranges[at + 1], StandardCharsets.UTF_8);
            visitor.accept(name, ranges[at + 3] == NULL ? null : text(at));
        }
    }
}
