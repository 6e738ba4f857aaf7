package org.apache.rocketmq.tools.command.group;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.admin.OffsetWrapper;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.Connection;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.Times;

/** Source: mqadmin, section 4.3. */
public final class ConsumerProgress implements SubCommand {
    private static final int NAME_WIDTH = 64;
    private static final int BROKER_WIDTH = 32;

    @Override
    public String name() {
        return "consumerProgress";
    }

    @Override
    public String purpose() {
        return "Query consumers's progress, speed";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("g", "groupName", "consumer group name")
                .optional("s", "showClientIP", "Show Client IP per Queue");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        if (arguments.has("g")) {
            printQueues(session, arguments.text("g"), arguments.bool("s", false));
        } else {
            new GroupSummaries(session).print();
        }
    }

    private static void printQueues(AdminSession session, String group, boolean withClients) throws Exception {
        ConsumeStats stats = session.admin().examineConsumeStats(group);
        Map<MessageQueue, String> clients = withClients ? clientsByQueue(session, group) : null;
        String clientHeading = withClients ? String.format("%-20s ", "#Client IP") : "";
        session.print(
                "%-64s  %-32s  %-4s  %-20s  %-20s  %s%-20s  %s%n",
                "#Topic",
                "#Broker Name",
                "#QID",
                "#Broker Offset",
                "#Consumer Offset",
                clientHeading,
                "#Diff",
                "#LastTime");
        long total = 0;
        for (var entry : new TreeMap<>(stats.getOffsetTable()).entrySet()) {
            MessageQueue queue = entry.getKey();
            OffsetWrapper offset = entry.getValue();
            long diff = offset.getBrokerOffset() - offset.getConsumerOffset();
            total += diff;
            session.print(
                    "%-64s  %-32s  %-4d  %-20d  %-20d  %s%-20d  %s%n",
                    UtilAll.frontStringAtLeast(queue.getTopic(), NAME_WIDTH),
                    UtilAll.frontStringAtLeast(queue.getBrokerName(), BROKER_WIDTH),
                    queue.getQueueId(),
                    offset.getBrokerOffset(),
                    offset.getConsumerOffset(),
                    clients == null ? "" : String.format("%-20s ", clients.getOrDefault(queue, "N/A")),
                    diff,
                    offset.getLastTimestamp() > 0 ? Times.toSeconds(offset.getLastTimestamp()) : "N/A");
        }
        session.print("%nConsume TPS: %.2f%n", stats.getConsumeTps());
        session.print("Diff Total: %d%n", total);
    }

    /** Which machine each queue is on; a member that does not answer is left out. */
    private static Map<MessageQueue, String> clientsByQueue(AdminSession session, String group) throws Exception {
        Map<MessageQueue, String> clients = new HashMap<>();
        try {
            for (Connection client :
                    session.admin().examineConsumerConnectionInfo(group).getConnectionSet()) {
                String id = client.getClientId();
                ConsumerRunningInfo info = session.admin().getConsumerRunningInfo(group, id, false);
                if (info != null) {
                    info.getMqTable().keySet().forEach(queue -> clients.put(queue, id.split("@")[0]));
                }
            }
        } catch (RemotingException | MQBrokerException | MQClientException e) {
            session.failed("members of " + group, e);
        }
        return clients;
    }
}
