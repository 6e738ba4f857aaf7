package org.apache.rocketmq.tools.command.broker;

import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.ProbeMessages;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.2. */
public final class SendProbes implements SubCommand {
    private static final int DEFAULT_COUNT = 50;
    private static final int DEFAULT_SIZE = 128;

    @Override
    public String name() {
        return "sendMsgStatus";
    }

    @Override
    public String purpose() {
        return "send msg to broker.";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .required("b", "brokerName", "Broker Name")
                .optional("c", "count", "send message count, Default: 50")
                .optional("s", "messageSize", "Message Size, Default: 128");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String topic = arguments.text("b");
        int size = arguments.number("s", DEFAULT_SIZE);
        DefaultMQProducer producer = session.producer("PID_SMSC");
        // The first message pays for the connection.
        producer.send(ProbeMessages.of(topic, size));
        for (int left = arguments.number("c", DEFAULT_COUNT); left > 0; left--) {
            long beganNanos = System.nanoTime();
            SendResult result = producer.send(ProbeMessages.of(topic, size));
            long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
            session.print("rt=%sms, SendResult=%s%n", tookMillis, result);
            session.out().flush();
        }
    }
}
