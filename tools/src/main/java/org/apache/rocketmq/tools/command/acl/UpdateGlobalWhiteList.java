package org.apache.rocketmq.tools.command.acl;

import java.util.Set;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.9. */
public final class UpdateGlobalWhiteList implements SubCommand {
    @Override
    public String name() {
        return "updateGlobalWhiteAddr";
    }

    @Override
    public String purpose() {
        return "Update global white address for acl Config File in broker";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .oneOf("b", "brokerAddr", "update global white address to which broker")
                .oneOf("c", "clusterName", "update global white address to which cluster")
                .required(
                        "g",
                        "globalWhiteRemoteAddresses",
                        "set globalWhiteRemoteAddress list,eg: 10.10.103.*,192.168.0.*")
                .optional(
                        "p",
                        "aclFileFullPath",
                        "update global white address of specified acl file,eg: /xxx/plain_test.yml");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        Set<String> addresses =
                arguments.has("b") ? Set.of(arguments.text("b")) : session.mastersAndSlaves(arguments.text("c"));
        for (String address : addresses) {
            session.admin().updateGlobalWhiteAddrConfig(address, arguments.text("g"), arguments.text("p"));
            session.print("update global white remote addresses to %s success.%n", address);
        }
    }
}
