package org.apache.rocketmq.remoting.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Scans a JSON header in one pass: a flat object with one flat object {@code extFields} inside. Gives up (returns false)
 * at anything unusual, which {@link LenientJsonHeader} then reads.
 *
 * <p>Confined to one thread. Format: wire format, JSON header.
 */
final class JsonHeader {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final int CODE = 0;
    private static final int FLAG = 1;
    private static final int OPAQUE = 2;
    private static final int VERSION = 3;
    private static final LanguageCode[] LANGUAGES = LanguageCode.values();

    private final byte[] in;
    private final HeaderReader into;
    private int at;
    // The last string scanned.
    private int textAt;
    private int textLength;
    private boolean textEscaped;

    JsonHeader(byte[] in, HeaderReader into) {
        this.in = in;
        this.into = into;
    }

    /** True when the whole header was understood; otherwise what was filled in so far is of no use. */
    boolean scan() {
        if (next() != '{') {
            return false;
        }
        byte separator = next();
        if (separator == '}') {
            return atEnd();
        }
        while (separator == '"') {
            if (!string() || textEscaped || !member()) {
                return false;
            }
            separator = next();
            if (separator == '}') {
                return atEnd();
            }
            if (separator != ',') {
                return false;
            }
            separator = next();
        }
        return false;
    }

    private boolean atEnd() {
        return next() == 0 && at > in.length;
    }

    /** Reads the value of the member whose name is the last string. */
    private boolean member() {
        int nameAt = textAt;
        int nameLength = textLength;
        if (next() != ':') {
            return false;
        }
        byte first = next();
        if (named("code", nameAt, nameLength)) {
            return number(first, CODE);
        }
        if (named("flag", nameAt, nameLength)) {
            return number(first, FLAG);
        }
        if (named("opaque", nameAt, nameLength)) {
            return number(first, OPAQUE);
        }
        if (named("version", nameAt, nameLength)) {
            return number(first, VERSION);
        }
        if (named("extFields", nameAt, nameLength)) {
            return extFields(first);
        }
        if (named("language", nameAt, nameLength)) {
            return language(first);
        }
        if (named("remark", nameAt, nameLength)) {
            return remark(first);
        }
        return first == '"' ? string() : first == 'n' && literal("null");
    }

