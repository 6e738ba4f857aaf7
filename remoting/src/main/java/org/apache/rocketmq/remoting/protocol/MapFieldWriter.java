package org.apache.rocketmq.remoting.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Puts the fields of a typed header into a map, for hooks that want to see every field as text. */
final class MapFieldWriter implements FieldWriter {
    private final Map<String, String> fields;

    MapFieldWriter(Map<String, String> fields) {
        this.fields = fields;
    }

    @Override
    public void put(String name, String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    @Override
    public void put(String name, byte[] utf8) {
        if (utf8 != null) {
            fields.put(name, new String(utf8, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void put(String name, int value) {
        fields.put(name, Integer.toString(value));
    }

    @Override
    public void put(String name, long value) {
        fields.put(name, Long.toString(value));
    }

    @Override
    public void put(String name, boolean value) {
        fields.put(name, Boolean.toString(value));
    }
}
