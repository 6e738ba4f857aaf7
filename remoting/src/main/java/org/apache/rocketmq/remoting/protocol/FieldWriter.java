package org.apache.rocketmq.remoting.protocol;

/**
 * Takes the fields of a header that is being written, for either serialization. A null value writes nothing; an empty
 * text is written (the binary form reads it back as null). Names are ASCII constants.
 */
public interface FieldWriter {
    void put(String name, String value);

    /** Writes UTF-8 text given as bytes; null writes nothing. */
    void put(String name, byte[] utf8);

    void put(String name, int value);

    void put(String name, long value);

    void put(String name, boolean value);

    default void put(String name, Integer value) {
        if (value != null) {
            put(name, value.intValue());
        }
    }

    default void put(String name, Long value) {
        if (value != null) {
            put(name, value.longValue());
        }
    }

    default void put(String name, Boolean value) {
        if (value != null) {
            put(name, value.booleanValue());
        }
    }
}
