package org.apache.rocketmq.tools.command.namesrv;

import java.util.List;
import java.util.Properties;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.5. */
public final class UpdateNameServerConfig implements SubCommand {
    @Override
    public String name() {
        return "updateNamesrvConfig";
    }

    @Override
    public String purpose() {
        return "Update configs of name server.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().required("k", "key", "config key").required("v", "value", "config value");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        Properties change = new Properties();
        change.put(arguments.text("k"), arguments.text("v"));
        List<String> given = arguments.has("n") ? List.of(arguments.text("n").split(";")) : null;
        session.admin().updateNameServerConfig(change, given);
        session.print(
                "update name server config success!%s\n%s : %s\n",
                given == null ? "" : given, arguments.text("k"), arguments.text("v"));
    }
}
