package org.apache.rocketmq.remoting.protocol;

import java.util.Arrays;

/** Counts and remembers the names it wrote, so that no field is written twice. Confined to one thread. */
abstract class ExtFieldWriter implements FieldWriter {
    private String[] names = new String[32];
    private int count;

    void begin() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** True when {@code name} is among the first {@code limit} names written. */
    boolean wrote(String name, int limit) {
        for (int i = 0; i < limit; i++) {
            if (names[i].equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Notes a name; true when it is the first. */
    final boolean note(String name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
        }
        names[count] = name;
        return count++ == 0;
    }
}
