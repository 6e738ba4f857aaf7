package org.apache.rocketmq.tools.command.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.protocol.route.QueueData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.1. */
public final class TopicRoute implements SubCommand {
    private static final String ROW = "%-45s %-32s %-50s %-10s %-11s %-5s%n";
    private static final int RULE_WIDTH = 158;

    @Override
    public String name() {
        return "topicRoute";
    }

    @Override
    public String purpose() {
        return "Examine topic route info";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .flag("l", "list", "Use list format to print data")
                .required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        TopicRouteData route = session.admin().examineTopicRouteInfo(arguments.text("t"));
        if (arguments.has("l")) {
            printTable(session, route);
        } else {
            session.print("%s%n", route.toJson(true));
        }
    }

    private static void printTable(AdminSession session, TopicRouteData route) {
        Map<String, QueueData> queues = new HashMap<>();
        route.getQueueDatas().forEach(queue -> queues.put(queue.getBrokerName(), queue));
        List<BrokerData> brokers = new ArrayList<>(route.getBrokerDatas());
        brokers.sort(null);
        session.print(ROW, "#ClusterName", "#BrokerName", "#BrokerAddrs", "#ReadQueue", "#WriteQueue", "#Perm");
        int reads = 0;
        int writes = 0;
        for (BrokerData broker : brokers) {
            QueueData queue = queues.getOrDefault(broker.getBrokerName(), new QueueData());
            reads += queue.getReadQueueNums();
            writes += queue.getWriteQueueNums();
            session.print(
                    ROW,
                    broker.getCluster(),
                    broker.getBrokerName(),
                    broker.getBrokerAddrs(),
                    queue.getReadQueueNums(),
                    queue.getWriteQueueNums(),
                    queue.getPerm());
        }
        session.print("%s%n", "-".repeat(RULE_WIDTH));
        session.print(ROW, "Total:", brokers.size(), "", reads, writes, "");
    }
}
