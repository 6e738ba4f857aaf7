package org.apache.rocketmq.tools.command.namesrv;

import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.5. */
public final class DeleteKvConfig implements SubCommand {
    @Override
    public String name() {
        return "deleteKvConfig";
    }

    @Override
    public String purpose() {
        return "Delete KV config.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().required("k", "key", "set the key name").required("s", "namespace", "set the namespace");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        session.admin().deleteKvConfig(arguments.text("s"), arguments.text("k"));
        session.print("delete kv config from namespace success.%n");
    }
}
