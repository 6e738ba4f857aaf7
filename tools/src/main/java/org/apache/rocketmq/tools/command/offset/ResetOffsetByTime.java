package org.apache.rocketmq.tools.command.offset;

import org.apache.rocketmq.tools.admin.request.OffsetAdmin;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.6. */
public final class ResetOffsetByTime implements SubCommand {
    @Override
    public String name() {
        return "resetOffsetByTime";
    }

    @Override
    public String purpose() {
        return "Reset consumer offset by timestamp(without client restart).";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .flag("c", "cplus", "reset c++ client offset")
                .optional("f", "force", "set the force rollback by timestamp switch[true|false]")
                .required("g", "group", "set the consumer group")
                .required("s", "timestamp", "set the timestamp[now|currentTimeMillis|yyyy-MM-dd#HH:mm:ss:SSS]")
                .required("t", "topic", "set the topic");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String time = arguments.text("s");
        new OffsetReset(
                        arguments.text("g"),
                        arguments.text("t"),
                        arguments.bool("f", true),
                        arguments.has("c"),
                        time,
                        time.equals("now") ? OffsetAdmin.END_OF_QUEUE : arguments.time("s"))
                .run(session);
    }
}
