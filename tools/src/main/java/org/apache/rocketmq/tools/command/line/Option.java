package org.apache.rocketmq.tools.command.line;

/**
 * One option of a command.
 *
 * @param need whether it must be given
 * @param meaning the text of the usage
 */
public record Option(String shortName, String longName, boolean takesValue, Need need, String meaning) {
    public enum Need {
        OPTIONAL,
        REQUIRED,
        /** Exactly one of all options of the command with this need must be given. */
        ONE_OF
    }
}
