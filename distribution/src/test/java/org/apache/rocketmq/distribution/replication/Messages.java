package org.apache.rocketmq.distribution.replication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.distribution.fixture.RunningProgram;

/** Sends to and receives from a cluster with our client. Confined to the test's thread. */
final class Messages {
    static final String TOPIC = "TopicTest";

    private final String nameServers;

    Messages(String nameServers) {
        this.nameServers = nameServers;
    }

    DefaultMQProducer producer() throws MQClientException {
        DefaultMQProducer producer = new DefaultMQProducer("pair_producer");
        producer.setInstanceName("producer-" + System.nanoTime());
        producer.setNamesrvAddr(nameServers);
        producer.setRetryTimesWhenSendFailed(0);
        producer.start();
        return producer;
    }

    /** True when the message is where the master's role promises it to be. */
    static boolean send(DefaultMQProducer producer, String body) throws Exception {
        SendResult result = producer.send(new Message(TOPIC, body.getBytes(UTF_8)));
        return result.getSendStatus() == SendStatus.SEND_OK;
    }

    /** Sends messages until the first is promised; a slave may still be on its way to its master. */
    void awaitFirstPromise() throws Exception {
        DefaultMQProducer producer = producer();
        try {
            await().atMost(RunningProgram.PATIENCE)
                    .ignoreExceptions()
                    .until(() -> send(producer, "are you there " + System.nanoTime()));
        } finally {
            producer.shutdown();
        }
    }

    /** Receives as a group until the bodies fulfil a condition; returns all that were received. */
    Set<String> receive(String group, Predicate<Set<String>> enough) throws MQClientException {
        Set<String> bodies = ConcurrentHashMap.newKeySet();
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(group);
        consumer.setInstanceName("consumer-" + System.nanoTime());
        consumer.setNamesrvAddr(nameServers);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.subscribe(TOPIC, "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            messages.forEach(message -> bodies.add(new String(message.getBody(), UTF_8)));
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        consumer.start();
        try {
            await().atMost(RunningProgram.PATIENCE).until(() -> enough.test(bodies));
        } finally {
            consumer.shutdown();
        }
        return bodies;
    }
}
