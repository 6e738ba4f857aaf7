package org.apache.rocketmq.store.index;

/**
 * The shape of an index file with H slots and room for N entries.
 *
 * <pre>
 *   0        8        16           24         32           36      40         40+4H                 40+4H+20N
 *   | begin  | end    | begin      | end      | used       | next  | slot 0..  | entry 0 (unused) .. |
 *   | time   | time   | offset     | offset   | slots      | entry | slot H-1  | entry N-1           |
 *   | long   | long   | long       | long     | int        | int   | int each  | 20 bytes each       |
 *
 *   entry: | key hash int | physical offset long | seconds since begin time int | previous entry int |
 * </pre>
 *
 * Entries are numbered from 1, because 0 means "none": a file holds N-1. Source: store format, index layout.
 *
 * @param slots H, maxHashSlotNum
 * @param entries N, maxIndexNum
 */
record IndexLayout(int slots, int entries) {
    static final int BEGIN_TIMESTAMP = 0;
    static final int END_TIMESTAMP = 8;
    static final int BEGIN_OFFSET = 16;
    static final int END_OFFSET = 24;
    static final int USED_SLOTS = 32;
    static final int NEXT_ENTRY = 36;
    static final int HEADER = 40;

    static final int SLOT_SIZE = 4;

    static final int ENTRY_SIZE = 20;
    static final int ENTRY_HASH = 0;
    static final int ENTRY_OFFSET = 4;
    static final int ENTRY_SECONDS = 12;
    static final int ENTRY_PREVIOUS = 16;

    IndexLayout {
        long bytes = HEADER + (long) SLOT_SIZE * slots + (long) ENTRY_SIZE * entries;
        if (slots < 1 || entries < 2 || bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxHashSlotNum=" + slots + " and maxIndexNum=" + entries
                    + " make index files of " + bytes + " bytes; at least 1 and 2, and at most " + Integer.MAX_VALUE
                    + " bytes are possible");
        }
    }

    int fileSize() {
        return HEADER + SLOT_SIZE * slots + ENTRY_SIZE * entries;
    }

    int slotPosition(int keyHash) {
        return HEADER + SLOT_SIZE * (keyHash % slots);
    }

    int entryPosition(int number) {
        return HEADER + SLOT_SIZE * slots + ENTRY_SIZE * number;
    }
}
