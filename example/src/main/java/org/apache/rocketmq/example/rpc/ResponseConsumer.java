package org.apache.rocketmq.example.rpc;

import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.utils.MessageUtil;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/** Receives requests and replies to each. */
public class ResponseConsumer {

    private static final String TOPIC = "RequestTopic";

    public static void main(String[] args) throws MQClientException {
        DefaultMQProducer replier = new DefaultMQProducer("please_rename_unique_group_name");
        replier.setNamesrvAddr("127.0.0.1:9876");
        replier.start();
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer("please_rename_unique_group_name");
        consumer.setNamesrvAddr("127.0.0.1:9876");
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET);
        consumer.setPullInterval(0);
        consumer.subscribe(TOPIC, "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            messages.forEach(message -> reply(replier, message));
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        consumer.start();
        System.out.printf("Consumer Started.%n");
    }

    private static void reply(DefaultMQProducer replier, MessageExt request) {
        System.out.printf("handle message: %s %n", request);
        try {
            byte[] body = "reply message contents.".getBytes(StandardCharsets.UTF_8);
            Message reply = MessageUtil.createReplyMessage(request, body);
            SendResult result = replier.send(reply, 3000);
            System.out.printf("reply to %s , %s %n", MessageUtil.getReplyToClient(request), result);
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
