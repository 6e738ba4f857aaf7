package org.apache.rocketmq.tools.command.line;

import java.util.List;
import org.apache.rocketmq.tools.command.line.Option.Need;

/** Lays out the usage of a command, 110 columns wide. Stateless. Source: mqadmin, section 1.4. */
public final class Usage {
    private static final int WIDTH = 110;
    private static final String HEAD = "usage: ";
    private static final int GAP = 3;

    private Usage() {}

    /** All lines, each with its line end. */
    public static String of(SubCommand command) {
        List<Option> options = command.options().sorted();
        StringBuilder text = new StringBuilder();
        wrap(text, HEAD + "mqadmin " + command.name() + " " + synopsis(options), HEAD.length());
        int widest = 0;
        for (Option option : options) {
            widest = Math.max(widest, names(option).length());
        }
        for (Option option : options) {
            String names = names(option);
            String line = names + " ".repeat(widest - names.length() + GAP) + option.meaning();
            wrap(text, line, widest + GAP);
        }
        return text.toString();
    }

    private static String synopsis(List<Option> options) {
        StringBuilder text = new StringBuilder();
        boolean choiceDone = false;
        for (Option option : options) {
            if (option.need() != Need.ONE_OF) {
                text.append(option.need() == Need.REQUIRED ? call(option) : "[" + call(option) + "]")
                        .append(' ');
            } else if (!choiceDone) {
                choiceDone = true;
                text.append(choice(options)).append("  ");
            }
        }
        return text.toString();
    }

    private static String choice(List<Option> options) {
        StringBuilder text = new StringBuilder();
        for (Option option : options) {
            if (option.need() == Need.ONE_OF) {
                text.append(text.isEmpty() ? "" : " | ").append(call(option));
            }
        }
        return text.toString();
    }

    private static String call(Option option) {
        return "-" + option.shortName() + (option.takesValue() ? " <arg>" : "");
    }

    private static String names(Option option) {
        return " -" + option.shortName() + ",--" + option.longName() + (option.takesValue() ? " <arg>" : "");
    }

    private static void wrap(StringBuilder text, String line, int indent) {
        String rest = line.stripTrailing();
        while (rest.length() > WIDTH) {
            int end = rest.lastIndexOf(' ', WIDTH);
            if (end < indent) {
                end = WIDTH;
            }
            text.append(rest.substring(0, end).stripTrailing()).append(System.lineSeparator());
            rest = " ".repeat(indent) + rest.substring(end).strip();
        }
        text.append(rest).append(System.lineSeparator());
    }
}
