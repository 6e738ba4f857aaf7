package org.apache.rocketmq.tools.command.group;

import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.TopicRemoval;
import org.apache.rocketmq.tools.command.line.UsageException;

/** Source: mqadmin, section 4.3. */
public final class DeleteGroup implements SubCommand {
    @Override
    public String name() {
        return "deleteSubGroup";
    }

    @Override
    public String purpose() {
        return "Delete subscription group from broker.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "brokerAddr", "delete subscription group from which broker")
                .optional("c", "clusterName", "delete subscription group from which cluster")
                .required("g", "groupName", "subscription group name")
                .optional("r", "removeOffset", "remove offset");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String group = arguments.text("g");
        boolean removeOffset = arguments.bool("r", false);
        if (arguments.has("b")) {
            String address = arguments.text("b");
            session.admin().deleteSubscriptionGroup(address, group, removeOffset);
            session.print("delete subscription group [%s] from broker [%s] success.%n", group, address);
        } else if (arguments.has("c")) {
            String cluster = arguments.text("c");
            for (String master : session.masters(cluster)) {
                session.admin().deleteSubscriptionGroup(master, group, removeOffset);
                session.print(
                        "delete subscription group [%s] from broker [%s] in cluster [%s] success.%n",
                        group, master, cluster);
            }
            TopicRemoval.remove(session, cluster, MixAll.getRetryTopic(group));
            TopicRemoval.remove(session, cluster, MixAll.getDLQTopic(group));
        } else {
            throw new UsageException("give -b or -c");
        }
    }
}
