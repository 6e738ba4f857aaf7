package org.apache.rocketmq.remoting.protocol;

import java.util.function.BiConsumer;

/**
 * Read access to the ext fields of a received command, whatever its serialization.
 *
 * <p>Implementations keep the bytes as they arrived and turn a value into a Java type only when asked for it, so a hot
 * handler pays only for the fields it uses. When a name occurs twice the last entry wins. Not thread-safe; valid as long
 * as the command it belongs to.
 *
 * <p>Format: JSON member {@code extFields} or the binary ext block of the remoting protocol.
 */
public interface FieldReader {
    /** The value as text; null when absent or null. Numbers and booleans of a JSON header come as their text. */
    String getString(String name);

    /** The UTF-8 bytes of the value, unescaped; null when absent or null. The caller owns the array. */
    byte[] getBytes(String name);

    /** The decimal value, or null when absent, null or not a number (peers log and go on with null). */
    Integer getInteger(String name);

    /** The decimal value, or null when absent, null or not a number. */
    Long getLong(String name);

    /** True only for the text "true" in any case; null when absent. */
    Boolean getBoolean(String name);

    /** The decimal value, or {@code absent} when the field is missing or null. Throws NumberFormatException otherwise. */
    int getInt(String name, int absent);

    /** The decimal value, or {@code absent} when the field is missing or null. Throws NumberFormatException otherwise. */
    long getLong(String name, long absent);

    /** True only for the text "true" in any case; {@code absent} when the field is missing or null. */
    boolean getBoolean(String name, boolean absent);

    /** Calls {@code visitor} with every name and value (value may be null) in order of arrival. */
    void forEach(BiConsumer<String, String> visitor);
}
