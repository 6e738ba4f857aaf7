package org.apache.rocketmq.example.benchmark;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.rocketmq.acl.common.AclClientRPCHook;
import org.apache.rocketmq.acl.common.SessionCredentials;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.SerializeType;

/** The command line of a load program. Confined to the main thread. */
final class CommandOptions {

    private final String program;
    private final Options options = new Options();
    private CommandLine line;

    CommandOptions(String program) {
        this.program = program;
        options.addOption("h", "help", false, "Print help");
        options.addOption("n", "namesrvAddr", true, "Name server address list, eg: 192.168.0.1:9876;192.168.0.2:9876");
    }

    CommandOptions with(String name, String longName, String text) {
        options.addOption(name, longName, true, text);
        return this;
    }

    /** Prints the usage and ends the program if help was asked for (status 0) or an option is wrong (status 1). */
    CommandOptions parse(String[] args) {
        try {
            line = new DefaultParser().parse(options, args);
        } catch (ParseException e) {
            System.err.println(e.getMessage());
            printUsage();
            System.exit(1);
        }
        if (line.hasOption('h')) {
            printUsage();
            System.exit(0);
        }
        return this;
    }

    boolean has(String name) {
        return line.hasOption(name);
    }

    String text(String name, String otherwise) {
        return line.getOptionValue(name, otherwise).trim();
    }

    int number(String name, int otherwise) {
        return (int) longNumber(name, otherwise);
    }

    long longNumber(String name, long otherwise) {
        String value = line.getOptionValue(name);
        return value == null ? otherwise : Long.parseLong(value.trim());
    }

    double rate(String name) {
        return Double.parseDouble(text(name, "0.0"));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name, "false"));
    }

    /** What signs the requests, or null without {@code -a true}. */
    RPCHook account(String keyOption, String secretOption, String secret) {
        if (!flag("a")) {
            return null;
        }
        return new AclClientRPCHook(new SessionCredentials(text(keyOption, "rocketmq2"), text(secretOption, secret)));
    }

    /** Name servers and an instance name of its own, so that programs in one JVM share no connection. */
    void configure(ClientConfig client) {
        client.setInstanceName(Long.toString(System.currentTimeMillis()));
        if (line.hasOption('n')) {
            client.setNamesrvAddr(text("n", null));
        }
    }

    /** Requests of this JVM carry binary headers; must run before the first of them. */
    static void useBinaryHeaders() {
        System.setProperty(RemotingCommand.SERIALIZE_TYPE_PROPERTY, SerializeType.ROCKETMQ.name());
    }

    private void printUsage() {
        try {
            HelpFormatter.builder().setShowSince(false).get().printHelp(program, null, options, null, true);
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
