package org.apache.rocketmq.tools.command.topic;

import java.util.Set;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.admin.request.TopicKinds;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.1. */
public final class TopicListing implements SubCommand {
    private static final int CLUSTER_WIDTH = 20;
    private static final int NAME_WIDTH = 64;

    @Override
    public String name() {
        return "topicList";
    }

    @Override
    public String purpose() {
        return "Fetch all topic list from name server";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().flag("c", "clusterModel", "clusterModel");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        Set<String> topics = session.admin().fetchAllTopicList().getTopicList();
        if (!arguments.has("c")) {
            topics.forEach(topic -> session.print("%s%n", topic));
            return;
        }
        ClusterInfo clusters = session.admin().examineBrokerClusterInfo();
        // 4.9 quirk: the heading is narrower than the rows.
        session.print("%-20s  %-48s  %-48s%n", "#Cluster Name", "#Topic", "#Consumer Group");
        for (String topic : topics) {
            if (!TopicKinds.isRetryOrDeadLetter(topic)) {
                printWithGroups(session, clusters, topic);
            }
        }
    }

    private static void printWithGroups(AdminSession session, ClusterInfo clusters, String topic)
            throws MQClientException, CommandFailure, InterruptedException {
        String cluster = "";
        Set<String> groups = Set.of();
        try {
            cluster = clusterOf(session, clusters, topic);
            groups = session.admin().queryTopicConsumeByWho(topic).getGroupList();
        } catch (RemotingException | MQBrokerException | MQClientException e) {
            session.failed(topic, e);
        }
        for (String group : groups.isEmpty() ? Set.of("") : groups) {
            session.print(
                    "%-20s  %-64s  %-64s%n",
                    UtilAll.frontStringAtLeast(cluster, CLUSTER_WIDTH),
                    UtilAll.frontStringAtLeast(topic, NAME_WIDTH),
                    UtilAll.frontStringAtLeast(group, NAME_WIDTH));
        }
    }

    private static String clusterOf(AdminSession session, ClusterInfo clusters, String topic)
            throws RemotingException, MQClientException, InterruptedException, CommandFailure {
        var brokers = session.admin().examineTopicRouteInfo(topic).getBrokerDatas();
        if (!brokers.isEmpty()) {
            for (var cluster : clusters.getClusterAddrTable().entrySet()) {
                if (cluster.getValue().contains(brokers.get(0).getBrokerName())) {
                    return cluster.getKey();
                }
            }
        }
        return "";
    }
}
