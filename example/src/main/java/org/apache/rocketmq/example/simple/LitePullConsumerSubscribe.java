package org.apache.rocketmq.example.simple;

import java.util.List;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.common.message.MessageExt;

/** Polls a topic whose queues are shared among the members of the group. */
public class LitePullConsumerSubscribe {

    public static void main(String[] args) throws Exception {
        DefaultLitePullConsumer consumer = new DefaultLitePullConsumer("lite_pull_consumer_test");
        consumer.subscribe("TopicTest", "*");
        consumer.start();
        try {
            while (consumer.isRunning()) {
                List<MessageExt> messages = consumer.poll();
                System.out.printf("%s %n", messages);
            }
        } finally {
            consumer.shutdown();
        }
    }
}
