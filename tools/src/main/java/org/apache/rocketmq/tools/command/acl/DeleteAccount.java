package org.apache.rocketmq.tools.command.acl;

import java.util.Set;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.9. */
public final class DeleteAccount implements SubCommand {
    @Override
    public String name() {
        return "deleteAclConfig";
    }

    @Override
    public String purpose() {
        return "Delete Acl Config Account in broker.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("a", "accessKey", "set accessKey in acl config file for deleting which account")
                .oneOf("b", "brokerAddr", "delete acl config account from which broker")
                .oneOf("c", "clusterName", "delete acl config account from which cluster");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String accessKey = arguments.text("a");
        Set<String> addresses =
                arguments.has("b") ? Set.of(arguments.text("b")) : session.mastersAndSlaves(arguments.text("c"));
        for (String address : addresses) {
            session.admin().deletePlainAccessConfig(address, accessKey);
            session.print("delete plain access config account from %s success.%n", address);
        }
        session.print("account's accesskey is:%s%n", accessKey);
    }
}
