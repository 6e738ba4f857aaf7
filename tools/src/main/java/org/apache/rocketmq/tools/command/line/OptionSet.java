package org.apache.rocketmq.tools.command.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.rocketmq.tools.command.line.Option.Need;

/** The options that a command takes, with {@code -h} and {@code -n} that all take. Not thread-safe. */
public final class OptionSet {
    private final List<Option> options = new ArrayList<>();

    public OptionSet() {
        flag("h", "help", "Print help");
        optional("n", "namesrvAddr", "Name server address list, eg: '192.168.0.1:9876;192.168.0.2:9876'");
    }

    public OptionSet required(String shortName, String longName, String meaning) {
        return add(new Option(shortName, longName, true, Need.REQUIRED, meaning));
    }

    public OptionSet optional(String shortName, String longName, String meaning) {
        return add(new Option(shortName, longName, true, Need.OPTIONAL, meaning));
    }

    public OptionSet oneOf(String shortName, String longName, String meaning) {
        return add(new Option(shortName, longName, true, Need.ONE_OF, meaning));
    }

    public OptionSet flag(String shortName, String longName, String meaning) {
        return add(new Option(shortName, longName, false, Need.OPTIONAL, meaning));
    }

    private OptionSet add(Option option) {
        options.add(option);
        return this;
    }

    /** The options in the order of the usage: by short name, ignoring case. */
    public List<Option> sorted() {
        List<Option> sorted = new ArrayList<>(options);
        sorted.sort(Comparator.comparing(Option::shortName, String.CASE_INSENSITIVE_ORDER));
        return sorted;
    }

    /** The option of a short or complete long name, dashes before it allowed; null when there is none. */
    Option find(String name) {
        String bare = name.startsWith("--") ? name.substring(2) : name.startsWith("-") ? name.substring(1) : name;
        for (Option option : options) {
            if (option.shortName().equals(bare) || option.longName().equals(bare)) {
                return option;
            }
        }
        return null;
    }
}
