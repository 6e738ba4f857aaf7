package org.apache.rocketmq.example.ordermessage;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;

/** Sends the steps of ten orders; all steps of one order go to the same queue. */
public class Producer {

    private static final String[] TAGS = {"TagA", "TagB", "TagC", "TagD", "TagE"};

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("please_rename_unique_group_name");
        producer.start();
        for (int i = 0; i < 100; i++) {
            int orderId = i % 10;
            byte[] body = ("Hello RocketMQ " + i).getBytes(StandardCharsets.UTF_8);
            Message message = new Message("TopicTestjjj", TAGS[i % TAGS.length], "KEY" + i, body);
            SendResult result = producer.send(
                    message, (queues, sent, id) -> queues.get((Integer) id % queues.size()), (Object) orderId);
            System.out.printf("%s%n", result);
        }
        producer.shutdown();
    }
}
