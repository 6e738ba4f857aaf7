package org.apache.rocketmq.tools.command.broker;

import java.util.Properties;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.UsageException;

/** Source: mqadmin, section 4.2. */
public final class UpdateBrokerConfig implements SubCommand {
    @Override
    public String name() {
        return "updateBrokerConfig";
    }

    @Override
    public String purpose() {
        return "Update broker's config";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "brokerAddr", "update which broker")
                .optional("c", "clusterName", "update which cluster")
                .required("k", "key", "config key")
                .required("v", "value", "config value");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        Properties change = new Properties();
        change.put(arguments.text("k"), arguments.text("v"));
        if (arguments.has("b")) {
            session.admin().updateBrokerConfig(arguments.text("b"), change);
            session.print("update broker config success, %s\n", arguments.text("b"));
        } else if (arguments.has("c")) {
            for (String master : session.masters(arguments.text("c"))) {
                try {
                    session.admin().updateBrokerConfig(master, change);
                    session.print("update broker config success, %s\n", master);
                } catch (RemotingException | MQBrokerException e) {
                    session.failed("broker " + master, e);
                }
            }
        } else {
            throw new UsageException("give -b or -c");
        }
    }
}
