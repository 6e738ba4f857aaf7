package org.apache.rocketmq.common.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of one plain configuration object, in the order of the print-outs, and the names that files carry without
 * being keys. Immutable.
 */
public final class ConfigSchema<T> {
    private final String name;
    private final List<ConfigKey<T>> keys;
    private final Map<String, ConfigKey<T>> byName = new HashMap<>();
    private final Map<String, String> ignored;
    private final Map<String, String> fileOnly;
    private final Map<String, Function<T, String>> derived;

    private ConfigSchema(
            String name,
            List<ConfigKey<T>> keys,
            Map<String, String> ignored,
            Map<String, String> fileOnly,
            Map<String, Function<T, String>> derived) {
        this.name = name;
        this.keys = List.copyOf(keys);
        this.ignored = ignored;
        this.fileOnly = fileOnly;
        this.derived = derived;
        for (var key : keys) {
            register(key.name(), key);
            key.aliases().forEach(alias -> register(alias, key));
        }
    }

    /** @param themes the keys, possibly declared in several tables */
    @SafeVarargs
    public static <T> ConfigSchema<T> of(String name, List<ConfigKey<T>>... themes) {
        var keys = new ArrayList<ConfigKey<T>>();
        for (var theme : themes) {
            keys.addAll(theme);
        }
        return new ConfigSchema<>(name, keys, Map.of(), Map.of(), Map.of());
    }

    /** A name that guides carry although nothing reads it; {@code reason} is told to the user. */
    public ConfigSchema<T> ignoring(String guideKey, String reason) {
        return new ConfigSchema<>(name, keys, plus(ignored, guideKey, reason), fileOnly, derived);
    }

    /** A name that is read straight from the file and has no field. */
    public ConfigSchema<T> fileOnly(String key, String doc) {
        return new ConfigSchema<>(name, keys, ignored, plus(fileOnly, key, doc), derived);
    }

    /** A path that always follows from other keys; accepted when the file gives exactly that place. */
    public ConfigSchema<T> deriving(String key, Function<T, String> place) {
        return new ConfigSchema<>(name, keys, ignored, fileOnly, plus(derived, key, place));
    }

    /** Of which group of settings: "broker", "store", "nettyServer", ... */
    public String name() {
        return name;
    }

    public List<ConfigKey<T>> keys() {
        return keys;
    }

    /** By name or alias. */
    public Optional<ConfigKey<T>> find(String nameOrAlias) {
        return Optional.ofNullable(byName.get(nameOrAlias));
    }

    Map<String, String> ignored() {
        return ignored;
    }

    Collection<String> fileOnly() {
        return fileOnly.keySet();
    }

    Map<String, Function<T, String>> derived() {
        return derived;
    }

    private void register(String spelling, ConfigKey<T> key) {
        if (byName.put(spelling, key) != null) {
            throw new IllegalArgumentException("two keys of " + name + " are called " + spelling);
        }
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var grown = new LinkedHashMap<>(map);
        grown.put(key, value);
        return Collections.unmodifiableMap(grown);
    }
}
