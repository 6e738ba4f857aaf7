package org.apache.rocketmq.remoting.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;

/** Ext fields that already are a map. As thread-safe as the map. */
final class MapFields implements FieldReader {
    private final Map<String, String> fields;

    MapFields(Map<String, String> fields) {
        this.fields = fields;
    }

    @Override
    public String getString(String name) {
        return fields.get(name);
    }

    @Override
    public byte[] getBytes(String name) {
        var value = fields.get(name);
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Integer getInteger(String name) {
        var value = fields.get(name);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public Long getLong(String name) {
        var value = fields.get(name);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public Boolean getBoolean(String name) {
        var value = fields.get(name);
        return value == null ? null : Boolean.valueOf(value);
    }

    @Override
    public int getInt(String name, int absent) {
        var value = fields.get(name);
        return value == null ? absent : Integer.parseInt(value);
    }

    @Override
    public long getLong(String name, long absent) {
        var value = fields.get(name);
        return value == null ? absent : Long.parseLong(value);
    }

    @Override
    public boolean getBoolean(String name, boolean absent) {
        var value = fields.get(name);
        return value == null ? absent : Boolean.parseBoolean(value);
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        fields.forEach(visitor);
    }
}
