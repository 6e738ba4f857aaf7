package org.apache.rocketmq.store.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The hash of {@code topic#key}: the Java string hash, made positive; computed without building the string. Take {@link
 * #prefix} of the topic once, {@link #extend} it by a key, then {@link #finish}. Source: store format, index keys.
 */
public final class KeyHash {
    private KeyHash() {}

    public static int of(String topic, String key) {
        return finish(extend(prefix(topic), key));
    }

    /** Unfinished hash of the topic and the separator. */
    public static int prefix(String topic) {
        return 31 * topic.hashCode() + '#';
    }

    public static int extend(int prefix, String key) {
        int hash = prefix;
        for (int i = 0; i < key.length(); i++) {
            hash = 31 * hash + key.charAt(i);
        }
        return hash;
    }

    /** Like {@link #extend(int, String)} with UTF-8 bytes {@code [from, to)} of a buffer (absolute positions). */
    public static int extend(int prefix, ByteBuffer utf8, int from, int to) {
        int hash = prefix;
        for (int i = from; i < to; i++) {
            byte b = utf8.get(i);
            if (b < 0) {
                byte[] key = new byte[to - from];
                utf8.get(from, key);
                return extend(prefix, new String(key, StandardCharsets.UTF_8));
            }
            hash = 31 * hash + b;
        }
        return hash;
    }

    /** Absolute value; 0 for the one number that has none. */
    public static int finish(int hash) {
        return hash == Integer.MIN_VALUE ? 0 : Math.abs(hash);
    }
}
