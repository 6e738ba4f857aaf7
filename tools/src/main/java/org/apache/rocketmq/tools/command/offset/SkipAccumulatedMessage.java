package org.apache.rocketmq.tools.command.offset;

import org.apache.rocketmq.tools.admin.request.OffsetAdmin;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.6. */
public final class SkipAccumulatedMessage implements SubCommand {
    @Override
    public String name() {
        return "skipAccumulatedMessage";
    }

    @Override
    public String purpose() {
        return "Skip all messages that are accumulated (not consumed) currently";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("f", "force", "set the force rollback by timestamp switch[true|false]")
                .required("g", "group", "set the consumer group")
                .required("t", "topic", "set the topic");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String group = arguments.text("g");
        String topic = arguments.text("t");
        new OffsetReset(group, topic, arguments.bool("f", true), false, null, OffsetAdmin.END_OF_QUEUE).run(session);
    }
}
