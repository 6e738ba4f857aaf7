package org.apache.rocketmq.tools.command.group;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.protocol.body.ConsumerConnection;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.admin.request.TopicKinds;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.CommandFailure;

/** One row per consumer group that has a retry topic. What cannot be examined, as groups offline, stays empty. */
final class GroupSummaries {
    private static final int NAME_WIDTH = 64;

    private final AdminSession session;

    GroupSummaries(AdminSession session) {
        this.session = session;
    }

    void print() throws RemotingException, MQClientException, InterruptedException, CommandFailure {
        session.print(
                "%-64s  %-6s  %-24s %-5s  %-14s  %-7s  %s%n",
                "#Group", "#Count", "#Version", "#Type", "#Model", "#TPS", "#Diff Total");
        for (String topic : session.admin().fetchAllTopicList().getTopicList()) {
            if (TopicKinds.isRetry(topic)) {
                printRow(topic.substring(MixAll.RETRY_GROUP_TOPIC_PREFIX.length()));
            }
        }
    }

    private void printRow(String group) throws MQClientException, InterruptedException, CommandFailure {
        ConsumeStats stats = stats(group);
        ConsumerConnection online = online(group);
        boolean pushed = online != null && online.getConsumeType() == ConsumeType.CONSUME_PASSIVELY;
        session.print(
                "%-64s  %-6d  %-24s %-5s  %-14s  %-7d  %d%n",
                UtilAll.frontStringAtLeast(group, NAME_WIDTH),
                online == null ? 0 : online.getConnectionSet().size(),
                online == null ? "OFFLINE" : MQVersion.getVersionDesc(online.computeMinVersion()),
                online == null ? "" : pushed ? "PUSH" : "PULL",
                pushed ? online.getMessageModel() : "",
                (long) stats.getConsumeTps(),
                stats.computeTotalDiff());
    }

    private ConsumeStats stats(String group) throws InterruptedException, CommandFailure {
        try {
            return session.admin().examineConsumeStats(group);
        } catch (RemotingException | MQBrokerException | MQClientException e) {
            return new ConsumeStats();
        }
    }

    private ConsumerConnection online(String group) throws InterruptedException, CommandFailure {
        try {
            return session.admin().examineConsumerConnectionInfo(group);
        } catch (RemotingException | MQBrokerException | MQClientException e) {
            return null;
        }
    }
}
