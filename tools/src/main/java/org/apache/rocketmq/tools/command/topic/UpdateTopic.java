package org.apache.rocketmq.tools.command.topic;

import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.common.sysflag.TopicSysFlag;
import org.apache.rocketmq.tools.admin.MQAdminExt;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.Clusters;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.1. */
public final class UpdateTopic implements SubCommand {
    private static final int DEFAULT_QUEUES = 8;

    @Override
    public String name() {
        return "updateTopic";
    }

    @Override
    public String purpose() {
        return "Update or create topic";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .oneOf("b", "brokerAddr", "create topic to which broker")
                .oneOf("c", "clusterName", "create topic to which cluster")
                .optional("o", "order", "set topic's order(true|false)")
                .optional("p", "perm", "set topic's permission(2|4|6), intro[2:W 4:R; 6:RW]")
                .optional("r", "readQueueNums", "set read queue nums")
                .optional("s", "hasUnitSub", "has unit sub (true|false)")
                .required("t", "topic", "topic name")
                .optional("u", "unit", "is unit topic (true|false)")
                .optional("w", "writeQueueNums", "set write queue nums");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        TopicConfig topic = new TopicConfig(arguments.text("t"));
        topic.setReadQueueNums(arguments.number("r", DEFAULT_QUEUES));
        topic.setWriteQueueNums(arguments.number("w", DEFAULT_QUEUES));
        topic.setPerm(arguments.number("p", topic.getPerm()));
        topic.setOrder(arguments.bool("o", false));
        topic.setTopicSysFlag(TopicSysFlag.buildSysFlag(arguments.bool("u", false), arguments.bool("s", false)));
        if (arguments.has("b")) {
            onBroker(session, arguments.text("b"), topic);
        } else {
            onCluster(session, arguments.text("c"), topic);
        }
        session.print("%s%n", topic);
    }

    private static void onBroker(AdminSession session, String address, TopicConfig topic) throws Exception {
        MQAdminExt admin = session.admin();
        admin.createAndUpdateTopicConfig(address, topic);
        if (topic.isOrder()) {
            String broker = Clusters.brokerName(admin.examineBrokerClusterInfo(), address);
            if (broker == null) {
                throw new CommandFailure("the topic is created, but not its order entry: no broker is registered with"
                        + " the address " + address);
            }
            String order = broker + ":" + topic.getWriteQueueNums();
            admin.createOrUpdateOrderConf(topic.getTopicName(), order, false);
            session.print("set broker orderConf. isOrder=true, orderConf=[%s]", order);
        }
        session.print("create topic to %s success.%n", address);
    }

    private static void onCluster(AdminSession session, String cluster, TopicConfig topic) throws Exception {
        MQAdminExt admin = session.admin();
        for (String address : session.masters(cluster)) {
            admin.createAndUpdateTopicConfig(address, topic);
            session.print("create topic to %s success.%n", address);
        }
        if (topic.isOrder()) {
            String order = orderOf(admin.examineBrokerClusterInfo(), cluster, topic.getWriteQueueNums());
            admin.createOrUpdateOrderConf(topic.getTopicName(), order, true);
            session.print("set cluster orderConf. isOrder=%s, orderConf=[%s]", true, order);
        }
    }

    private static String orderOf(ClusterInfo clusters, String cluster, int queues) {
        Set<String> brokers = new TreeSet<>(clusters.getClusterAddrTable().get(cluster));
        StringJoiner order = new StringJoiner(";");
        brokers.forEach(broker -> order.add(broker + ":" + queues));
        return order.toString();
    }
}
