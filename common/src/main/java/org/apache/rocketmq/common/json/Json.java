package org.apache.rocketmq.common.json;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * The entrance: Java values to JSON text and back.
 *
 * <p>A value is a bean (getters out, setters in), a record, a map, a collection, an array, an enum, a text, a number or
 * null. Properties whose field is {@code transient} are neither written nor read. Members are sorted by name, nulls are
 * omitted, maps keep their own order.
 *
 * <p>Source: wire protocol, JSON bodies. Thread-safe.
 */
public final class Json {
    private Json() {}

    /** The compact form of the wire: bare integer keys, objects as keys, raw non-ASCII. */
    public static String write(Object value) {
        return new JsonWriter(JsonForm.COMPACT).write(value);
    }

    /** {@link #write} as UTF-8 bytes. */
    public static byte[] writeBytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The form of persisted files and console output: one member per line, indented with tabs, bare integer keys. */
    public static String writePretty(Object value) {
        return new JsonWriter(JsonForm.PRETTY).write(value);
    }

    /** Standard JSON for route answers: quoted and sorted keys, non-ASCII as {@code \}{@code uXXXX}, {@code /} as {@code \/}. */
    public static byte[] writeStandardBytes(Object value) {
        return new JsonWriter(JsonForm.STANDARD).write(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads {@code text} into a {@code type}; null for the text {@code null}.
     *
     * @throws JsonException when the text is null, blank, not JSON, or does not fit
     */
    public static <T> T read(String text, Class<T> type) {
        return JsonBinder.cast(type, read(text, (Type) type));
    }

    /** {@link #read(String, Class)} for UTF-8 bytes. */
    public static <T> T read(byte[] utf8, Class<T> type) {
        if (utf8 == null) {
            throw new JsonException("no JSON where a " + type.getSimpleName() + " is expected");
        }
        return read(new String(utf8, StandardCharsets.UTF_8), type);
    }

    /** {@link #read(String, Class)} for a type with arguments, such as {@code Map<String, DataVersion>}. */
    public static Object read(String text, Type type) {
        return JsonBinder.bind(parse(text), type, JsonPath.ROOT);
    }

    /**
     * Turns a tree of maps, lists and plain values, such as {@link #parse} or a YAML reader gives, into a {@code type}.
     *
     * @throws JsonException when it does not fit
     */
    public static <T> T bind(Object tree, Class<T> type) {
        return JsonBinder.cast(type, JsonBinder.bind(tree, type, JsonPath.ROOT));
    }

    /**
     * The text as it stands: maps (keys are texts, numbers or maps), lists, texts, Long, Double, BigInteger, Boolean, null.
     *
     * @throws JsonException when the text is null, blank or not JSON
     */
    public static Object parse(String text) {
        if (text == null || text.isBlank()) {
            throw new JsonException("empty JSON text");
        }
        return new JsonParser(text).parse();
    }
}
