package org.apache.rocketmq.example.simple;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.QueryResult;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/** Sends one message with a key, then looks it up by that key. */
public class TestProducer {

    @SuppressWarnings("deprecation") // the producer's own query, which older programs use
    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("ProducerGroupName");
        producer.start();
        byte[] body = "Hello world".getBytes(StandardCharsets.UTF_8);
        System.out.printf("%s%n", producer.send(new Message("TopicTest1", "TagA", "key113", body)));
        QueryResult result = producer.queryMessage("TopicTest1", "key113", 10, 0, System.currentTimeMillis());
        for (MessageExt message : result.getMessageList()) {
            System.out.printf("%s%n", message);
        }
        producer.shutdown();
    }
}
