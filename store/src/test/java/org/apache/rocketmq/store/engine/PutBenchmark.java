package org.apache.rocketmq.store.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.config.FlushDiskType;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Puts of one thread under async flush, with the dispatcher following on its own thread. One shot is {@link #PUTS} puts
 * including the time until all of them can be read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 6)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
public class PutBenchmark {
    private static final int PUTS = 200_000;

    @Param({"128", "1024"})
    public int bodyBytes;

    private Path root;
    private DefaultMessageStore store;
    private MessageToStore message;
    private ByteBuffer body;

    @Setup(Level.Trial)
    public void open() throws IOException {
        root = Files.createTempDirectory("put-benchmark");
        MessageStoreConfig config = new MessageStoreConfig();
        config.setStorePathRootDir(root.toString());
        config.setHaListenPort(0);
        config.setFlushDiskType(FlushDiskType.ASYNC_FLUSH);
        store = new DefaultMessageStore(config);
        store.open();
        store.start();
        body = ByteBuffer.allocateDirect(bodyBytes);
        message = new MessageToStore();
        message.topic = "BenchmarkTopic";
        message.bornHost = new InetSocketAddress("127.0.0.1", 40000);
        message.storeHost = new InetSocketAddress("127.0.0.1", 10911);
        message.properties =
                "UNIQ_KEY\u0001FD0000000000000000000000000000026A3C4E0E2F2A65D4AEFC02F6\u0002CLUSTER\u0001DefaultCluster"
                        .getBytes(StandardCharsets.UTF_8);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        store.shutdown();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public long putAndDispatch() {
        for (int i = 0; i < PUTS; i++) {
            message.queueId = i & 7;
            message.bornTimestamp = i;
            message.body = body.clear();
            store.put(message);
        }
        while (store.dispatchedOffset() < store.maxPhysicalOffset()) {
            Thread.onSpinWait();
        }
        return store.maxPhysicalOffset();
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(PutBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
