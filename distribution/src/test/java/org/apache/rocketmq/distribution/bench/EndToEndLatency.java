package org.apache.rocketmq.distribution.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * How long a message takes from the call of {@code send} to the listener of a push consumer in the same process, at a modest
 * rate. Runs with our client or the official one, whichever is on the class path.
 *
 * <p>Arguments: {@code nameServer topic warmUpMessages messages}.
 */
public final class EndToEndLatency {
    private static final int BODY_BYTES = 1024;
    private static final long PAUSE_NANOS = 1_000_000;

    private EndToEndLatency() {}

    public static void main(String[] args) throws Exception {
        String topic = args[1];
        int warmUp = Integer.parseInt(args[2]);
        int measured = Integer.parseInt(args[3]);
        long run = System.nanoTime();
        long[] latencyNanos = new long[warmUp + measured];
        var received = new CountDownLatch(latencyNanos.length);

        var producer = new DefaultMQProducer("latency_producer");
        producer.setNamesrvAddr(args[0]);
        producer.start();
        producer.send(message(topic, run, -1), 10_000);

        var consumer = new DefaultMQPushConsumer("latency_consumer_" + run);
        consumer.setNamesrvAddr(args[0]);
        consumer.subscribe(topic, "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            long now = System.nanoTime();
            for (MessageExt message : messages) {
                ByteBuffer body = ByteBuffer.wrap(message.getBody());
                if (body.getLong() == run) {
                    int number = body.getInt();
                    if (number >= 0) {
                        latencyNanos[number] = now - body.getLong();
                        received.countDown();
                    }
                }
            }
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        consumer.start();
        // The first rounds are the warm-up, so a late start of the consumer does not count.
        for (int i = 0; i < latencyNanos.length; i++) {
            producer.send(message(topic, run, i), 10_000);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        boolean complete = received.await(30, TimeUnit.SECONDS);
        long[] sorted = Arrays.copyOfRange(latencyNanos, warmUp, latencyNanos.length);
        Arrays.sort(sorted);
        System.out.printf(
                "p50 %d us, p99 %d us%s%n",
                sorted[measured / 2] / 1000, sorted[measured * 99 / 100] / 1000, complete ? "" : ", INCOMPLETE");
        System.exit(complete ? 0 : 1);
    }

    private static Message message(String topic, long run, int number) {
        byte[] body = new byte[BODY_BYTES];
        ByteBuffer.wrap(body).putLong(run).putInt(number).putLong(System.nanoTime());
        return new Message(topic, body);
    }
}
