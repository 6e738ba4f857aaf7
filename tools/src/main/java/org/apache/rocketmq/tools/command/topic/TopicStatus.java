package org.apache.rocketmq.tools.command.topic;

import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.admin.TopicOffset;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.Times;

/** Source: mqadmin, section 4.1. */
public final class TopicStatus implements SubCommand {
    private static final int BROKER_WIDTH = 32;

    @Override
    public String name() {
        return "topicStatus";
    }

    @Override
    public String purpose() {
        return "Examine topic Status info";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        Map<MessageQueue, TopicOffset> offsets = new TreeMap<>(
                session.admin().examineTopicStats(arguments.text("t")).getOffsetTable());
        session.print(
                "%-32s  %-4s  %-20s  %-20s    %s%n",
                "#Broker Name", "#QID", "#Min Offset", "#Max Offset", "#Last Updated");
        offsets.forEach((queue, offset) -> session.print(
                "%-32s  %-4d  %-20d  %-20d    %s%n",
                UtilAll.frontStringAtLeast(queue.getBrokerName(), BROKER_WIDTH),
                queue.getQueueId(),
                offset.getMinOffset(),
                offset.getMaxOffset(),
                offset.getLastUpdateTimestamp() > 0 ? Times.withMillis(offset.getLastUpdateTimestamp()) : ""));
    }
}
