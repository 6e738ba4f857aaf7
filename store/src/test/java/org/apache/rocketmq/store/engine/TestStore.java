package org.apache.rocketmq.store.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.RecordFilter;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.awaitility.Awaitility;

/** A store with small files in a folder of the test, on a clock that the test turns. */
public final class TestStore implements AutoCloseable {
    public static final int SEGMENT_BYTES = 8192;
    public static final InetSocketAddress BORN = new InetSocketAddress("127.0.0.1", 4321);
    public static final InetSocketAddress STORE = new InetSocketAddress("127.0.0.1", 10911);

    public final MessageStoreConfig config = new MessageStoreConfig();
    public final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
    public volatile double diskRatio = 0.1;
    public DefaultMessageStore store;

    public TestStore(Path root) {
        config.setStorePathRootDir(root.toString());
        config.setMappedFileSizeCommitLog(SEGMENT_BYTES);
        config.setMappedFileSizeConsumeQueue(2000);
        config.setMaxHashSlotNum(100);
        config.setMaxIndexNum(400);
        config.setFileReservedTime(900_000);
        config.setHaListenPort(0);
    }

    public TestStore with(Consumer<MessageStoreConfig> change) {
        change.accept(config);
        return this;
    }

    /** Opens without starting threads. */
    public TestStore open() throws IOException {
        store = new DefaultMessageStore(
                config, StoreEnvironment.ofMachine().withClock(clock::get).withDisk(path -> diskRatio));
        store.open();
        return this;
    }

    public TestStore start() throws IOException {
        open();
        store.start();
        return this;
    }

    public static MessageToStore message(String topic, int queueId, String body, String properties) {
        MessageToStore message = new MessageToStore();
        message.topic = topic;
        message.queueId = queueId;
        message.bornHost = BORN;
        message.storeHost = STORE;
        message.bornTimestamp = 1_600_000_000_000L;
        message.body = ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8));
        message.properties = properties.getBytes(StandardCharsets.UTF_8);
        return message;
    }

    public PutResult put(MessageToStore message) throws Exception {
        return store.put(message).get(10, TimeUnit.SECONDS);
    }

    public PutResult put(String topic, int queueId, String body) throws Exception {
        return put(message(topic, queueId, body, ""));
    }

    public TestStore awaitDispatch() {
        Awaitility.await().until(() -> store.dispatchedOffset() >= store.maxPhysicalOffset());
        return this;
    }

    /** Bodies of all messages of a queue. */
    public List<String> bodies(String topic, int queueId) {
        List<String> bodies = new ArrayList<>();
        long offset = store.minOffset(topic, queueId);
        while (offset < store.maxOffset(topic, queueId)) {
            try (ReadResult result = store.read(topic, queueId, offset, 32, RecordFilter.ALL)) {
                result.slices().forEach(slice -> bodies.addAll(bodiesOf(slice)));
                offset = result.nextOffset();
            }
        }
        return bodies;
    }

    /** Bodies of adjacent records. */
    public static List<String> bodiesOf(ByteBuffer records) {
        List<String> bodies = new ArrayList<>();
        for (int at = 0; at < records.limit(); at += RecordLayout.totalSize(records, at)) {
            byte[] body = new byte[RecordLayout.bodyLength(records, at)];
            records.get(RecordLayout.bodyAt(records, at), body);
            bodies.add(new String(body, StandardCharsets.UTF_8));
        }
        return bodies;
    }

    @Override
    public void close() {
        if (store != null) {
            store.shutdown();
        }
    }
}
