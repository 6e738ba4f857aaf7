package org.apache.rocketmq.common.config;

import java.util.function.BiConsumer;

/** One plain object and the schema that describes it. */
public record Binding<T>(ConfigSchema<T> schema, T target) {
    boolean has(String nameOrAlias) {
        return schema.find(nameOrAlias).isPresent();
    }

    ConfigKey<T> key(String nameOrAlias) {
        return schema.find(nameOrAlias).orElseThrow();
    }

    String read(String nameOrAlias) {
        return key(nameOrAlias).read(target);
    }

    /** @return whether this object has the key @throws IllegalArgumentException when the value is not valid */
    boolean write(String nameOrAlias, String text) {
        var key = schema.find(nameOrAlias);
        if (key.isEmpty()) {
            return false;
        }
        var parsed = key.get().parse(text);
        if (parsed instanceof ParsedValue.Invalid) {
            throw new IllegalArgumentException(nameOrAlias + "=" + text + " is not valid, it takes "
                    + key.get().validValues());
        }
        write(key.get(), parsed);
        return true;
    }

    void write(ConfigKey<T> key, ParsedValue parsed) {
        if (parsed instanceof ParsedValue.Valid valid) {
            key.write(target, valid.value());
        } else if (parsed instanceof ParsedValue.Clamped clamped) {
            key.write(target, clamped.value());
        }
    }

    void forEach(BiConsumer<ConfigKey<T>, String> visitor) {
        schema.keys().forEach(key -> visitor.accept(key, key.read(target)));
    }
}
