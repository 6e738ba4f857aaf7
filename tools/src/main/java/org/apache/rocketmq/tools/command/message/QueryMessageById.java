package org.apache.rocketmq.tools.command.message;

import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.8. */
public final class QueryMessageById implements SubCommand {
    private static final String RESEND_GROUP = "ReSendMsgById";

    @Override
    public String name() {
        return "queryMsgById";
    }

    @Override
    public String purpose() {
        return "Query Message by Id";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("d", "clientId", "The consumer's client id")
                .optional("g", "consumerGroup", "consumer group name")
                .required("i", "msgId", "Message Id")
                .optional("s", "sendMessage", "resend message")
                .optional("u", "unitName", "unit name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String ids = arguments.text("i");
        for (String id : ids.split(",")) {
            if (arguments.has("s")) {
                if (arguments.bool("s", false)) {
                    resend(session, id.trim());
                }
            } else if (arguments.has("g") && arguments.has("d")) {
                session.print(
                        "%s%n",
                        session.admin().consumeMessageDirectly(arguments.text("g"), arguments.text("d"), id.trim()));
            } else {
                MessagePrinter.printFields(session, session.admin().viewMessage(id.trim()), true);
            }
        }
    }

    /** The unique id travels along, so the copy keeps it. */
    private static void resend(AdminSession session, String id) throws Exception {
        MessageExt message = session.admin().viewMessage(id);
        session.print("prepare resend msg. originalMsgId=%s", id);
        session.print("%s%n", session.producer(RESEND_GROUP).send(message));
    }
}
