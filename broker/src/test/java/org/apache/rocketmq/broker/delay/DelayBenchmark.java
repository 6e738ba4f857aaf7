package org.apache.rocketmq.broker.delay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.delay.DelayLevels;
import org.apache.rocketmq.store.engine.DefaultMessageStore;
import org.apache.rocketmq.store.engine.StoreEnvironment;

/**
 * How late delayed messages come at a given rate. Run by hand: {@code main(messagesPerSecond, seconds)}; prints milliseconds
 * behind the due time.
 */
public final class DelayBenchmark {
    private static final InetSocketAddress HOST = new InetSocketAddress("127.0.0.1", 10911);
    private static final long DELAY_MILLIS = 1_000;

    private DelayBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var config = new MessageStoreConfig();
        Path folder = Files.createTempDirectory("delay");
        config.setStorePathRootDir(folder.toString());
        config.setMessageDelayLevel("1s");
        DelayLevels levels = DelayLevels.parse("1s");
        var store = new DefaultMessageStore(config, StoreEnvironment.ofMachine());
        var put = new InternalPut(store, levels);
        var delivery = new DelayedDelivery(
                store,
                put,
                levels,
                new DelayOffsets(folder.resolve("config/delayOffset.json")),
                new BrokerStats("c", () -> true, System::currentTimeMillis),
                config,
                System::currentTimeMillis);
        long[] sent = new long[rate * seconds];
        int[] late = new int[sent.length];
        int[] arrived = new int[1];
        store.setArrivalListener((topic, queueId, offset, tagsCode, storeTime, bitmap, properties) -> {
            delivery.onArrival(topic, queueId, offset, tagsCode, storeTime, bitmap, properties);
            if (topic.equals("T")) {
                late[arrived[0]] = (int) (System.currentTimeMillis() - sent[arrived[0]] - DELAY_MILLIS);
                arrived[0]++;
            }
        });
        store.open();
        store.start();
        delivery.start();
        long began = System.nanoTime();
        for (int i = 0; i < sent.length; i++) {
            long due = began + TimeUnit.SECONDS.toNanos(i) / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(100_000);
            }
            sent[i] = put.put(message()).join().storeTimestamp();
        }
        TimeUnit.MILLISECONDS.sleep(DELAY_MILLIS + 2_000);
        delivery.stop();
        store.shutdown();
        Arrays.sort(late);
        System.out.printf(
                "%d of %d arrived; late p50 %d ms, p99 %d ms, most %d ms%n",
                arrived[0],
                sent.length,
                late[late.length / 2],
                late[(int) (late.length * 0.99)],
                late[late.length - 1]);
    }

    private static MessageToStore message() {
        var message = new MessageToStore();
        message.topic = "T";
        message.bornHost = HOST;
        message.storeHost = HOST;
        message.body = ByteBuffer.allocate(1024);
        message.properties = "UNIQ_KEY\u00017F00000100002A9F0000000000FFFFFF\u0002DELAY\u00011".getBytes(UTF_8);
        return message;
    }
}
