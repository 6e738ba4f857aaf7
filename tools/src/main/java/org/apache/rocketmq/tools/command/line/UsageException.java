package org.apache.rocketmq.tools.command.line;

/** The words of a command line do not make a valid call of its command. The message says why. */
public class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
