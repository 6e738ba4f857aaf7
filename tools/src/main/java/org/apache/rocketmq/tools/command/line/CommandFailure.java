package org.apache.rocketmq.tools.command.line;

/** A command cannot do what it is asked to. The message says why and what to do, in one line. */
public class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        super(message);
    }
}
