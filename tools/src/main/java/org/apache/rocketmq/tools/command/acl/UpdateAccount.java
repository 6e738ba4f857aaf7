package org.apache.rocketmq.tools.command.acl;

import java.util.List;
import java.util.Set;
import org.apache.rocketmq.common.PlainAccessConfig;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.9. The secret is not printed. */
public final class UpdateAccount implements SubCommand {
    @Override
    public String name() {
        return "updateAclConfig";
    }

    @Override
    public String purpose() {
        return "Update acl config yaml file in broker";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("a", "accessKey", "set accessKey in acl config file")
                .oneOf("b", "brokerAddr", "update acl config file to which broker")
                .oneOf("c", "clusterName", "update acl config file to which cluster")
                .optional("g", "groupPerms", "set groupPerms list, eg: groupA=DENY,groupD=SUB")
                .optional("i", "defaultTopicPerm", "set default topicPerm in acl config file")
                .optional("m", "admin", "set admin flag in acl config file")
                .required("s", "secretKey", "set secretKey in acl config file")
                .optional("t", "topicPerms", "set topicPerms list, eg: topicA=DENY,topicD=SUB")
                .optional("u", "defaultGroupPerm", "set default GroupPerm in acl config file")
                .optional("w", "whiteRemoteAddress", "set white ip Address for account in acl config file");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        PlainAccessConfig account = new PlainAccessConfig();
        account.setAccessKey(arguments.text("a"));
        account.setSecretKey(arguments.text("s"));
        account.setAdmin(arguments.bool("m", false));
        account.setDefaultTopicPerm(arguments.text("i"));
        account.setDefaultGroupPerm(arguments.text("u"));
        account.setWhiteRemoteAddress(arguments.text("w"));
        account.setTopicPerms(list(arguments.text("t")));
        account.setGroupPerms(list(arguments.text("g")));
        Set<String> addresses =
                arguments.has("b") ? Set.of(arguments.text("b")) : session.mastersAndSlaves(arguments.text("c"));
        for (String address : addresses) {
            session.admin().createAndUpdatePlainAccessConfig(address, account);
            session.print("create or update plain access config to %s success.%n", address);
        }
    }

    private static List<String> list(String permissions) {
        return permissions == null ? null : List.of(permissions.split(","));
    }
}
