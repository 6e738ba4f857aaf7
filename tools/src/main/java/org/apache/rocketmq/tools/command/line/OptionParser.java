package org.apache.rocketmq.tools.command.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.tools.command.line.Option.Need;

/**
 * Reads {@code -t v}, {@code -tv}, {@code --topic v}, {@code --topic=v} and bundled flags; other words are ignored.
 * Stateless. Source: mqadmin, section 1.4.
 */
public final class OptionParser {
    private OptionParser() {}

    /** @throws UsageException for an unknown option, a missing value, a missing option, or two exclusive ones */
    public static Arguments parse(OptionSet options, String... words) throws UsageException {
        List<String> tokens = split(options, words);
        Map<String, String> values = new HashMap<>();
        boolean onlyWords = false;
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            if (onlyWords || !token.startsWith("-") || token.equals("-")) {
                continue;
            }
            if (token.equals("--")) {
                onlyWords = true;
                continue;
            }
            Option option = options.find(token);
            if (option == null) {
                throw new UsageException("unknown option " + token);
            }
            String value = "";
            if (option.takesValue()) {
                at++;
                if (at == tokens.size() || isOption(options, tokens.get(at))) {
                    throw new UsageException("option -" + option.shortName() + " needs a value");
                }
                value = unquoted(tokens.get(at)).trim();
            }
            values.putIfAbsent(option.shortName(), value);
        }
        check(options, values);
        return new Arguments(values);
    }

    private static boolean isOption(OptionSet options, String token) {
        return token.startsWith("-") && options.find(token) != null;
    }

    /** One token per option name and per value. */
    private static List<String> split(OptionSet options, String... words) {
        List<String> tokens = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0 && options.find(word.substring(0, equals)) != null) {
                tokens.add(word.substring(0, equals));
                tokens.add(word.substring(equals + 1));
            } else if (word.startsWith("-")
                    && !word.startsWith("--")
                    && word.length() > 2
                    && options.find(word) == null) {
                burst(options, word, tokens);
            } else {
                tokens.add(word);
            }
        }
        return tokens;
    }

    /** {@code -ls} becomes two flags, {@code -tTopic} an option and its value. */
    private static void burst(OptionSet options, String word, List<String> tokens) {
        for (int at = 1; at < word.length(); at++) {
            Option option = options.find(word.substring(at, at + 1));
            if (option == null) {
                tokens.add(word);
                return;
            }
            tokens.add("-" + option.shortName());
            if (option.takesValue()) {
                if (at + 1 < word.length()) {
                    tokens.add(word.substring(at + 1));
                }
                return;
            }
        }
    }

    private static String unquoted(String value) {
        String bare = value.startsWith("\"") ? value.substring(1) : value;
        return bare.endsWith("\"") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static void check(OptionSet options, Map<String, String> values) throws UsageException {
        List<String> choice = new ArrayList<>();
        int chosen = 0;
        for (Option option : options.sorted()) {
            boolean given = values.containsKey(option.shortName());
            if (option.need() == Need.REQUIRED && !given) {
                throw new UsageException("option -" + option.shortName() + " is missing");
            }
            if (option.need() == Need.ONE_OF) {
                choice.add("-" + option.shortName());
                chosen += given ? 1 : 0;
            }
        }
        if (!choice.isEmpty() && chosen != 1) {
            throw new UsageException("give one of " + String.join(", ", choice) + (chosen == 0 ? "" : ", not both"));
        }
    }
}
