package org.apache.rocketmq.tools.command.message;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.Arguments;
import org.apache.rocketmq.tools.command.line.OptionSet;
import org.apache.rocketmq.tools.command.line.ProbeMessages;
import org.apache.rocketmq.tools.command.line.SubCommand;

/** Source: mqadmin, section 4.7. */
public final class CheckSendTime implements SubCommand {
    private static final int DEFAULT_AMOUNT = 100;
    private static final int DEFAULT_SIZE = 128;

    @Override
    public String name() {
        return "checkMsgSendRT";
    }

    @Override
    public String purpose() {
        return "check message send response time";
    }

    @Override
    public OptionSet options() {
        return new OptionSet()
                .optional("a", "amount", "message amount | default 100")
                .optional("s", "size", "message size | default 128 Byte")
                .required("t", "topic", "topic name");
    }

    @Override
    public void run(AdminSession session, Arguments arguments) throws Exception {
        String topic = arguments.text("t");
        int amount = arguments.number("a", DEFAULT_AMOUNT);
        int size = arguments.number("s", DEFAULT_SIZE);
        DefaultMQProducer producer = session.producer(Long.toString(System.currentTimeMillis()));
        List<MessageQueue> queues = producer.fetchPublishMessageQueues(topic);
        session.print("%-32s  %-4s  %-20s    %s%n", "#Broker Name", "#QID", "#Send Result", "#RT");
        long totalMillis = 0;
        for (int i = 0; i < amount; i++) {
            MessageQueue queue = queues.get(i % queues.size());
            long beganNanos = System.nanoTime();
            boolean sent = send(session, producer, topic, size, queue);
            long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
            // The first message pays for the connection.
            totalMillis += i == 0 ? 0 : tookMillis;
            session.print("%-32s  %-4s  %-20s    %s%n", queue.getBrokerName(), queue.getQueueId(), sent, tookMillis);
            session.out().flush();
        }
        session.print("Avg RT: %.2f%n", (double) totalMillis / (amount - 1));
    }

    private static boolean send(
            AdminSession session, DefaultMQProducer producer, String topic, int size, MessageQueue queue)
            throws InterruptedException {
        try {
            producer.send(ProbeMessages.of(topic, size), queue);
            return true;
        } catch (RemotingException | MQBrokerException | MQClientException e) {
            session.failed(queue.toString(), e);
            return false;
        }
    }
}
