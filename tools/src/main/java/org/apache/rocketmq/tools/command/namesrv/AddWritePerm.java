package org.apache.rocketmq.tools.command.namesrv;

import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.4. */
public final class AddWritePerm implements SubCommand {
    @Override
    public String name() {
        return "addWritePerm";
    }

    @Override
    public String purpose() {
        return "Add write perm of broker in all name server";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().required("b", "brokerName", "broker name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String broker = arguments.text("b");
        for (String server : session.nameServers()) {
            try {
                int changed = session.admin().addWritePermOfBroker(server, broker);
                session.print("add write perm of broker[%s] in name server[%s] OK, %d%n", broker, server, changed);
            } catch (RemotingException | MQClientException e) {
                session.print("add write perm of broker[%s] in name server[%s] Failed%n", broker, server);
                session.failed("name server " + server, e);
            }
        }
    }
}
