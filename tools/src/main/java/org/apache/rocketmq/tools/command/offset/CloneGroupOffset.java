package org.apache.rocketmq.tools.command.offset;

import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.6. */
public final class CloneGroupOffset implements SubCommand {
    @Override
    public String name() {
        return "cloneGroupOffset";
    }

    @Override
    public String purpose() {
        return "clone offset from other group.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("d", "destGroup", "set destination consumer group")
                .optional("o", "offline", "the group or the topic is offline")
                .required("s", "srcGroup", "set source consumer group")
                .required("t", "topic", "set the topic");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String from = arguments.text("s");
        String to = arguments.text("d");
        String topic = arguments.text("t");
        session.admin().cloneGroupOffset(from, to, topic, false);
        session.print("clone group offset success. srcGroup[%s], destGroup=[%s], topic[%s]%n", from, to, topic);
    }
}
