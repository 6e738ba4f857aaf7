package org.apache.rocketmq.tools.command.line;

/** One command of mqadmin. Made anew for every call; no state. */
public interface SubCommand {
    /** The name on the command line. */
    String name();

    /** What it does, one line. */
    String purpose();

    /** What it takes. */
    default OptionSet options() {
        return new OptionSet();
    }

    /** Does it; any exception ends the command with status 1 and one line on stderr. */
    void run(AdminSession session, Arguments arguments) throws Exception;
}
