package org.apache.rocketmq.broker.delay;

import java.util.concurrent.TimeUnit;

/**
 * The table of delay levels: level n (from 1) to its delay. Immutable. Source: store specification, delayed messages.
 */
public final class DelayLevels {
    private final long[] delayMillis;

    private DelayLevels(long[] delayMillis) {
        this.delayMillis = delayMillis;
    }

    /**
     * Reads the value of {@code messageDelayLevel}: blank-separated numbers with unit s, m, h or d, for example
     * {@code "1s 5s 10s 30s 1m"}.
     *
     * @throws IllegalArgumentException naming the part that is not a delay
     */
    public static DelayLevels parse(String text) {
        String[] parts = text.trim().split("\\s+");
        long[] delays = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            delays[i] = parseDelay(parts[i], text);
        }
        return new DelayLevels(delays);
    }

    private static long parseDelay(String part, String whole) {
        try {
            long amount = Long.parseLong(part.substring(0, part.length() - 1));
            return switch (part.charAt(part.length() - 1)) {
                case 's' -> TimeUnit.SECONDS.toMillis(amount);
                case 'm' -> TimeUnit.MINUTES.toMillis(amount);
                case 'h' -> TimeUnit.HOURS.toMillis(amount);
                case 'd' -> TimeUnit.DAYS.toMillis(amount);
                default -> throw new NumberFormatException("unit");
            };
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "messageDelayLevel: '" + part + "' is no delay, use a number and s, m, h or d (in '" + whole + "')",
                    e);
        }
    }

    /** The highest level. */
    public int max() {
        return delayMillis.length;
    }

    /** Levels above the highest count as the highest. */
    public int cap(int level) {
        return Math.min(level, delayMillis.length);
    }

    /** Delay of a level in 1..max. */
    public long millisOf(int level) {
        return delayMillis[level - 1];
    }

    /** When a message of a level is due; a level outside the table counts as one second, as after a changed table. */
    public long dueMillis(int level, long storeMillis) {
        return storeMillis + (level >= 1 && level <= max() ? millisOf(level) : 1000);
    }
}