    private boolean named(String name, int nameAt, int nameLength) {
        if (name.length() != nameLength) {
            return false;
        }
        for (int i = 0; i < nameLength; i++) {
            if (in[nameAt + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Reads a plain decimal of at most nine digits, or a ten digit one that fits. */
    private boolean number(byte first, int member) {
        boolean negative = first == '-';
        int from = negative ? at : at - 1;
        int i = from;
        long value = 0;
        while (i < in.length && in[i] >= '0' && in[i] <= '9' && i - from < 11) {
            value = value * 10 + in[i++] - '0';
        }
        value = negative ? -value : value;
        if (i == from || value != (int) value || !endsScalar(i)) {
            return false;
        }
        at = i;
        switch (member) {
            case CODE -> into.code = (int) value;
            case FLAG -> into.flag = (int) value;
            case OPAQUE -> into.opaque = (int) value;
            default -> into.version = (int) value;
        }
        return true;
    }

    private boolean endsScalar(int i) {
        return i < in.length && (in[i] == ',' || in[i] == '}' || in[i] == ' ');
    }

    private boolean language(byte first) {
        if (first != '"' || !string() || textEscaped) {
            return false;
        }
        for (var language : LANGUAGES) {
            if (named(language.name(), textAt, textLength)) {
                into.language = language;
                return true;
            }
        }
        return false;
    }

    private boolean remark(byte first) {
        if (first == 'n') {
            into.remark = null;
            return literal("null");
        }
        if (first != '"' || !string()) {
            return false;
        }
        into.remark = textEscaped
                ? new String(JsonText.unescape(in, textAt, textLength), StandardCharsets.UTF_8)
                : new String(in, textAt, textLength, StandardCharsets.UTF_8);
        return true;
    }

    private boolean extFields(byte first) {
        if (first != '{') {
            into.table = null;
            return first == 'n' && literal("null");
        }
        var table = new FieldTable(in);
        into.table = table;
        byte separator = next();
        if (separator == '}') {
            return true;
        }
        while (separator == '"') {
            // An empty name would read as the null name of a binary header.
            if (!string() || textEscaped || textLength == 0 || !extField(table)) {
                return false;
            }
            separator = next();
            if (separator == '}') {
                return true;
            }
            if (separator != ',') {
                return false;
            }
            separator = next();
        }
        return false;
    }

    private boolean extField(FieldTable table) {
        int nameAt = textAt;
        int nameLength = textLength;
        if (next() != ':') {
            return false;
        }
        byte first = next();
        if (first == '"') {
            if (!string()) {
                return false;
            }
            table.add(nameAt, nameLength, textAt, textLength, textEscaped);
            return true;
        }
        int from = at - 1;
        switch (first) {
            case 'n' -> {
                table.addNull(nameAt, nameLength);
                return literal("null");
            }
            case 't' -> {
                table.add(nameAt, nameLength, from, 4, false);
                return literal("true");
            }
            case 'f' -> {
                table.add(nameAt, nameLength, from, 5, false);
                return literal("false");
            }
            default -> {
                int i = first == '-' ? at : from;
                int digits = i;
                while (i < in.length && in[i] >= '0' && in[i] <= '9') {
                    i++;
                }
                boolean plain = i > digits && (in[digits] != '0' || i - digits == 1 && first != '-');
                if (!plain || !endsScalar(i)) {
                    return false;
                }
                table.add(nameAt, nameLength, from, i - from, false);
                at = i;
                return true;
            }
        }
    }

    /** Checks a literal whose first character was read. */
    private boolean literal(String text) {
        int from = at - 1;
        int end = from + text.length();
        if (!endsScalar(end) || !named(text, from, text.length())) {
            return false;
        }
        at = end;
        return true;
    }

    /** Scans a string whose opening quote was read; false when it does not end or holds an unknown escape. */
    private boolean string() {
        textAt = at;
        textEscaped = false;
        int i = quoteOrBackslash(at);
        while (i < in.length) {
            if (in[i] == '"') {
                textLength = i - textAt;
                at = i + 1;
                return true;
            }
            textEscaped = true;
            i = escape(i + 1);
            if (i < 0) {
                return false;
            }
            i = quoteOrBackslash(i);
        }
        return false;
    }

    /** Index of the first quote or backslash from {@code i} on, eight bytes at a time; the length when there is none. */
    private int quoteOrBackslash(int i) {
        for (; i <= in.length - Long.BYTES; i += Long.BYTES) {
            long word = (long) LONGS.get(in, i);
            long quotes = word ^ EACH_BYTE * '"';
            long backslashes = word ^ EACH_BYTE * '\\';
            // The lowest byte that is zero in either gets its high bit set.
            long hits = ((quotes - EACH_BYTE) & ~quotes | (backslashes - EACH_BYTE) & ~backslashes) & HIGH_BITS;
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (i < in.length && in[i] != '"' && in[i] != '\\') {
            i++;
        }
        return i;
    }

    /** Returns the index behind the escape whose backslash stands before {@code i}; -1 when it is none of JSON. */
    private int escape(int i) {
        if (i >= in.length) {
            return -1;
        }
        switch (in[i]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return i + 1;
            }
            case 'u' -> {
                for (int k = 1; k <= 4; k++) {
                    if (i + k >= in.length || Character.digit(in[i + k], 16) < 0) {
                        return -1;
                    }
                }
                return i + 5;
            }
            default -> {
                return -1;
            }
        }
    }

    /** The next character that is no blank, consumed; 0 at the end. */
    private byte next() {
        while (at < in.length) {
            byte b = in[at++];
            if (b > ' ' || b < 0) {
                return b;
            }
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return 1;
            }
        }
        at = in.length + 1;
        return 0;
    }
}
