package org.apache.rocketmq.example.operation;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.help.HelpFormatter;

/** The command line of the programs of this package. */
final class Usage {

    private Usage() {}

    /** Prints the usage and ends the program if help was asked for (status 0) or the options are wrong (status 1). */
    static CommandLine parse(String program, Options options, String[] args) {
        options.addOption("h", "help", false, "Print help");
        for (String arg : args) {
            if (arg.equals("-h") || arg.equals("--help")) {
                print(program, options);
                System.exit(0);
            }
        }
        try {
            return new DefaultParser().parse(options, args);
        } catch (ParseException e) {
            System.err.println(e.getMessage());
            print(program, options);
            System.exit(1);
            throw new AssertionError(e);
        }
    }

    private static void print(String program, Options options) {
        try {
            HelpFormatter.builder().setShowSince(false).get().printHelp(program, null, options, null, true);
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
