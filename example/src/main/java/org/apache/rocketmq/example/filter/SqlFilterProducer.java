package org.apache.rocketmq.example.filter;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends ten messages with three tags in turn and the property {@code a} counting up. */
public class SqlFilterProducer {

    private static final String[] TAGS = {"TagA", "TagB", "TagC"};

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("please_rename_unique_group_name");
        producer.start();
        for (int i = 0; i < 10; i++) {
            byte[] body = ("Hello RocketMQ " + i).getBytes(StandardCharsets.UTF_8);
            Message message = new Message("SqlFilterTest", TAGS[i % TAGS.length], body);
            message.putUserProperty("a", String.valueOf(i));
            System.out.printf("%s%n", producer.send(message));
        }
        producer.shutdown();
    }
}
