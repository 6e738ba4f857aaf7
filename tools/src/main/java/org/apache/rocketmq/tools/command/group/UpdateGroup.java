package org.apache.rocketmq.tools.command.group;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.UsageException;

/** Source: mqadmin, section 4.3. */
public final class UpdateGroup implements SubCommand {
    @Override
    public String name() {
        return "updateSubGroup";
    }

    @Override
    public String purpose() {
        return "Update or create subscription group";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("a", "notifyConsumerIdsChanged", "notify consumerId changed")
                .optional("b", "brokerAddr", "create subscription group to which broker")
                .optional("c", "clusterName", "create subscription group to which cluster")
                .optional("d", "consumeBroadcastEnable", "broadcast")
                .required("g", "groupName", "consumer group name")
                .optional("i", "brokerId", "consumer from which broker id")
                .optional("m", "consumeFromMinEnable", "from min offset")
                .optional("q", "retryQueueNums", "retry queue nums")
                .optional("r", "retryMaxTimes", "retry max times")
                .optional("s", "consumeEnable", "consume enable")
                .optional("w", "whichBrokerWhenConsumeSlowly", "which broker id when consume slowly");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        SubscriptionGroupConfig group = group(arguments);
        if (arguments.has("b")) {
            session.admin().createAndUpdateSubscriptionGroupConfig(arguments.text("b"), group);
            session.print("create subscription group to %s success.%n", arguments.text("b"));
        } else if (arguments.has("c")) {
            for (String master : session.masters(arguments.text("c"))) {
                try {
                    session.admin().createAndUpdateSubscriptionGroupConfig(master, group);
                    session.print("create subscription group to %s success.%n", master);
                } catch (RemotingException | MQClientException | MQBrokerException e) {
                    session.failed("broker " + master, e);
                }
            }
        } else {
            throw new UsageException("give -b or -c");
        }
        session.print("%s%n", group);
    }

    /** 4.9 quirk: starting from the lowest offset and broadcasting are off here, but on in groups created on their own. */
    private static SubscriptionGroupConfig group(Arguments arguments) throws CommandFailure {
        SubscriptionGroupConfig group = new SubscriptionGroupConfig();
        group.setGroupName(arguments.text("g"));
        group.setConsumeEnable(arguments.bool("s", true));
        group.setConsumeFromMinEnable(arguments.bool("m", false));
        group.setConsumeBroadcastEnable(arguments.bool("d", false));
        group.setRetryQueueNums(arguments.number("q", group.getRetryQueueNums()));
        group.setRetryMaxTimes(arguments.number("r", group.getRetryMaxTimes()));
        group.setBrokerId(arguments.longNumber("i", group.getBrokerId()));
        group.setWhichBrokerWhenConsumeSlowly(arguments.longNumber("w", group.getWhichBrokerWhenConsumeSlowly()));
        group.setNotifyConsumerIdsChangedEnable(arguments.bool("a", true));
        return group;
    }
}
