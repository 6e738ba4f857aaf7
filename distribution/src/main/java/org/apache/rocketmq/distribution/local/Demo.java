package org.apache.rocketmq.distribution.local;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** Sends the messages of the quickstart and receives them all. Confined to the main thread. */
final class Demo {

    private static final int MESSAGES = 1000;
    private static final int PATIENCE_SECONDS = 60;

    private final String nameServerAddress;

    Demo(String nameServerAddress) {
        this.nameServerAddress = nameServerAddress;
    }

    Result run() throws MQClientException, MQBrokerException, RemotingException, InterruptedException {
        DefaultMQProducer producer = new DefaultMQProducer("demo_producer");
        producer.setNamesrvAddr(nameServerAddress);
        producer.start();
        // Only messages of this run count: the data folder may hold those of earlier ones.
        Set<String> open = ConcurrentHashMap.newKeySet();
        long start = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            byte[] body = ("Hello RocketMQ " + i).getBytes(StandardCharsets.UTF_8);
            open.add(producer.send(new Message("TopicTest", "TagA", body)).getMsgId());
        }
        long sent = System.nanoTime();
        producer.shutdown();

        CountDownLatch missing = new CountDownLatch(MESSAGES);
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer("demo_consumer");
        consumer.setNamesrvAddr(nameServerAddress);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.subscribe("TopicTest", "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            messages.forEach(message -> {
                if (open.remove(message.getMsgId())) {
                    missing.countDown();
                }
            });
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        consumer.start();
        missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        consumer.shutdown();
        return new Result(MESSAGES, MESSAGES - (int) missing.getCount(), (sent - start) / 1e9);
    }

    /** @param sendSeconds how long the sends took, one after the other */
    record Result(int sent, int received, double sendSeconds) {

        boolean complete() {
            return sent == received;
        }

        long sentPerSecond() {
            return Math.round(sent / sendSeconds);
        }
    }
}
