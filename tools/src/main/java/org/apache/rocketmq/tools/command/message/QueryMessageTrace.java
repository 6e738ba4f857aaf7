package org.apache.rocketmq.tools.command.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.Times;

/** Source: mqadmin, section 4.8. */
public final class QueryMessageTrace implements SubCommand {
    private static final int MAX_COUNT = 64;
    private static final String ROW = "%-10s %-20s %-20s %-20s %-10s %-10s%n";

    @Override
    public String name() {
        return "queryMsgTraceById";
    }

    @Override
    public String purpose() {
        return "Query a message trace";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("i", "msgId", "Message Id")
                .optional("t", "traceTopic", "The name value of message trace topic");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String id = arguments.text("i");
        String topic = arguments.text("t", TopicValidator.RMQ_SYS_TRACE_TOPIC);
        List<MessageExt> found = session.admin()
                .queryMessage(topic, id, MAX_COUNT, 0, System.currentTimeMillis())
                .getMessageList();
        Map<String, List<TraceRecord>> consumptions = new TreeMap<>();
        for (MessageExt message : found) {
            for (TraceRecord trace : TraceRecord.in(message)) {
                if (!trace.messageId().equals(id)) {
                    continue;
                }
                if (trace.sent()) {
                    session.print(ROW, "#Type", "#ProducerGroup", "#ClientHost", "#SendTime", "#CostTimes", "#Status");
                    printRow(session, "Pub", trace);
                    session.print("\n");
                } else {
                    consumptions
                            .computeIfAbsent(trace.group(), group -> new ArrayList<>())
                            .add(trace);
                }
            }
        }
        for (List<TraceRecord> ofGroup : consumptions.values()) {
            session.print(ROW, "#Type", "#ConsumerGroup", "#ClientHost", "#ConsumerTime", "#CostTimes", "#Status");
            ofGroup.forEach(trace -> printRow(session, "Sub", trace));
            session.print("\n");
        }
    }

    private static void printRow(AdminSession session, String type, TraceRecord trace) {
        session.print(
                ROW,
                type,
                trace.group(),
                trace.host(),
                Times.toSeconds(trace.timeMillis()),
                trace.costMillis() + "ms",
                trace.success() ? "success" : "failed");
    }
}
