package org.apache.rocketmq.tools.command.topic;

import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;
import org.apache.rocketmq.tools.command.line.TopicRemoval;

/** Source: mqadmin, section 4.1. */
public final class DeleteTopic implements SubCommand {
    @Override
    public String name() {
        return "deleteTopic";
    }

    @Override
    public String purpose() {
        return "Delete topic from broker and NameServer";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("c", "clusterName", "delete topic from which cluster")
                .required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        TopicRemoval.remove(session, arguments.text("c"), arguments.text("t"));
    }
}
