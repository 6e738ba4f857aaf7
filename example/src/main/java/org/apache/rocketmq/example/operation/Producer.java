package org.apache.rocketmq.example.operation;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends as many messages as asked for: -g group -t topic -a tags -k keys -c count. */
public class Producer {

    public static void main(String[] args) throws MQClientException, InterruptedException {
        Options options = new Options();
        options.addRequiredOption("g", "producerGroup", true, "Producer Group Name");
        options.addRequiredOption("t", "topic", true, "Topic Name");
        options.addRequiredOption("a", "tags", true, "Tags Name");
        options.addRequiredOption("k", "keys", true, "Keys Name");
        options.addRequiredOption("c", "msgCount", true, "Message Count");
        CommandLine line = Usage.parse("producer", options, args);

        DefaultMQProducer producer = new DefaultMQProducer(line.getOptionValue('g'));
        producer.setInstanceName(Long.toString(System.currentTimeMillis()));
        producer.start();
        int count = Integer.parseInt(line.getOptionValue('c'));
        for (int i = 0; i < count; i++) {
            byte[] body = ("Hello RocketMQ " + i).getBytes(StandardCharsets.UTF_8);
            Message message =
                    new Message(line.getOptionValue('t'), line.getOptionValue('a'), line.getOptionValue('k'), body);
            try {
                System.out.printf("%-8d %s%n", i, producer.send(message));
            } catch (Exception e) {
                e.printStackTrace();
                TimeUnit.SECONDS.sleep(1);
            }
        }
        producer.shutdown();
    }
}
