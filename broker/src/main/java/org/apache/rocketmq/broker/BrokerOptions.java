package org.apache.rocketmq.broker;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * The arguments of {@code mqbroker}. Words without a dash ({@code autoCreateTopicEnable=true}) are accepted and ignored. Source:
 * broker specification, command line.
 *
 * @param configFile null when not given
 * @param namesrvAddr null when not given
 */
record BrokerOptions(boolean help, boolean printAll, boolean printImportant, String configFile, String namesrvAddr) {
    static final String USAGE =
            """
            usage: mqbroker [-c <arg>] [-h] [-m] [-n <arg>] [-p]
             -c,--configFile <arg>       Broker config properties file
             -h,--help                   Print help
             -m,--printImportantConfig   Print important config item
             -n,--namesrvAddr <arg>      Name server address list, eg: '192.168.0.1:9876;192.168.0.2:9876'
             -p,--printConfigItem        Print all config item
            """;

    static BrokerOptions parse(String[] arguments) throws ParseException {
        var options = new Options()
                .addOption(new Option("c", "configFile", true, "Broker config properties file"))
                .addOption(new Option("h", "help", false, "Print help"))
                .addOption(new Option("m", "printImportantConfig", false, "Print important config item"))
                .addOption(new Option("n", "namesrvAddr", true, "Name server address list"))
                .addOption(new Option("p", "printConfigItem", false, "Print all config item"));
        CommandLine line = new DefaultParser().parse(options, arguments);
        return new BrokerOptions(
                line.hasOption('h'),
                line.hasOption('p'),
                line.hasOption('m'),
                line.getOptionValue('c'),
                line.getOptionValue('n'));
    }
}
