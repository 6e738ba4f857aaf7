package org.apache.rocketmq.broker.put;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The encoded properties of a message on their way into the log, changed as bytes: {@code name U+0001 value U+0002 ...}.
 *
 * <p>Confined to one request. Source: wire format, properties string.
 */
public final class StoredProperties {
    static final byte VALUE_FOLLOWS = 1;
    static final byte ENTRY_ENDS = 2;

    private byte[] bytes;

    public StoredProperties(byte[] encoded) {
        this.bytes = encoded;
    }

    /** The encoded text, without a separator at its end. */
    public byte[] bytes() {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == ENTRY_ENDS) {
            end--;
        }
        return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
    }

    /** The value of a property, or null. Of several entries of one name the last counts. */
    public String get(String name) {
        int found = -1;
        int foundEnd = -1;
        for (int start = 0; start < bytes.length; ) {
            int end = endOf(start);
            if (startsWithName(start, end, name)) {
                found = start + name.length() + 1;
                foundEnd = end;
            }
            start = end + 1;
        }
        return found < 0 || found == foundEnd ? null : new String(bytes, found, foundEnd - found, UTF_8);
    }

    /** Takes every entry of that name out; returns whether there was one. */
    public boolean remove(String name) {
        boolean removed = false;
        int start = 0;
        while (start < bytes.length) {
            int end = endOf(start);
            if (startsWithName(start, end, name)) {
                int next = Math.min(end + 1, bytes.length);
                byte[] rest = Arrays.copyOf(bytes, bytes.length - (next - start));
                System.arraycopy(bytes, next, rest, start, bytes.length - next);
                bytes = rest;
                removed = true;
            } else {
                start = end + 1;
            }
        }
        return removed;
    }

    /** Sets a property, in place of every entry of that name. */
    public void put(String name, String value) {
        remove(name);
        append(encode(name, value));
    }

    /** Adds an entry as {@link #encode} made it, without looking for others of its name. */
    public void append(byte[] entry) {
        boolean separate = bytes.length > 0 && bytes[bytes.length - 1] != ENTRY_ENDS;
        int at = bytes.length + (separate ? 1 : 0);
        byte[] joined = Arrays.copyOf(bytes, at + entry.length);
        if (separate) {
            joined[at - 1] = ENTRY_ENDS;
        }
        System.arraycopy(entry, 0, joined, at, entry.length);
        bytes = joined;
    }

    public static byte[] encode(String name, String value) {
        return (name + (char) VALUE_FOLLOWS + value).getBytes(UTF_8);
    }

    private int endOf(int start) {
        return endOf(bytes, start);
    }

    /** Where the entry that begins at {@code start} ends, its separator not included. */
    static int endOf(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != ENTRY_ENDS) {
            end++;
        }
        return end;
    }

    /** Names are ASCII constants, so characters and bytes are the same. */
    private boolean startsWithName(int start, int end, String name) {
        int length = name.length();
        if (end - start <= length || bytes[start + length] != VALUE_FOLLOWS) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[start + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
