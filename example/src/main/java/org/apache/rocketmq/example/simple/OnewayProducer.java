package org.apache.rocketmq.example.simple;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends 100 messages that nobody answers; fit for log lines whose loss does not matter. */
public class OnewayProducer {

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("please_rename_unique_group_name");
        producer.setNamesrvAddr("localhost:9876");
        producer.start();
        for (int i = 0; i < 100; i++) {
            byte[] body = ("Hello RocketMQ " + i).getBytes(StandardCharsets.UTF_8);
            producer.sendOneway(new Message("TopicTest", "TagA", body));
        }
        // Nothing tells when the last one has left.
        TimeUnit.SECONDS.sleep(5);
        producer.shutdown();
    }
}
