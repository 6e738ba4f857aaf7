package org.apache.rocketmq.tools.command.broker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.common.protocol.body.ConsumeStatsList;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.Times;

/** Source: mqadmin, section 4.2. */
public final class BrokerConsumeStats implements SubCommand {
    private static final long DEFAULT_TIMEOUT_MILLIS = 50_000;
    private static final int NAME_WIDTH = 64;
    private static final int BROKER_WIDTH = 32;

    @Override
    public String name() {
        return "brokerConsumeStats";
    }

    @Override
    public String purpose() {
        return "Fetch broker consume stats data";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("b", "brokerAddr", "Broker address")
                .optional("l", "level", "threshold of print diff")
                .optional("o", "order", "order topic")
                .optional("t", "timeoutMillis", "request timeout Millis");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        long level = arguments.longNumber("l", 0);
        ConsumeStatsList all = session.admin()
                .fetchConsumeStatsInBroker(
                        arguments.text("b"),
                        arguments.bool("o", false),
                        arguments.longNumber("t", DEFAULT_TIMEOUT_MILLIS));
        session.print(
                "%-64s  %-64s  %-32s  %-4s  %-20s  %-20s  %-20s  %s%n",
                "#Topic", "#Group", "#Broker Name", "#QID", "#Broker Offset", "#Consumer Offset", "#Diff", "#LastTime");
        for (Map<String, List<ConsumeStats>> byGroup : all.getConsumeStatsList()) {
            byGroup.forEach((group, stats) -> stats.forEach(one -> printRows(session, group, one, level)));
        }
        session.print("%nDiff Total: %d%n", all.getTotalDiff());
    }

    private static void printRows(AdminSession session, String group, ConsumeStats stats, long level) {
        new TreeMap<>(stats.getOffsetTable()).forEach((queue, offset) -> {
            long diff = offset.getBrokerOffset() - offset.getConsumerOffset();
            if (diff >= level && offset.getLastTimestamp() > 0) {
                session.print(
                        "%-64s  %-64s  %-32s  %-4d  %-20d  %-20d  %-20d  %s%n",
                        UtilAll.frontStringAtLeast(queue.getTopic(), NAME_WIDTH),
                        group,
                        UtilAll.frontStringAtLeast(queue.getBrokerName(), BROKER_WIDTH),
                        queue.getQueueId(),
                        offset.getBrokerOffset(),
                        offset.getConsumerOffset(),
                        diff,
                        Times.toSeconds(offset.getLastTimestamp()));
            }
        });
    }
}
