package org.apache.rocketmq.broker.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** All counters of one name, by key. Thread-safe. */
public final class CounterSet {
    private final String name;
    private final LongSupplier clockMillis;
    private final ConcurrentMap<String, Counter> counters = new ConcurrentHashMap<>();

    CounterSet(String name, LongSupplier clockMillis) {
        this.name = name;
        this.clockMillis = clockMillis;
    }

    public String name() {
        return name;
    }

    /** The counter of a key, or null. */
    public Counter find(String key) {
        return counters.get(key);
    }

    Counter of(String key) {
        Counter known = counters.get(key);
        return known != null ? known : counters.computeIfAbsent(key, k -> new Counter(clockMillis.getAsLong()));
    }

    Map<String, Counter> all() {
        return counters;
    }

    /** Drops the counters whose key starts or ends with a part, parts being joined by {@code @}. */
    void removePart(String part) {
        counters.keySet()
                .removeIf(key -> key.equals(part)
                        || key.startsWith(part + "@")
                        || key.endsWith("@" + part)
                        || key.contains("@" + part + "@"));
    }
}
