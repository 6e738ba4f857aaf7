package org.apache.rocketmq.example.operation;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;

/** Receives a topic: -g group -t topic [-s subscription] -f true|false, true refuses every second delivery. */
public class Consumer {

    public static void main(String[] args) throws MQClientException {
        Options options = new Options();
        options.addRequiredOption("g", "consumerGroup", true, "Consumer Group Name");
        options.addRequiredOption("t", "topic", true, "Topic Name");
        options.addOption("s", "subscription", true, "subscription");
        options.addRequiredOption("f", "returnFailedHalf", true, "return failed result, for half message");
        CommandLine line = Usage.parse("consumer", options, args);

        boolean refuseHalf = Boolean.parseBoolean(line.getOptionValue('f'));
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(line.getOptionValue('g'));
        consumer.setInstanceName(Long.toString(System.currentTimeMillis()));
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.subscribe(line.getOptionValue('t'), line.getOptionValue('s', "*"));
        AtomicLong deliveries = new AtomicLong();
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            long delivery = deliveries.incrementAndGet();
            System.out.printf("%-8d %s%n", delivery, messages);
            return refuseHalf && delivery % 2 == 0
                    ? ConsumeConcurrentlyStatus.RECONSUME_LATER
                    : ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        consumer.start();
        System.out.printf("Consumer Started.%n");
    }
}
