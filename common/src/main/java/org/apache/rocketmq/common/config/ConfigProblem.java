package org.apache.rocketmq.common.config;

/**
 * Something in a configuration file that its author should know.
 *
 * @param line first line of the entry, from 1
 */
public record ConfigProblem(Severity severity, String file, int line, String key, String message) {
    public enum Severity {
        /** Harmless: the file means what its author thinks, or an ignored key is explained. */
        NOTE,
        /** The file does not mean what it says; in strict mode the server does not start. */
        WARNING
    }

    public boolean isWarning() {
        return severity == Severity.WARNING;
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
