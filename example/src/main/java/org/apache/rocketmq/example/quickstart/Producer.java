package org.apache.rocketmq.example.quickstart;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** Sends 1000 messages, one after the other, and prints where each went. The name server comes from NAMESRV_ADDR. */
public class Producer {

    private static final int MESSAGES = 1000;

    public static void main(String[] args) throws MQClientException, InterruptedException {
        DefaultMQProducer producer = new DefaultMQProducer("please_rename_unique_group_name");
        producer.start();
        for (int i = 0; i < MESSAGES; i++) {
            byte[] body = ("Hello RocketMQ " + i).getBytes(StandardCharsets.UTF_8);
            try {
                SendResult result = producer.send(new Message("TopicTest", "TagA", body));
                System.out.printf("%s%n", result);
            } catch (MQClientException | MQBrokerException | RemotingException e) {
                e.printStackTrace();
                TimeUnit.SECONDS.sleep(1);
            }
        }
        producer.shutdown();
    }
}
