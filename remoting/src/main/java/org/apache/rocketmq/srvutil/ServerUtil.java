package org.apache.rocketmq.srvutil;

import java.util.Properties;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.CommandLineParser;
import org.apache.commons.cli.HelpFormatter;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** Command line options that all server and admin commands have in common. Stateless. */
public class ServerUtil {
    private static final int USAGE_COLUMNS = 110;

    public static Options buildCommandlineOptions(Options options) {
        options.addOption(new Option("h", "help", false, "Print help"));
        options.addOption(new Option(
                "n", "namesrvAddr", true, "Name server address list, eg: '192.168.0.1:9876;192.168.0.2:9876'"));
        return options;
    }

    /** Parses the arguments. Ends the process after printing the usage: status 0 for {@code -h}, 1 for a bad option. */
    public static CommandLine parseCmdLine(String appName, String[] args, Options options, CommandLineParser parser) {
        try {
            var commandLine = parser.parse(options, args);
            if (commandLine.hasOption('h')) {
                printCommandLineHelp(appName, options);
                System.exit(0);
            }
            return commandLine;
        } catch (ParseException e) {
            System.err.println(e.getMessage());
            printCommandLineHelp(appName, options);
            System.exit(1);
            return null;
        }
    }

    // The successor of this formatter prints another layout than scripts know.
    @SuppressWarnings("deprecation")
    public static void printCommandLineHelp(String appName, Options options) {
        var formatter = new HelpFormatter();
        formatter.setWidth(USAGE_COLUMNS);
        formatter.printHelp(appName, options, true);
    }

    /** The options that were given with a value, by their long names. */
    public static Properties commandLine2Properties(CommandLine commandLine) {
        var properties = new Properties();
        for (var option : commandLine.getOptions()) {
            var value = commandLine.getOptionValue(option.getLongOpt());
            if (value != null) {
                properties.setProperty(option.getLongOpt(), value);
            }
        }
        return properties;
    }
}
