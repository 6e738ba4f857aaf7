package org.apache.rocketmq.tools.command.message;

import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.8. */
public final class QueryMessageByOffset implements SubCommand {
    @Override
    public String name() {
        return "queryMsgByOffset";
    }

    @Override
    public String purpose() {
        return "Query Message by offset";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("b", "brokerName", "Broker Name")
                .required("i", "queueId", "Queue Id")
                .required("o", "offset", "Queue Offset")
                .required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String topic = arguments.text("t");
        MessageQueue queue = new MessageQueue(topic, arguments.text("b"), arguments.number("i"));
        long offset = arguments.longNumber("o");
        QueueReader reader = new QueueReader(session.instance(), MixAll.TOOLS_CONSUMER_GROUP, topic, "*");
        PullResult found = reader.pull(queue, offset, 1);
        if (found.getMsgFoundList().isEmpty()) {
            throw new CommandFailure("no message at offset " + offset + " of " + queue + ", which has "
                    + found.getMinOffset() + " up to before " + found.getMaxOffset());
        }
        MessagePrinter.printFields(session, found.getMsgFoundList().get(0), true);
    }
}
