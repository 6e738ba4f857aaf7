package org.apache.rocketmq.tools.command.group;

import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.Clusters;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.3. */
public final class GetConsumerConfig implements SubCommand {
    private static final String RULE = "=".repeat(29);

    @Override
    public String name() {
        return "getConsumerConfig";
    }

    @Override
    public String purpose() {
        return "Get consumer config by subscription group name!";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().required("g", "groupName", "subscription group name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String group = arguments.text("g");
        ClusterInfo clusters = session.admin().examineBrokerClusterInfo();
        for (var cluster : clusters.getClusterAddrTable().entrySet()) {
            for (BrokerData broker : Clusters.brokers(clusters, cluster.getKey())) {
                SubscriptionGroupConfig config =
                        session.admin().examineSubscriptionGroupConfig(broker.selectBrokerAddr(), group);
                if (config != null) {
                    String place = cluster.getKey() + ":" + broker.getBrokerName();
                    session.print("%s%s%s\n", RULE, place, RULE);
                    print(session, config);
                }
            }
        }
    }

    private static void print(AdminSession session, SubscriptionGroupConfig config) {
        line(session, "groupName", config.getGroupName());
        line(session, "consumeEnable", config.isConsumeEnable());
        line(session, "consumeFromMinEnable", config.isConsumeFromMinEnable());
        line(session, "consumeBroadcastEnable", config.isConsumeBroadcastEnable());
        line(session, "retryQueueNums", config.getRetryQueueNums());
        line(session, "retryMaxTimes", config.getRetryMaxTimes());
        line(session, "brokerId", config.getBrokerId());
        line(session, "whichBrokerWhenConsumeSlowly", config.getWhichBrokerWhenConsumeSlowly());
        line(session, "notifyConsumerIdsChangedEnable", config.isNotifyConsumerIdsChangedEnable());
    }

    private static void line(AdminSession session, String key, Object value) {
        session.print("%-40s=  %s\n", key, value);
    }
}
