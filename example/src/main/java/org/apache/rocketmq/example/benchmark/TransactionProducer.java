package org.apache.rocketmq.example.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.TransactionMQProducer;
import org.apache.rocketmq.common.message.Message;

/** Sends messages in transactions whose results are thrown by dice. Source: benchmark folder. */
public class TransactionProducer {

    private static final long PAUSE_AFTER_FAILURE_MILLIS = 3000;

    private final TransactionMQProducer producer;
    private final Load load;
    private final FateListener listener;
    private final SendCounters counters = new SendCounters();
    private final AtomicLong nextMessageId = new AtomicLong();

    private TransactionProducer(TransactionMQProducer producer, Load load, FateListener listener) {
        this.producer = producer;
        this.load = load;
        this.listener = listener;
    }

    public static void main(String[] args) throws MQClientException {
        CommandOptions.useBinaryHeaders();
        CommandOptions options = new CommandOptions("TransactionProducer")
                .with("w", "threadCount", "Thread count, Default: 32")
                .with("s", "messageSize", "Message Size, Default: 2048")
                .with("t", "topic", "Topic name, Default: BenchmarkTest")
                .with("sr", "send rollback rate", "Send rollback rate, Default: 0.0")
                .with("su", "send unknown rate", "Send unknown rate, Default: 0.0")
                .with("cr", "check rollback rate", "Check rollback rate, Default: 0.0")
                .with("cu", "check unknown rate", "Check unknown rate, Default: 0.0")
                .with("b", "test batch id", "test batch id, Default: System.currentMillis()")
                .with("i", "send interval", "sleep interval in millis between messages, Default: 0")
                .with("a", "aclEnable", "Acl Enable, Default: false")
                .with("ak", "accessKey", "Acl access key, Default: rocketmq2")
                .with("sk", "secretKey", "Acl secret key, Default: 12345678")
                .with("m", "msgTraceEnable", "Message Trace Enable, Default: false")
                .parse(args);
        Load load = Load.of(options);
        FateListener listener = new FateListener(load.batchId());
        TransactionMQProducer producer = new TransactionMQProducer(
                null,
                "benchmark_transaction_producer",
                options.account("ak", "sk", "12345678"),
                options.flag("m"),
                null);
        options.configure(producer);
        producer.setTransactionListener(listener);
        producer.start();
        new TransactionProducer(producer, load, listener).run();
    }

    private void run() {
        new Sampler<>(() -> new Sample(counters.sample(), listener.counts()), this::report).start();
        for (int i = 0; i < load.threads(); i++) {
            new Thread(this::sendForever, "BenchmarkSendThread_" + i).start();
        }
    }

    private void sendForever() {
        try {
            while (true) {
                byte[] body = TransactionBody.random(
                        load.batchId(), nextMessageId.getAndIncrement(), load.messageSizeBytes(), load.rates());
                long start = System.nanoTime();
                try {
                    producer.sendMessageInTransaction(new Message(load.topic(), body), null);
                    counters.stored(start);
                } catch (MQClientException e) {
                    counters.failedToSend();
                    System.err.println(e);
                    TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                }
                if (load.pauseMillis() > 0) {
                    TimeUnit.MILLISECONDS.sleep(load.pauseMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(Sample first, Sample last) {
        System.out.printf(
                "Current Time: %d Send TPS: %5d Max RT(ms): %5d AVG RT(ms):%3.1f Send Failed: %d check: %d"
                        + " unexpectedCheck: %d duplicatedCheck: %d %n",
                System.currentTimeMillis(),
                last.requests().perSecondSince(first.requests()),
                counters.takeMaxMillis(),
                last.requests().averageMillisSince(first.requests()),
                last.requests().sendFailed() - first.requests().sendFailed(),
                last.fates().checks() - first.fates().checks(),
                last.fates().unexpected() - first.fates().unexpected(),
                last.fates().duplicated() - first.fates().duplicated());
    }

    private record Sample(SendCounters.Sample requests, FateListener.Counts fates) {}

    /** What is sent. */
    private record Load(
            String topic,
            int threads,
            int messageSizeBytes,
            long batchId,
            long pauseMillis,
            TransactionBody.Rates rates) {

        static Load of(CommandOptions options) {
            return new Load(
                    options.text("t", "BenchmarkTest"),
                    options.number("w", 32),
                    options.number("s", 2048),
                    options.longNumber("b", System.currentTimeMillis()),
                    options.longNumber("i", 0),
                    new TransactionBody.Rates(
                            options.rate("sr"), options.rate("su"), options.rate("cr"), options.rate("cu")));
        }
    }
}
