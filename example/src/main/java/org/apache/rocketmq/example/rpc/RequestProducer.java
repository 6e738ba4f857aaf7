package org.apache.rocketmq.example.rpc;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends one request and waits for its reply. Start {@link ResponseConsumer} first. */
public class RequestProducer {

    private static final String TOPIC = "RequestTopic";
    private static final long TTL_MILLIS = 3000;

    public static void main(String[] args) throws MQClientException {
        DefaultMQProducer producer = new DefaultMQProducer("please_rename_unique_group_name");
        producer.setNamesrvAddr("127.0.0.1:9876");
        producer.start();
        try {
            Message request = new Message(TOPIC, "", "Hello world".getBytes(StandardCharsets.UTF_8));
            long beganMillis = System.currentTimeMillis();
            Message reply = producer.request(request, TTL_MILLIS);
            long costMillis = System.currentTimeMillis() - beganMillis;
            System.out.printf("request to <%s> cost: %d replyMessage: %s %n", TOPIC, costMillis, reply);
        } catch (Exception e) {
            e.printStackTrace();
        }
        producer.shutdown();
    }
}
