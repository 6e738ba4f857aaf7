package org.apache.rocketmq.tools.command.broker;

import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.2. */
public final class BrokerStatus implements SubCommand {
    @Override
    public String name() {
        return "brokerStatus";
    }

    @Override
    public String purpose() {
        return "Fetch broker runtime status data";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "brokerAddr", "Broker address")
                .optional("c", "clusterName", "which cluster");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        if (arguments.has("b")) {
            for (var figure : figures(session, arguments.text("b")).entrySet()) {
                session.print("%-32s: %s%n", figure.getKey(), figure.getValue());
            }
        } else if (arguments.has("c")) {
            for (String address : session.mastersAndSlaves(arguments.text("c"))) {
                printWithAddress(session, address);
            }
        } else {
            throw new CommandFailure("give -b host:port or -c cluster");
        }
    }

    private static Map<String, String> figures(AdminSession session, String address) throws Exception {
        return new TreeMap<>(session.admin().fetchBrokerRuntimeStats(address).getTable());
    }

    private static void printWithAddress(AdminSession session, String address) throws Exception {
        try {
            for (var figure : figures(session, address).entrySet()) {
                session.print("%-24s %-32s: %s%n", address, figure.getKey(), figure.getValue());
            }
        } catch (RemotingException | MQBrokerException e) {
            session.failed("broker " + address, e);
        }
    }
}
