package org.apache.rocketmq.example.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.rebalance.AllocateMessageQueueAveragely;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.message.MessageExt;

/** Receives from many threads and measures how old the messages are. Source: benchmark folder. */
public class Consumer {

    private final LongAdder received = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder millisSinceBorn = new LongAdder();
    private final LongAdder millisSinceStored = new LongAdder();
    private final LongAccumulator maxSinceBorn = new LongAccumulator(Math::max, 0);
    private final LongAccumulator maxSinceStored = new LongAccumulator(Math::max, 0);

    public static void main(String[] args) throws MQClientException, IOException {
        CommandOptions.useBinaryHeaders();
        CommandOptions options = new CommandOptions("benchmarkConsumer")
                .with("t", "topic", "Topic name, Default: BenchmarkTest")
                .with("w", "threadCount", "Thread count, Default: 20")
                .with("g", "group", "Consumer group name, Default: benchmark_consumer")
                .with("p", "group prefix enable", "Is group prefix enable, Default: false")
                .with("f", "filterType", "TAG, SQL92")
                .with("e", "expression", "filter expression content file path.ie: ./test/expr")
                .with("r", "fail rate", "consumer fail rate, default 0")
                .with("m", "msgTraceEnable", "Message Trace Enable, Default: false")
                .with("a", "aclEnable", "Acl Enable, Default: false")
                .with("ak", "accessKey", "Acl access key, Default: rocketmq2")
                .with("sk", "secretKey", "Acl secret key, Default: 12345678")
                .parse(args);
        String topic = options.text("t", "BenchmarkTest");
        int threads = options.number("w", 20);
        boolean suffix = options.flag("p");
        String group = options.text("g", "benchmark_consumer") + (suffix ? "_" + System.currentTimeMillis() % 100 : "");
        String filterType = options.has("f") ? options.text("f", "") : null;
        String expression = options.has("e") ? options.text("e", "") : null;
        System.out.printf(
                "topic: %s, threadCount %d, group: %s, suffix: %s, filterType: %s, expression: %s,"
                        + " msgTraceEnable: %s, aclEnable: %s%n",
                topic, threads, group, suffix, filterType, expression, options.flag("m"), options.flag("a"));

        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(
                group,
                options.account("ak", "sk", "12345678"),
                new AllocateMessageQueueAveragely(),
                options.flag("m"),
                null);
        options.configure(consumer);
        consumer.setConsumeThreadMin(threads);
        consumer.setConsumeThreadMax(threads);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET);
        subscribe(consumer, topic, filterType, expression);
        new Consumer().start(consumer, options.rate("r"));
        System.out.printf("Consumer Started.%n");
    }

    private static void subscribe(DefaultMQPushConsumer consumer, String topic, String filterType, String file)
            throws MQClientException, IOException {
        if (filterType == null || file == null) {
            consumer.subscribe(topic, "*");
            return;
        }
        String expression = Files.readString(Path.of(file));
        System.out.printf("Expression: %s%n", expression);
        switch (filterType) {
            case ExpressionType.TAG -> consumer.subscribe(topic, MessageSelector.byTag(expression));
            case ExpressionType.SQL92 -> consumer.subscribe(topic, MessageSelector.bySql(expression));
            default -> throw new IllegalArgumentException("Not support filter type! " + filterType);
        }
    }

    private void start(DefaultMQPushConsumer consumer, double failRate) throws MQClientException {
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            count(messages.get(0));
            if (failRate > 0 && ThreadLocalRandom.current().nextDouble() < failRate) {
                failed.increment();
                return ConsumeConcurrentlyStatus.RECONSUME_LATER;
            }
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        consumer.start();
        new Sampler<>(this::sample, this::report).start();
    }

    private void count(MessageExt message) {
        long now = System.currentTimeMillis();
        long sinceBorn = now - message.getBornTimestamp();
        long sinceStored = now - message.getStoreTimestamp();
        received.increment();
        millisSinceBorn.add(sinceBorn);
        millisSinceStored.add(sinceStored);
        maxSinceBorn.accumulate(sinceBorn);
        maxSinceStored.accumulate(sinceStored);
    }

    private Sample sample() {
        return new Sample(
                System.nanoTime(), received.sum(), failed.sum(), millisSinceBorn.sum(), millisSinceStored.sum());
    }

    private void report(Sample first, Sample last) {
        long count = last.received() - first.received();
        System.out.printf(
                "Current Time: %d TPS: %d FAIL: %d AVG(B2C) RT(ms): %7.3f AVG(S2C) RT(ms): %7.3f"
                        + " MAX(B2C) RT(ms): %d MAX(S2C) RT(ms): %d%n",
                System.currentTimeMillis(),
                (long) (count * 1e9 / (last.atNanoTime() - first.atNanoTime())),
                last.failed() - first.failed(),
                (last.millisSinceBorn() - first.millisSinceBorn()) / (double) count,
                (last.millisSinceStored() - first.millisSinceStored()) / (double) count,
                maxSinceBorn.getThenReset(),
                maxSinceStored.getThenReset());
    }

    private record Sample(long atNanoTime, long received, long failed, long millisSinceBorn, long millisSinceStored) {}
}
