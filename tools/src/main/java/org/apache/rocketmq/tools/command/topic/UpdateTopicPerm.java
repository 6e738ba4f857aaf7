package org.apache.rocketmq.tools.command.topic;

import java.util.List;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.protocol.route.QueueData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.UsageException;

/**
 * Source: mqadmin, section 4.1.
 *
 * <p>4.9 quirk: queue numbers and flags come from the first entry of the route, and the order flag is lost.
 */
public final class UpdateTopicPerm implements SubCommand {
    @Override
    public String name() {
        return "updateTopicPerm";
    }

    @Override
    public String purpose() {
        return "Update topic perm";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "brokerAddr", "create topic to which broker")
                .optional("c", "clusterName", "create topic to which cluster")
                .required("p", "perm", "set topic's permission(2|4|6), intro[2:W; 4:R; 6:RW]")
                .required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        if (!arguments.has("b") && !arguments.has("c")) {
            throw new UsageException("give -b or -c");
        }
        TopicRouteData route = session.admin().examineTopicRouteInfo(arguments.text("t"));
        List<QueueData> queues = route.getQueueDatas();
        if (queues.isEmpty()) {
            throw new CommandFailure("the route of topic " + arguments.text("t") + " is empty");
        }
        QueueData first = queues.get(0);
        TopicConfig topic = new TopicConfig(arguments.text("t"));
        topic.setWriteQueueNums(first.getWriteQueueNums());
        topic.setReadQueueNums(first.getReadQueueNums());
        topic.setTopicSysFlag(first.getTopicSysFlag());
        topic.setPerm(arguments.number("p"));
        if (arguments.has("b")) {
            onBroker(session, arguments.text("b"), topic, route);
        } else {
            for (String master : session.masters(arguments.text("c"))) {
                session.admin().createAndUpdateTopicConfig(master, topic);
                printChange(session, first.getPerm(), topic, master);
            }
        }
    }

    private static void onBroker(AdminSession session, String address, TopicConfig topic, TopicRouteData route)
            throws Exception {
        String name = null;
        for (BrokerData broker : route.getBrokerDatas()) {
            if (address.equals(broker.getBrokerAddrs().get(MixAll.MASTER_ID))) {
                name = broker.getBrokerName();
            }
        }
        if (name == null) {
            session.print("updateTopicPerm error broker not exit or broker is not master!.%n");
            throw new CommandFailure(address + " is not a master that serves topic " + topic.getTopicName());
        }
        int known = route.getQueueDatas().get(0).getPerm();
        for (QueueData queue : route.getQueueDatas()) {
            if (queue.getBrokerName().equals(name)) {
                known = queue.getPerm();
            }
        }
        if (known == topic.getPerm()) {
            session.print("new perm equals to the old one!%n");
            return;
        }
        session.admin().createAndUpdateTopicConfig(address, topic);
        printChange(session, known, topic, address);
        session.print("%s.%n", topic);
    }

    private static void printChange(AdminSession session, int known, TopicConfig topic, String address) {
        session.print("update topic perm from %s to %s in %s success.%n", known, topic.getPerm(), address);
    }
}
