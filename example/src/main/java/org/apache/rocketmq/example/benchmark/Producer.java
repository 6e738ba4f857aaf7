package org.apache.rocketmq.example.benchmark;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** Sends single messages from many threads, or without waiting from one. Source: benchmark folder. */
public class Producer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");
    private static final int MOST_IN_FLIGHT = 10_000;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 3000;

    private final DefaultMQProducer producer;
    private final Load load;
    private final SendCounters counters = new SendCounters();
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);

    private Producer(DefaultMQProducer producer, Load load) {
        this.producer = producer;
        this.load = load;
    }

    public static void main(String[] args) throws MQClientException, InterruptedException {
        CommandOptions.useBinaryHeaders();
        CommandOptions options = new CommandOptions("benchmarkProducer")
                .with("w", "threadCount", "Thread count, Default: 64")
                .with("s", "messageSize", "Message Size, Default: 128")
                .with("k", "keyEnable", "Message Key Enable, Default: false")
                .with("t", "topic", "Topic name, Default: BenchmarkTest")
                .with("l", "tagCount", "Tag count, Default: 0")
                .with("m", "msgTraceEnable", "Message Trace Enable, Default: false")
                .with("a", "aclEnable", "Acl Enable, Default: false")
                .with("ak", "accessKey", "Acl access key, Default: rocketmq2")
                .with("sk", "secretKey", "Acl secret key, Default: 12345678")
                .with("q", "messageQuantity", "Send message quantity, Default: 0, running forever")
                .with("d", "delayEnable", "Delay message Enable, Default: false")
                .with("e", "delayLevel", "Delay message level, Default: 1")
                .with("y", "asyncEnable", "Enable async produce, Default: false")
                .parse(args);
        Load load = Load.of(options);
        load.print();
        DefaultMQProducer producer = new DefaultMQProducer(
                "benchmark_producer", options.account("ak", "sk", "12345678"), load.trace(), null);
        options.configure(producer);
        producer.setCompressMsgBodyOverHowmuch(Integer.MAX_VALUE);
        producer.start();
        new Producer(producer, load).run();
    }

    private void run() throws InterruptedException {
        try (Sampler<SendCounters.Sample> sampler = new Sampler<>(counters::sample, this::report)) {
            sampler.start();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < load.threads(); i++) {
                long quantity = load.quantityOfThread(i);
                Thread thread = new Thread(() -> sendAll(quantity), "BenchmarkSendThread_" + i);
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            inFlight.acquire(MOST_IN_FLIGHT);
            producer.shutdown();
            reportEnd(sampler);
        }
    }

    /** Zero means without end. */
    private void sendAll(long quantity) {
        if (load.quantity() > 0 && quantity == 0) {
            return;
        }
        byte[] body = RandomBody.of(load.messageSizeBytes());
        for (long sent = 0; quantity == 0 || sent < quantity; sent++) {
            Message message = load.message(body);
            long start = System.nanoTime();
            try {
                if (load.async()) {
                    inFlight.acquire();
                    sendAsync(message, start);
                } else {
                    producer.send(message);
                    counters.stored(start);
                }
            } catch (MQClientException | RemotingException e) {
                counters.failedToSend();
                pause(e);
            } catch (MQBrokerException e) {
                counters.failedToStore();
                pause(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void sendAsync(Message message, long start)
            throws MQClientException, RemotingException, InterruptedException {
        boolean handedOver = false;
        try {
            producer.send(message, new SendCallback() {
                @Override
                public void onSuccess(SendResult result) {
                    counters.stored(start);
                    inFlight.release();
                }

                @Override
                public void onException(Throwable e) {
                    counters.failedToSend();
                    inFlight.release();
                }
            });
            handedOver = true;
        } finally {
            if (!handedOver) {
                inFlight.release();
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

    private void report(SendCounters.Sample first, SendCounters.Sample last) {
        System.out.printf(
                "Current Time: %s Send TPS: %d Max RT(ms): %d Average RT(ms): %7.3f"
                        + " Send Failed: %d Response Failed: %d%n",
                LocalDateTime.now().format(TIME),
                last.perSecondSince(first),
                counters.maxMillis(),
                last.averageMillisSince(first),
                last.sendFailed(),
                last.responseFailed());
    }

    private void reportEnd(Sampler<SendCounters.Sample> sampler) {
        SendCounters.Sample end = counters.sample();
        sampler.span()
                .ifPresentOrElse(
                        span -> System.out.printf(
                                "[Complete] Send Total: %d Send TPS: %d Max RT(ms): %d Average RT(ms): %7.3f"
                                        + " Send Failed: %d Response Failed: %d%n",
                                end.sent(),
                                span.last().perSecondSince(span.first()),
                                counters.maxMillis(),
                                span.last().averageMillisSince(span.first()),
                                end.sendFailed(),
                                end.responseFailed()),
                        () -> System.out.printf(
                                "[Complete] Send Total: %d Send Failed: %d Response Failed: %d%n",
                                end.sent(), end.sendFailed(), end.responseFailed()));
    }

    /** What is sent. */
    private record Load(
            String topic,
            int threads,
            int messageSizeBytes,
            boolean keys,
            int tags,
            boolean trace,
            boolean acl,
            long quantity,
            boolean delay,
            int delayLevel,
            boolean async) {

        static Load of(CommandOptions options) {
            boolean async = options.flag("y");
            return new Load(
                    options.text("t", "BenchmarkTest"),
                    async ? 1 : options.number("w", 64),
                    options.number("s", 128),
                    options.flag("k"),
                    options.number("l", 0),
                    options.flag("m"),
                    options.flag("a"),
                    options.longNumber("q", 0),
                    options.flag("d"),
                    options.number("e", 1),
                    async);
        }

        void print() {
            System.out.printf(
                    "topic: %s threadCount: %d messageSize: %d keyEnable: %s propertySize: 0 tagCount: %d"
                            + " traceEnable: %s aclEnable: %s messageQuantity: %d%n"
                            + "delayEnable: %s delayLevel: %d%nasyncEnable: %s%n",
                    topic, threads, messageSizeBytes, keys, tags, trace, acl, quantity, delay, delayLevel, async);
        }

        long quantityOfThread(int index) {
            return quantity / threads + (index == 0 ? quantity % threads : 0);
        }

        Message message(byte[] body) {
            Message message = new Message(topic, body);
            long now = keys || tags > 0 ? System.currentTimeMillis() : 0;
            if (keys) {
                message.setKeys(Long.toString(now / 1000));
            }
            if (tags > 0) {
                message.setTags("tag" + now % tags);
            }
            if (delay) {
                message.setDelayTimeLevel(delayLevel);
            }
            return message;
        }
    }
}
