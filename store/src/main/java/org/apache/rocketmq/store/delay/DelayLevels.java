package org.apache.rocketmq.store.delay;

/**
 * The delays of {@code messageDelayLevel}: level n is the n-th entry, counted from 1.
 *
 * <p>Immutable. Source: store format, delayed messages.
 */
public final class DelayLevels {
    /** Used for a level that does not exist, as the 4.9 line does. */
    private static final long UNKNOWN_LEVEL_MILLIS = 1000;

    private final long[] delayMillis;

    private DelayLevels(long[] delayMillis) {
        this.delayMillis = delayMillis;
    }

    /**
     * @param text entries such as {@code 1s 5s 10m 2h 1d}, separated by single blanks
     * @throws IllegalArgumentException naming the entry that cannot be read
     */
    public static DelayLevels parse(String text) {
        String[] entries = text.split(" ", -1);
        long[] millis = new long[entries.length];
        for (int i = 0; i < entries.length; i++) {
            millis[i] = parseEntry(entries[i], text);
        }
        return new DelayLevels(millis);
    }

    private static long parseEntry(String entry, String text) {
        try {
            int last = entry.length() - 1;
            long unit =
                    switch (entry.charAt(last)) {
                        case 's' -> 1000L;
                        case 'm' -> 60_000L;
                        case 'h' -> 3_600_000L;
                        case 'd' -> 86_400_000L;
                        default -> throw new NumberFormatException("no unit");
                    };
            return Math.multiplyExact(Long.parseLong(entry.substring(0, last)), unit);
        } catch (NumberFormatException | ArithmeticException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "messageDelayLevel: '" + entry + "' in '" + text
                            + "' is not a number followed by s, m, h or d (entries are separated by one blank)",
                    e);
        }
    }

    /** The highest level. */
    public int highest() {
        return delayMillis.length;
    }

    /** Levels above the highest count as the highest. */
    public int cap(int level) {
        return Math.min(level, delayMillis.length);
    }

    /** Delay of a level; a level above the highest counts as the highest. */
    public long delayMillis(int level) {
        int clamped = cap(level);
        return clamped >= 1 ? delayMillis[clamped - 1] : UNKNOWN_LEVEL_MILLIS;
    }

    /** When a message of a level, stored at a time, is due. */
    public long dueMillis(int level, long storeTimestamp) {
        return storeTimestamp + delayMillis(level);
    }
}
