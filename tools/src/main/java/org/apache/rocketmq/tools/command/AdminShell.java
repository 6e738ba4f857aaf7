package org.apache.rocketmq.tools.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.NameServerChoice;
import org.apache.rocketmq.tools.command.line.OptionParser;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.Usage;
import org.apache.rocketmq.tools.command.line.UsageException;

/** Finds the command that is called, runs it and turns its end into an exit status. Source: mqadmin, section 1. */
public final class AdminShell {
    private static final int OK = 0;
    private static final int FAILED = 1;

    private final PrintStream out;
    private final PrintStream err;
    private final Path home;
    private final String nameServers;

    /**
     * @param home folder of the installation, or null
     * @param nameServers used without option {@code -n}; null when not configured
     */
    public AdminShell(PrintStream out, PrintStream err, Path home, String nameServers) {
        this.out = out;
        this.err = err;
        this.home = home;
        this.nameServers = nameServers;
    }

    /** Runs one command line; returns 0, or 1 after a failure, which is told in one line on {@code err}. */
    public int run(String... words) {
        try {
            if (words.length == 0) {
                return list();
            }
            boolean help = words[0].equalsIgnoreCase("help");
            if (help && words.length == 2) {
                return usage(words[1]);
            }
            if (help || words[0].equals("-h") || words[0].equals("--help")) {
                return list();
            }
            SubCommand command = CommandTable.find(words[0]);
            return command == null ? unknown(words[0]) : run(command, Arrays.copyOfRange(words, 1, words.length));
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int list() {
        out.printf("The most commonly used mqadmin commands are:%n");
        for (String name : CommandTable.NAMES) {
            out.printf(
                    Locale.ROOT, "   %-20s %s%n", name, CommandTable.find(name).purpose());
        }
        out.printf("%nSee 'mqadmin help <command>' for more information on a specific command.%n");
        return OK;
    }

    private int usage(String name) {
        SubCommand command = CommandTable.find(name);
        if (command == null) {
            return unknown(name);
        }
        out.print(Usage.of(command));
        return OK;
    }

    private int unknown(String name) {
        out.printf("The sub command %s not exist.%n", name);
        out.flush();
        err.println("mqadmin: there is no command " + name + "; mqadmin without words lists them");
        return FAILED;
    }

    private int run(SubCommand command, String... words) {
        try {
            Arguments arguments = OptionParser.parse(command.options(), words);
            if (arguments.has("h")) {
                out.print(Usage.of(command));
                return OK;
            }
            return run(command, arguments);
        } catch (UsageException e) {
            out.print(Usage.of(command));
            out.flush();
            err.println("mqadmin " + command.name() + ": " + e.getMessage());
            return FAILED;
        } catch (CommandFailure e) {
            err.println("mqadmin " + command.name() + ": " + e.getMessage());
            return FAILED;
        }
    }

    private int run(SubCommand command, Arguments arguments) throws CommandFailure, UsageException {
        NameServerChoice choice = NameServerChoice.of(arguments, nameServers);
        String instanceName = Long.toString(System.currentTimeMillis());
        try (AdminSession session = new AdminSession(command.name(), out, err, choice, home, instanceName)) {
            try {
                command.run(session, arguments);
            } catch (UsageException e) {
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                session.failed(e);
            } catch (Exception e) {
                session.failed(e);
            }
            return session.hasFailed() ? FAILED : OK;
        }
    }
}
