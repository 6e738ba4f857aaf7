package org.apache.rocketmq.tools.command.message;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.7. */
public final class ConsumeMessages implements SubCommand {
    private static final int DEFAULT_COUNT = 128;
    private static final int BATCH = 32;

    @Override
    public String name() {
        return "consumeMessage";
    }

    @Override
    public String purpose() {
        return "Consume message";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "brokerName", "Broker name")
                .optional("c", "MessageNumber", "Number of message to be consumed")
                .optional("e", "endTimestamp", "End timestamp[currentTimeMillis|yyyy-MM-dd#HH:mm:ss:SSS]")
                .optional("g", "consumerGroup", "Consumer group name")
                .optional("i", "queueId", "Queue Id")
                .optional("o", "offset", "Queue offset")
                .optional("s", "beginTimestamp", "Begin timestamp[currentTimeMillis|yyyy-MM-dd#HH:mm:ss:SSS]")
                .required("t", "topic", "Topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        int count = arguments.number("c", DEFAULT_COUNT);
        Long from = arguments.has("s") ? arguments.time("s") : null;
        Long to = arguments.has("e") ? arguments.time("e") : null;
        String refusal = refusal(arguments, count, from, to, System.currentTimeMillis());
        if (refusal != null) {
            session.print("%s%n", refusal);
            throw new CommandFailure(refusal);
        }
        String topic = arguments.text("t");
        String group = arguments.text("g", MixAll.TOOLS_CONSUMER_GROUP);
        QueueReader reader = new QueueReader(session.instance(), group, topic, "*");
        if (arguments.has("i")) {
            MessageQueue queue = new MessageQueue(topic, arguments.text("b"), arguments.number("i"));
            Long offset = arguments.has("o") ? arguments.longNumber("o") : null;
            printQueue(session, reader, queue, offset, count, from, to);
        } else {
            printTopic(session, reader, count, from, to);
        }
    }

    private static String refusal(Arguments arguments, int count, Long from, Long to, long nowMillis) {
        if (count <= 0) {
            return "Please input a positive messageNumber!";
        }
        if (arguments.has("i") && !arguments.has("b")) {
            return "Please set the brokerName before queueId!";
        }
        if (arguments.has("o") && !arguments.has("i")) {
            return "Please set queueId before offset!";
        }
        if (from != null && from > nowMillis) {
            return "Please set the beginTimestamp before now!";
        }
        if (to != null && to > nowMillis) {
            return "Please set the endTimestamp before now!";
        }
        return from != null && to != null && from > to
                ? "Please make sure that the beginTimestamp is less than or equal to the endTimestamp"
                : null;
    }

    private static void printTopic(AdminSession session, QueueReader reader, int count, Long from, Long to)
            throws Exception {
        long left = count;
        for (MessageQueue queue : reader.queues()) {
            long begin = reader.begin(queue, from);
            long last = reader.end(queue, to);
            if (last - begin > left) {
                session.print("The older %d message of the %d queue will be provided\n", left, queue.getQueueId());
                last = begin + left - 1;
            }
            left -= last - begin + 1;
            print(session, reader, queue, begin, last);
            if (left <= 0) {
                return;
            }
        }
    }

    private static void printQueue(
            AdminSession session, QueueReader reader, MessageQueue queue, Long offset, int count, Long from, Long to)
            throws Exception {
        long begin = reader.begin(queue, from);
        long last = reader.end(queue, to);
        if (offset != null && offset > last) {
            session.print("%s no matched msg, offset=%s\n", queue, offset);
            return;
        }
        begin = offset == null ? begin : Math.max(begin, offset);
        if (last - begin > count) {
            // Spelling as in 4.9: scripts may look for it.
            session.print("The oldler %d message will be provided\n", count);
            last = begin + count - 1;
        }
        print(session, reader, queue, begin, last);
    }

    private static void print(AdminSession session, QueueReader reader, MessageQueue queue, long begin, long last)
            throws Exception {
        long offset = begin;
        while (offset <= last) {
            PullResult pulled = reader.pull(queue, offset, (int) Math.min(BATCH, last - offset + 1));
            offset = pulled.getNextBeginOffset();
            switch (pulled.getPullStatus()) {
                case FOUND -> {
                    session.print("Consume ok\n");
                    pulled.getMsgFoundList()
                            .forEach(message -> MessagePrinter.printLine(session, message, StandardCharsets.UTF_8));
                }
                case NO_MATCHED_MSG ->
                    session.print("%s no matched msg. status=%s, offset=%s\n", queue, pulled.getPullStatus(), offset);
                default -> {
                    session.print(
                            "%s print msg finished. status=%s, offset=%s\n", queue, pulled.getPullStatus(), offset);
                    return;
                }
            }
        }
    }
}
