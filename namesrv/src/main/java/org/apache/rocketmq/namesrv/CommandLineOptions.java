package org.apache.rocketmq.namesrv;

import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * The arguments of {@code mqnamesrv}. Words without a dash are accepted and ignored, as is {@code -n}.
 * Source: name server, command line.
 *
 * @param configFile null when not given
 */
record CommandLineOptions(boolean help, boolean print, String configFile) {
    static final String USAGE =
            """
            usage: mqnamesrv [-c <arg>] [-h] [-n <arg>] [-p]
             -c,--configFile <arg>    Name server config properties file
             -h,--help                Print help
             -n,--namesrvAddr <arg>   Name server address list, eg: '192.168.0.1:9876;192.168.0.2:9876'
             -p,--printConfigItem     Print all config items""";

    static CommandLineOptions parse(String[] arguments) throws ParseException {
        var line = new DefaultParser()
                .parse(
                        new Options()
                                .addOption(new Option("c", "configFile", true, "Name server config properties file"))
                                .addOption(new Option("h", "help", false, "Print help"))
                                .addOption(new Option("n", "namesrvAddr", true, "Name server address list"))
                                .addOption(new Option("p", "printConfigItem", false, "Print all config items")),
                        arguments);
        return new CommandLineOptions(line.hasOption('h'), line.hasOption('p'), line.getOptionValue('c'));
    }
}
