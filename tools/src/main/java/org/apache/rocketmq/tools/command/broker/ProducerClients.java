package org.apache.rocketmq.tools.command.broker;

import java.util.TreeMap;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.3. */
public final class ProducerClients implements SubCommand {
    @Override
    public String name() {
        return "producer";
    }

    @Override
    public String purpose() {
        return "Query producer's instances, connection, status, etc.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().required("b", "broker", "broker address");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        var producers = session.admin().getAllProducerInfo(arguments.text("b")).getData();
        if (producers == null) {
            return;
        }
        new TreeMap<>(producers).forEach((group, clients) -> {
            if (clients.isEmpty()) {
                session.print("producer group (%s) instances are empty\n", group);
            }
            clients.forEach(client -> session.print("producer group (%s) instance : %s\n", group, client));
        });
    }
}
