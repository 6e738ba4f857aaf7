package org.apache.rocketmq.tools.command.group;

import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.protocol.body.Connection;
import org.apache.rocketmq.common.protocol.body.ConsumerConnection;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.3. */
public final class ConsumerConnections implements SubCommand {
    @Override
    public String name() {
        return "consumerConnection";
    }

    @Override
    public String purpose() {
        return "Query consumer's socket connection, client version and subscription";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "brokerAddr", "broker address")
                .required("g", "consumerGroup", "consumer group name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        ConsumerConnection online = arguments.has("b")
                ? session.admin().examineConsumerConnectionInfo(arguments.text("g"), arguments.text("b"))
                : session.admin().examineConsumerConnectionInfo(arguments.text("g"));
        session.print("%-36s %-22s %-10s %s%n", "#ClientId", "#ClientAddr", "#Language", "#Version");
        for (Connection client : online.getConnectionSet()) {
            session.print(
                    "%-36s %-22s %-10s %s%n",
                    client.getClientId(),
                    client.getClientAddr(),
                    client.getLanguage(),
                    MQVersion.getVersionDesc(client.getVersion()));
        }
        session.print("%nBelow is subscription:\n");
        session.print("%-20s %s%n", "#Topic", "#SubExpression");
        online.getSubscriptionTable()
                .forEach((topic, subscription) -> session.print("%-20s %s%n", topic, subscription.getSubString()));
        session.print("\n");
        session.print("ConsumeType: %s%n", online.getConsumeType());
        session.print("MessageModel: %s%n", online.getMessageModel());
        session.print("ConsumeFromWhere: %s%n", online.getConsumeFromWhere());
    }
}
