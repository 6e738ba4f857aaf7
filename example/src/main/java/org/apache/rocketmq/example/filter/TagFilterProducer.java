package org.apache.rocketmq.example.filter;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends 60 messages with three tags in turn. */
public class TagFilterProducer {

    private static final String[] TAGS = {"TagA", "TagB", "TagC"};

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("please_rename_unique_group_name");
        producer.start();
        for (int i = 0; i < 60; i++) {
            byte[] body = "Hello world".getBytes(StandardCharsets.UTF_8);
            System.out.printf("%s%n", producer.send(new Message("TagFilterTest", TAGS[i % TAGS.length], body)));
        }
        producer.shutdown();
    }
}
