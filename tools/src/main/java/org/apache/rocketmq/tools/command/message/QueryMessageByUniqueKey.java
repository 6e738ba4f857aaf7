package org.apache.rocketmq.tools.command.message;

import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.8. */
public final class QueryMessageByUniqueKey implements SubCommand {
    private static final int MAX_COUNT = 32;

    @Override
    public String name() {
        return "queryMsgByUniqueKey";
    }

    @Override
    public String purpose() {
        return "Query Message by Unique key";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .flag("a", "showAll", "Print all message, the limit is 32")
                .optional("d", "clientId", "The consumer's client id")
                .optional("g", "consumerGroup", "consumer group name")
                .required("i", "msgId", "Message Id")
                .required("t", "topic", "The topic of msg");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String topic = arguments.text("t");
        String id = arguments.text("i");
        if (arguments.has("g") && arguments.has("d")) {
            session.print(
                    "%s%n",
                    session.admin().consumeMessageDirectly(arguments.text("g"), arguments.text("d"), topic, id));
            return;
        }
        // Only the oldest copy comes back, so -a has nothing more to show.
        for (MessageExt message : session.admin()
                .queryMessageByUniqKey(topic, id, MAX_COUNT, 0, Long.MAX_VALUE)
                .getMessageList()) {
            MessagePrinter.printFields(session, message, false);
        }
    }
}
