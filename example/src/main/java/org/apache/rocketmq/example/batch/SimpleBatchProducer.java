package org.apache.rocketmq.example.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends three messages in one request. A batch is for one topic, without delay, and smaller than 1 MB. */
public class SimpleBatchProducer {

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("BatchProducerGroupName");
        producer.start();
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] body = ("Hello world " + i).getBytes(StandardCharsets.UTF_8);
            messages.add(new Message("BatchTest", "Tag", "OrderID00" + (i + 1), body));
        }
        System.out.print(producer.send(messages));
    }
}
