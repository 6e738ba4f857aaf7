package org.apache.rocketmq.tools.command.message;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.7. */
public final class PrintMessagesOfQueue implements SubCommand {
    private static final int BATCH = 32;

    @Override
    public String name() {
        return "printMsgByQueue";
    }

    @Override
    public String purpose() {
        return "Print Message Detail";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("a", "brokerName", "broker name")
                .optional("b", "beginTimestamp", "Begin timestamp[currentTimeMillis|yyyy-MM-dd#HH:mm:ss:SSS]")
                .optional("c", "charsetName", "CharsetName(eg: UTF-8, GBK)")
                .optional("d", "printBody", "print body. default is false")
                .optional("e", "endTimestamp", "End timestamp[currentTimeMillis|yyyy-MM-dd#HH:mm:ss:SSS]")
                .optional("f", "calculate", "calculate by tag. default is false")
                .required("i", "queueId", "queue id")
                .optional("p", "print msg", "print msg. default is false")
                .optional("s", "subExpression", "Subscribe Expression(eg: TagA || TagB)")
                .required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String topic = arguments.text("t");
        boolean print = arguments.bool("p", false);
        Charset charset = arguments.bool("d", false) ? Charset.forName(arguments.text("c", "UTF-8")) : null;
        MessageQueue queue = new MessageQueue(topic, arguments.text("a"), arguments.number("i"));
        QueueReader reader =
                new QueueReader(session.instance(), MixAll.TOOLS_CONSUMER_GROUP, topic, arguments.text("s", "*"));
        long offset = reader.begin(queue, arguments.has("b") ? arguments.time("b") : null);
        long end = reader.end(queue, arguments.has("e") ? arguments.time("e") : null);
        Map<String, Long> byTag = new HashMap<>();
        while (offset < end) {
            PullResult pulled = reader.pull(queue, offset, BATCH);
            if (pulled.getPullStatus() != PullStatus.FOUND) {
                break;
            }
            offset = pulled.getNextBeginOffset();
            for (MessageExt message : pulled.getMsgFoundList()) {
                if (message.getTags() != null) {
                    byTag.merge(message.getTags(), 1L, Long::sum);
                }
                if (print) {
                    MessagePrinter.printLine(session, message, charset);
                }
            }
        }
        if (arguments.bool("f", false)) {
            byTag.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(tag -> session.print("Tag: %-30s Count: %s%n", tag.getKey(), tag.getValue()));
        }
    }
}
