package org.apache.rocketmq.tools.command.group;

import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.protocol.body.Connection;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.3. */
public final class ProducerConnections implements SubCommand {
    @Override
    public String name() {
        return "producerConnection";
    }

    @Override
    public String purpose() {
        return "Query producer's socket connection and client version";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("g", "producerGroup", "producer group name")
                .required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        int row = 1;
        for (Connection client : session.admin()
                .examineProducerConnectionInfo(arguments.text("g"), arguments.text("t"))
                .getConnectionSet()) {
            session.print(
                    "%04d  %-32s %-22s %-8s %s%n",
                    row++,
                    client.getClientId(),
                    client.getClientAddr(),
                    client.getLanguage(),
                    MQVersion.getVersionDesc(client.getVersion()));
        }
    }
}
