package org.apache.rocketmq.example.namespace;

import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;

/** Receives a topic of a namespace. */
public class PushConsumerWithNamespace {

    public static void main(String[] args) throws Exception {
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer("InstanceTest", "cidTest");
        consumer.setNamesrvAddr("127.0.0.1:9876");
        consumer.subscribe("NAMESPACE_TOPIC", "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            messages.forEach(message -> System.out.printf(
                    "Msg topic is:%s, MsgId is:%s, reconsumeTimes is:%s%n",
                    message.getTopic(), message.getMsgId(), message.getReconsumeTimes()));
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        consumer.start();
    }
}
