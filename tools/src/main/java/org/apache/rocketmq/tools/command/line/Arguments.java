package org.apache.rocketmq.tools.command.line;

import java.util.Map;

/** The option values of one call, trimmed, by short name. Immutable. */
public final class Arguments {
    private final Map<String, String> values;

    Arguments(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public boolean has(String option) {
        return values.containsKey(option);
    }

    /** The value, or null when the option was not given. */
    public String text(String option) {
        return values.get(option);
    }

    public String text(String option, String absent) {
        return values.getOrDefault(option, absent);
    }

    /** True for "true" in any case. */
    public boolean bool(String option, boolean absent) {
        return has(option) ? Boolean.parseBoolean(text(option)) : absent;
    }

    public int number(String option, int absent) throws CommandFailure {
        return has(option) ? number(option) : absent;
    }

    public int number(String option) throws CommandFailure {
        try {
            return Integer.parseInt(text(option));
        } catch (NumberFormatException e) {
            throw notANumber(option);
        }
    }

    public long longNumber(String option, long absent) throws CommandFailure {
        return has(option) ? longNumber(option) : absent;
    }

    public long longNumber(String option) throws CommandFailure {
        try {
            return Long.parseLong(text(option));
        } catch (NumberFormatException e) {
            throw notANumber(option);
        }
    }

    private CommandFailure notANumber(String option) {
        return new CommandFailure("option -" + option + " must be a whole number, not \"" + text(option) + "\"");
    }

    /** A point in time (epoch ms): digits or {@code yyyy-MM-dd#HH:mm:ss:SSS} in the local zone. */
    public long time(String option) throws CommandFailure {
        return Times.parse(option, text(option));
    }
}
