package org.apache.rocketmq.store.dispatch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Turns the topic bytes of a record into the one string for them, without allocating for topics seen before.
 *
 * <p>Confined to one thread.
 */
final class TopicNames {
    private static final int MAX_NAMES = 1 << 16;

    private record Name(byte[] utf8, String text) {}

    private Name[] table = new Name[256];
    private int count;

    String get(ByteBuffer bytes, int at, int length) {
        int slot = slot(hash(bytes, at, length));
        for (Name name = table[slot]; name != null; name = table[slot]) {
            if (matches(name.utf8, bytes, at, length)) {
                return name.text;
            }
            slot = slot + 1 & table.length - 1;
        }
        return add(bytes, at, length);
    }

    private String add(ByteBuffer bytes, int at, int length) {
        byte[] utf8 = new byte[length];
        bytes.get(at, utf8);
        Name name = new Name(utf8, new String(utf8, StandardCharsets.UTF_8));
        if (count >= MAX_NAMES) {
            table = new Name[256];
            count = 0;
        } else if (count * 2 >= table.length) {
            Name[] old = table;
            table = new Name[old.length * 2];
            for (Name moved : old) {
                if (moved != null) {
                    insert(moved);
                }
            }
        }
        insert(name);
        count++;
        return name.text;
    }

    private void insert(Name name) {
        ByteBuffer utf8 = ByteBuffer.wrap(name.utf8);
        int slot = slot(hash(utf8, 0, name.utf8.length));
        while (table[slot] != null) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = name;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & table.length - 1;
    }

    private static int hash(ByteBuffer bytes, int at, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes.get(at + i);
        }
        return hash;
    }

    private static boolean matches(byte[] utf8, ByteBuffer bytes, int at, int length) {
        if (utf8.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (utf8[i] != bytes.get(at + i)) {
                return false;
            }
        }
        return true;
    }
}
