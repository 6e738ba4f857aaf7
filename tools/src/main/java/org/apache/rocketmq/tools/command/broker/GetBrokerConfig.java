package org.apache.rocketmq.tools.command.broker;

import java.util.Properties;
import java.util.TreeMap;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.2. */
public final class GetBrokerConfig implements SubCommand {
    @Override
    public String name() {
        return "getBrokerConfig";
    }

    @Override
    public String purpose() {
        return "Get broker config by cluster or special broker!";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "brokerAddr", "get which broker")
                .optional("c", "clusterName", "get which cluster");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        if (arguments.has("b")) {
            print(session, "============" + arguments.text("b") + "============", arguments.text("b"));
        } else if (arguments.has("c")) {
            for (var group : session.slavesByMaster(arguments.text("c")).entrySet()) {
                String master = group.getKey();
                print(session, "============Master: " + master + "============", master);
                for (String slave : group.getValue()) {
                    print(session, "============My Master: " + master + "=====Slave: " + slave + "============", slave);
                }
            }
        } else {
            throw new CommandFailure("give -b host:port or -c cluster");
        }
    }

    private static void print(AdminSession session, String heading, String address) throws Exception {
        Properties config = session.admin().getBrokerConfig(address);
        session.print("%s\n", heading);
        new TreeMap<>(config).forEach((key, value) -> session.print("%-50s=  %s\n", key, value));
        session.print("%n");
    }
}
