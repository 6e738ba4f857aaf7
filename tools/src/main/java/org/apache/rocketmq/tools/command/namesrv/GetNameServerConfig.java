package org.apache.rocketmq.tools.command.namesrv;

import java.util.TreeMap;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.5. */
public final class GetNameServerConfig implements SubCommand {
    @Override
    public String name() {
        return "getNamesrvConfig";
    }

    @Override
    public String purpose() {
        return "Get configs of name server.";
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        for (var server :
                session.admin().getNameServerConfig(session.nameServers()).entrySet()) {
            session.print("============%s============\n", server.getKey());
            new TreeMap<>(server.getValue()).forEach((key, value) -> session.print("%-50s=  %s\n", key, value));
        }
    }
}
