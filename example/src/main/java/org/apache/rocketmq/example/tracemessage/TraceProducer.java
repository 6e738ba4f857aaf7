package org.apache.rocketmq.example.tracemessage;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends 128 messages and records each of them in the trace topic. */
public class TraceProducer {

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("ProducerGroupName", true);
        producer.start();
        for (int i = 0; i < 128; i++) {
            byte[] body = "Hello world".getBytes(StandardCharsets.UTF_8);
            System.out.printf("%s%n", producer.send(new Message("TopicTest", "TagA", "OrderID188", body)));
        }
        producer.shutdown();
    }
}
