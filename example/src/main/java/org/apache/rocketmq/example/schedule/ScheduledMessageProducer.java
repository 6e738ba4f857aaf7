package org.apache.rocketmq.example.schedule;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends 100 messages of delay level 3, which is ten seconds unless the broker is configured otherwise. */
public class ScheduledMessageProducer {

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("ExampleProducerGroup");
        producer.start();
        for (int i = 0; i < 100; i++) {
            byte[] body = ("Hello scheduled message " + i).getBytes(StandardCharsets.UTF_8);
            Message message = new Message("TestTopic", body);
            message.setDelayTimeLevel(3);
            System.out.print(producer.send(message));
        }
        producer.shutdown();
    }
}
