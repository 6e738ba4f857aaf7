package org.apache.rocketmq.example.namespace;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;

/** Sends 100 messages to a topic of a namespace; the program names the topic without it. */
public class ProducerWithNamespace {

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("InstanceTest", "pidTest");
        producer.setNamesrvAddr("127.0.0.1:9876");
        producer.start();
        for (int i = 0; i < 100; i++) {
            byte[] body = "Hello world".getBytes(StandardCharsets.UTF_8);
            Message message = new Message("NAMESPACE_TOPIC", "tagTest", body);
            SendResult result = producer.send(message);
            System.out.printf("Topic:%s send success, misId is:%s%n", message.getTopic(), result.getMsgId());
        }
        producer.shutdown();
    }
}
