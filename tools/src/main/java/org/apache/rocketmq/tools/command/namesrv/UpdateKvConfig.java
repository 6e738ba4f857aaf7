package org.apache.rocketmq.tools.command.namesrv;

import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.5. */
public final class UpdateKvConfig implements SubCommand {
    @Override
    public String name() {
        return "updateKvConfig";
    }

    @Override
    public String purpose() {
        return "Create or update KV config.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("k", "key", "set the key name")
                .required("s", "namespace", "set the namespace")
                .required("v", "value", "set the key value");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        session.admin().createAndUpdateKvConfig(arguments.text("s"), arguments.text("k"), arguments.text("v"));
        session.print("create or update kv config to namespace success.%n");
    }
}
