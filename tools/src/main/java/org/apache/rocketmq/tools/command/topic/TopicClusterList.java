package org.apache.rocketmq.tools.command.topic;

import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.1. */
public final class TopicClusterList implements SubCommand {
    @Override
    public String name() {
        return "topicClusterList";
    }

    @Override
    public String purpose() {
        return "Get cluster info for topic";
    }

    @Override
    public OptionSet options() {
        return new OptionSet().required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        for (String cluster : session.admin().getTopicClusterList(arguments.text("t"))) {
            session.print("%s%n", cluster);
        }
    }
}
