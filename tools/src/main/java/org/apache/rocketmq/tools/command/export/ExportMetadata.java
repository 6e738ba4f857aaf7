package org.apache.rocketmq.tools.command.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.UsageException;

/** Source: mqadmin, section 4.10. */
public final class ExportMetadata implements SubCommand {
    private static final long TIMEOUT_MILLIS = 10_000;
    private static final String TOPICS = "topic.json";
    private static final String GROUPS = "subscriptionGroup.json";

    @Override
    public String name() {
        return "exportMetadata";
    }

    @Override
    public String purpose() {
        return "Export metadata";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "brokerAddr", "choose a broker to export")
                .optional("c", "clusterName", "choose a cluster to export")
                .optional("f", "filePath", "export metadata.json path | default /tmp/rocketmq/export")
                .flag("g", "subscriptionGroup", "only export subscriptionGroup metadata")
                .flag("s", "specialTopic", "need retryTopic and dlqTopic")
                .flag("t", "topic", "only export topic metadata");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String folder = arguments.text("f", ExportFile.DEFAULT_FOLDER);
        if (arguments.has("b")) {
            exportBroker(session, arguments, folder);
        } else if (arguments.has("c")) {
            exportCluster(session, arguments, folder);
        } else {
            throw new UsageException("give -b or -c");
        }
    }

    private static void exportBroker(AdminSession session, Arguments arguments, String folder) throws Exception {
        String address = arguments.text("b");
        if (arguments.has("t")) {
            new ExportFile(folder, TOPICS)
                    .write(session, session.admin().getUserTopicConfig(address, arguments.has("s"), TIMEOUT_MILLIS));
        } else if (arguments.has("g")) {
            new ExportFile(folder, GROUPS)
                    .write(session, session.admin().getUserSubscriptionGroup(address, TIMEOUT_MILLIS));
        } else {
            throw new CommandFailure("with -b say what to export: -t for topics or -g for groups");
        }
    }

    private static void exportCluster(AdminSession session, Arguments arguments, String folder) throws Exception {
        Map<String, TopicConfig> topics = new TreeMap<>();
        Map<String, SubscriptionGroupConfig> groups = new TreeMap<>();
        for (String master : session.masters(arguments.text("c"))) {
            session.admin()
                    .getUserTopicConfig(master, arguments.has("s"), TIMEOUT_MILLIS)
                    .getTopicConfigTable()
                    .forEach((name, topic) -> topics.merge(name, topic, ExportMetadata::sum));
            session.admin()
                    .getUserSubscriptionGroup(master, TIMEOUT_MILLIS)
                    .getSubscriptionGroupTable()
                    .forEach((name, group) -> groups.merge(name, group, ExportMetadata::sum));
        }
        boolean onlyTopics = arguments.has("t");
        boolean onlyGroups = !onlyTopics && arguments.has("g");
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("exportTime", System.currentTimeMillis());
        if (!onlyGroups) {
            content.put("topicConfigTable", topics);
        }
        if (!onlyTopics) {
            content.put("subscriptionGroupTable", groups);
        }
        new ExportFile(folder, onlyTopics ? TOPICS : onlyGroups ? GROUPS : "metadata.json").write(session, content);
    }

    /** The same topic on several masters: its queues are those of all. */
    private static TopicConfig sum(TopicConfig known, TopicConfig further) {
        known.setWriteQueueNums(known.getWriteQueueNums() + further.getWriteQueueNums());
        known.setReadQueueNums(known.getReadQueueNums() + further.getReadQueueNums());
        return known;
    }

    private static SubscriptionGroupConfig sum(SubscriptionGroupConfig known, SubscriptionGroupConfig further) {
        known.setRetryQueueNums(known.getRetryQueueNums() + further.getRetryQueueNums());
        return known;
    }
}
