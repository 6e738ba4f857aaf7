package org.apache.rocketmq.common.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads text into maps, lists and plain values, as leniently as 4.9 peers do: keys may be bare integers, bare names,
 * single-quoted texts or whole objects; texts may be single-quoted; a trailing comma is skipped; the last of two equal
 * members wins. Confined to one call.
 */
final class JsonParser {
    /** Deeper nesting is refused, so that hostile input cannot exhaust the stack. */
    private static final int MAX_DEPTH = 512;

    /** Turning digits into a number takes time that grows with their square. */
    static final int MAX_NUMBER_LENGTH = 400;

    private final String text;
    private int at;
    private int depth;

    JsonParser(String text) {
        this.text = text;
    }

    Object parse() {
        if (peek() == '\uFEFF') {
            at++;
        }
        Object value = value();
        skipBlanks();
        if (at < text.length()) {
            throw unexpected("the end");
        }
        return value;
    }

    private Object value() {
        skipBlanks();
        char c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"', '\'' -> quoted(c);
            default -> literal();
        };
    }

    private Map<Object, Object> object() {
        enter();
        Map<Object, Object> members = new LinkedHashMap<>();
        at++;
        while (!closes('}')) {
            Object key = key();
            skipBlanks();
            expect(':');
            members.put(key, value());
            separate('}');
        }
        depth--;
        return members;
    }

    private Object key() {
        char c = peek();
        return switch (c) {
            case '{' -> object();
            case '"', '\'' -> quoted(c);
            default -> {
                String word = word();
                yield startsNumber(word) ? number(word) : word;
            }
        };
    }

    private List<Object> array() {
        enter();
        List<Object> elements = new ArrayList<>();
        at++;
        while (!closes(']')) {
            elements.add(value());
            separate(']');
        }
        depth--;
        return elements;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new JsonException("JSON nests deeper than " + MAX_DEPTH + " levels");
        }
    }

    /** True, and steps over it, when the next thing is {@code end}. */
    private boolean closes(char end) {
        skipBlanks();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private void separate(char end) {
        skipBlanks();
        if (peek() == ',') {
            at++;
        } else if (peek() != end) {
            throw unexpected("',' or '" + end + "'");
        }
    }

    private String quoted(char quote) {
        int start = ++at;
        while (peek() != quote) {
            if (peek() == '\\') {
                return unescaped(quote, start);
            }
            at++;
        }
        return text.substring(start, at++);
    }

    private String unescaped(char quote, int start) {
        StringBuilder result = new StringBuilder(text.substring(start, at));
        while (peek() != quote) {
            char c = text.charAt(at++);
            result.append(c == '\\' ? escape() : c);
        }
        at++;
        return result.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f', 'F' -> '\f';
            case 'v' -> '\u000B';
            case '0', '1', '2', '3', '4', '5', '6', '7' -> (char) (c - '0');
            case 'x' -> hex(2);
            case 'u' -> hex(4);
            case '"', '\'', '\\', '/' -> c;
            default -> {
                at--;
                throw unexpected("an escape");
            }
        };
    }

    private char hex(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw unexpected(digits + " hex digits");
            }
            value = value << 4 | digit;
            at++;
        }
        return (char) value;
    }

    private Object literal() {
        String word = word();
        return switch (word) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "null", "undefined", "NaN" -> null;
            default -> number(word);
        };
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw unexpected("a value");
        }
        return text.substring(start, at);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || "_$+-.%@".indexOf(c) >= 0;
    }

    private static boolean startsNumber(String word) {
        char c = word.charAt(0);
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
    }

    private Object number(String word) {
        if (word.length() > MAX_NUMBER_LENGTH) {
            throw new JsonException("JSON text has a number of " + word.length() + " digits");
        }
        try {
            if (word.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+')) {
                return word.length() < 19 ? (Object) Long.valueOf(word) : narrowest(new BigInteger(word));
            }
            if (startsNumber(word)) {
                return Double.valueOf(word);
            }
        } catch (NumberFormatException e) {
            at -= word.length();
            throw unexpected("a number");
        }
        at -= word.length();
        throw unexpected("a value");
    }

    private static Number narrowest(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw unexpected("'" + c + "'");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new JsonException("JSON text ends too early, after " + text.length() + " characters");
        }
        return text.charAt(at);
    }

    private JsonException unexpected(String wanted) {
        String rest = text.substring(at, Math.min(text.length(), at + 20));
        return new JsonException(
                "JSON text has '" + rest + "' at character " + at + " where " + wanted + " is expected");
    }
}
