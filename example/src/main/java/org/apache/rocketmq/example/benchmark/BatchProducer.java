package org.apache.rocketmq.example.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** Sends lists of messages from many threads without end. Source: benchmark folder. */
public class BatchProducer {

    private static final long PAUSE_AFTER_FAILURE_MILLIS = 3000;

    private final DefaultMQProducer producer;
    private final Load load;
    private final SendCounters counters = new SendCounters();
    private final LongAdder failedMessages = new LongAdder();

    private BatchProducer(DefaultMQProducer producer, Load load) {
        this.producer = producer;
        this.load = load;
    }

    public static void main(String[] args) throws MQClientException {
        CommandOptions.useBinaryHeaders();
        CommandOptions options = new CommandOptions("benchmarkBatchProducer")
                .with("w", "threadCount", "Thread count, Default: 64")
                .with("s", "messageSize", "Message Size, Default: 128")
                .with("b", "batchSize", "Batch Size, Default: 16")
                .with("k", "keyEnable", "Message Key Enable, Default: false")
                .with("t", "topic", "Topic name, Default: BenchmarkTest")
                .with("p", "propertySize", "Property Size, Default: 0")
                .with("l", "tagCount", "Tag count, Default: 0")
                .with("m", "msgTraceEnable", "Message Trace Enable, Default: false")
                .with("a", "aclEnable", "Acl Enable, Default: false")
                .with("c", "accessKey", "Acl access key, Default: rocketmq2")
                .with("e", "secretKey", "Acl secret key, Default: 12346789")
                .parse(args);
        Load load = Load.of(options);
        load.print();
        DefaultMQProducer producer = new DefaultMQProducer(
                "benchmark_batch_producer", options.account("c", "e", "12346789"), load.trace(), null);
        options.configure(producer);
        producer.setNamesrvAddr(options.text("n", "127.0.0.1:9876"));
        producer.setCompressMsgBodyOverHowmuch(Integer.MAX_VALUE);
        producer.start();
        new BatchProducer(producer, load).run();
    }

    private void run() {
        Sampler<Sample> sampler =
                new Sampler<>(() -> new Sample(counters.sample(), failedMessages.sum()), this::report);
        sampler.start();
        for (int i = 0; i < load.threads(); i++) {
            new Thread(this::sendForever, "BenchmarkSendThread_" + i).start();
        }
    }

    private void sendForever() {
        byte[] body = RandomBody.of(load.messageSizeBytes());
        String property = new String(RandomBody.of(load.propertySize()), StandardCharsets.US_ASCII);
        while (!Thread.currentThread().isInterrupted()) {
            List<Message> messages = load.messages(body, property);
            long start = System.nanoTime();
            try {
                producer.send(messages);
                counters.stored(start);
            } catch (MQClientException | RemotingException | MQBrokerException e) {
                counters.failedToSend();
                failedMessages.add(messages.size());
                pause(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pause(Exception cause) {
        System.err.println(cause);
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(Sample first, Sample last) {
        double average = last.requests().averageMillisSince(first.requests());
        long requestsPerSecond = last.requests().perSecondSince(first.requests());
        System.out.printf(
                "Current Time: %d Send TPS: %d Send MPS: %d Max RT(ms): %d Average RT(ms): %7.3f"
                        + " Average Message RT(ms): %7.3f Send Failed: %d Send Message Failed: %d%n",
                System.currentTimeMillis(),
                requestsPerSecond,
                requestsPerSecond * load.batchSize(),
                counters.maxMillis(),
                average,
                average / load.batchSize(),
                last.requests().sendFailed(),
                last.failedMessages());
    }

    private record Sample(SendCounters.Sample requests, long failedMessages) {}

    /** What is sent. */
    private record Load(
            String topic,
            int threads,
            int messageSizeBytes,
            int batchSize,
            boolean keys,
            int propertySize,
            int tags,
            boolean trace,
            boolean acl) {

        static Load of(CommandOptions options) {
            return new Load(
                    options.text("t", "BenchmarkTest"),
                    options.number("w", 64),
                    options.number("s", 128),
                    options.number("b", 16),
                    options.flag("k"),
                    options.number("p", 0),
                    options.number("l", 0),
                    options.flag("m"),
                    options.flag("a"));
        }

        void print() {
            System.out.printf(
                    "topic: %s threadCount: %d messageSize: %d batchSize: %d keyEnable: %s propertySize: %d"
                            + " tagCount: %d traceEnable: %s aclEnable: %s%n",
                    topic, threads, messageSizeBytes, batchSize, keys, propertySize, tags, trace, acl);
        }

        List<Message> messages(byte[] body, String property) {
            List<Message> messages = new ArrayList<>(batchSize);
            long now = keys || tags > 0 ? System.currentTimeMillis() : 0;
            for (int i = 0; i < batchSize; i++) {
                Message message = new Message(topic, body);
                if (keys) {
                    message.setKeys(Long.toString(now / 1000));
                }
                if (tags > 0) {
                    message.setTags("tag" + now % tags);
                }
                if (propertySize > 0) {
                    message.putUserProperty("BenchmarkProperty", property);
                }
                messages.add(message);
            }
            return messages;
        }
    }
}
