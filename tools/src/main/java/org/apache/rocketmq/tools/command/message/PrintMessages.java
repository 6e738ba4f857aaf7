package org.apache.rocketmq.tools.command.message;

import java.nio.charset.Charset;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.7. */
public final class PrintMessages implements SubCommand {
    private static final int BATCH = 32;
    private static final String RULE = "-".repeat(56);

    @Override
    public String name() {
        return "printMsg";
    }

    @Override
    public String purpose() {
        return "Print Message Detail";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "beginTimestamp", "Begin timestamp[currentTimeMillis|yyyy-MM-dd#HH:mm:ss:SSS]")
                .optional("c", "charsetName", "CharsetName(eg: UTF-8, GBK)")
                .optional("d", "printBody", "print body")
                .optional("e", "endTimestamp", "End timestamp[currentTimeMillis|yyyy-MM-dd#HH:mm:ss:SSS]")
                .optional("s", "subExpression", "Subscribe Expression(eg: TagA || TagB)")
                .required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        Charset charset = arguments.bool("d", true) ? Charset.forName(arguments.text("c", "UTF-8")) : null;
        QueueReader reader = new QueueReader(
                session.instance(), MixAll.TOOLS_CONSUMER_GROUP, arguments.text("t"), arguments.text("s", "*"));
        Long from = arguments.has("b") ? arguments.time("b") : null;
        Long to = arguments.has("e") ? arguments.time("e") : null;
        for (MessageQueue queue : reader.queues()) {
            long offset = reader.begin(queue, from);
            long end = reader.end(queue, to);
            session.print("minOffset=%s, maxOffset=%s, %s%n", offset, end, queue);
            print(session, reader, queue, offset, end, charset);
            session.print("%s\n", RULE);
        }
    }

    private static void print(
            AdminSession session, QueueReader reader, MessageQueue queue, long begin, long end, Charset charset)
            throws Exception {
        long offset = begin;
        while (offset < end) {
            PullResult pulled = reader.pull(queue, offset, BATCH);
            offset = pulled.getNextBeginOffset();
            switch (pulled.getPullStatus()) {
                case FOUND ->
                    pulled.getMsgFoundList().forEach(message -> MessagePrinter.printLine(session, message, charset));
                case NO_MATCHED_MSG ->
                    session.print("%s no matched msg. status=%s, offset=%s%n", queue, pulled.getPullStatus(), offset);
                default -> {
                    session.print(
                            "%s print msg finished. status=%s, offset=%s%n", queue, pulled.getPullStatus(), offset);
                    return;
                }
            }
        }
    }
}
