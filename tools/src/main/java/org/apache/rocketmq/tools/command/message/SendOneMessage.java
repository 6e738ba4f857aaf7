package org.apache.rocketmq.tools.command.message;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.CommandFailure;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.7. */
public final class SendOneMessage implements SubCommand {
    @Override
    public String name() {
        return "sendMessage";
    }

    @Override
    public String purpose() {
        return "Send a message";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("b", "broker", "Send message to target broker")
                .optional("c", "tags", "Message tags")
                .optional("i", "qid", "Send message to target queue")
                .optional("k", "key", "Message keys")
                .optional("m", "msgTraceEnable", "Message Trace Enable, Default: false")
                .required("p", "body", "UTF-8 string format of the message body")
                .required("t", "topic", "Topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        if (arguments.has("i") && !arguments.has("b")) {
            session.print("Broker name must be set if the queue is chosen!%n");
            throw new CommandFailure("option -i needs -b");
        }
        if (arguments.bool("m", false)) {
            throw new CommandFailure("this version cannot trace messages; send without -m");
        }
        String topic = arguments.text("t");
        byte[] body = arguments.text("p").getBytes(StandardCharsets.UTF_8);
        Message message = new Message(topic, arguments.text("c"), arguments.text("k"), body);
        DefaultMQProducer producer = session.producer(Long.toString(System.currentTimeMillis()));
        // 4.9 quirk: a broker without a queue is ignored.
        SendResult result = arguments.has("i")
                ? producer.send(message, new MessageQueue(topic, arguments.text("b"), arguments.number("i")))
                : producer.send(message);
        session.print("%-32s  %-4s  %-20s    %s%n", "#Broker Name", "#QID", "#Send Result", "#MsgId");
        session.print(
                "%-32s  %-4s  %-20s    %s%n",
                result.getMessageQueue().getBrokerName(),
                result.getMessageQueue().getQueueId(),
                result.getSendStatus(),
                result.getMsgId());
    }
}
