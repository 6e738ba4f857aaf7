package org.apache.rocketmq.broker.delay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.RecordFilter;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.delay.DelayLevels;
import org.apache.rocketmq.store.engine.DefaultMessageStore;
import org.apache.rocketmq.store.engine.StoreEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivery over a real store, on a clock that the test turns. */
class DelayedDeliveryTest {
    private static final InetSocketAddress HOST = new InetSocketAddress("127.0.0.1", 10911);
    private static final String LEVELS = "1s 10s 1m";
    private static final String SCHEDULE = "SCHEDULE_TOPIC_XXXX";

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
    /** Refuses the puts of this topic. */
    private final AtomicReference<String> refused = new AtomicReference<>("");

    private final MessageStoreConfig config = new MessageStoreConfig();
    private DefaultMessageStore store;
    private InternalPut put;
    private DelayOffsets offsets;
    private BrokerStats stats;
    private DelayedDelivery delivery;

    @BeforeEach
    void open() throws IOException {
        config.setStorePathRootDir(folder.toString());
        config.setMappedFileSizeCommitLog(1 << 24);
        config.setMappedFileSizeConsumeQueue(20_000);
        config.setMaxHashSlotNum(100);
        config.setMaxIndexNum(400);
        config.setMessageDelayLevel(LEVELS);
        config.setHaListenPort(0);
        store = new DefaultMessageStore(config, StoreEnvironment.ofMachine().withClock(clock::get));
        put = new InternalPut(refusing(store), DelayLevels.parse(LEVELS));
        offsets = new DelayOffsets(folder.resolve("config/delayOffset.json"));
        offsets.load();
        stats = new BrokerStats("c", () -> true, clock::get);
        delivery = new DelayedDelivery(store, put, DelayLevels.parse(LEVELS), offsets, stats, config, clock::get);
        store.setArrivalListener(delivery);
        store.open();
        store.start();
        delivery.start();
    }

    @AfterEach
    void close() {
        delivery.stop();
        store.shutdown();
    }

    /** Same store, but a topic can be refused as if the disk were full. */
    private MessageStore refusing(MessageStore real) {
        return (MessageStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MessageStore.class}, (p, m, args) -> {
                    if (m.getName().equals("put") && ((MessageToStore) args[0]).topic.equals(refused.get())) {
                        return CompletableFuture.completedFuture(
                                PutResult.refused(PutStatus.SERVICE_NOT_AVAILABLE, "test"));
                    }
                    return m.invoke(real, args);
                });
    }

    @Test
    void deliversWhenDueAndNotBefore() {
        send("T", 2, "1", "first");

        pass(999);
        assertThat(bodies("T", 2)).isEmpty();
        pass(1);
        awaitBodies("T", 2, "first");
    }

    @Test
    void keepsBirthAndPropertiesOfTheMessage() {
        send("T", 2, "1", "first");
        pass(1000);
        awaitBodies("T", 2, "first");

        MessageExt message = read("T", 2).get(0);
        assertThat(message.getBornTimestamp()).isEqualTo(77);
        assertThat(message.getReconsumeTimes()).isEqualTo(3);
        assertThat(message.getFlag()).isEqualTo(9);
        assertThat(message.getProperties())
                .containsEntry("TAGS", "a")
                .containsEntry("DELAY", "1")
                .containsEntry("REAL_TOPIC", "T")
                .containsEntry("REAL_QID", "2");
    }

    @Test
    void capsALevelAboveTheHighest() {
        send("T", 0, "99", "late");

        pass(59_999);
        assertThat(bodies("T", 0)).isEmpty();
        pass(1);
        awaitBodies("T", 0, "late");
        assertThat(read("T", 0).get(0).getProperties()).containsEntry("DELAY", "3");
    }

    @Test
    void keepsTheOrderOfALevel() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            sent.add("m" + i);
            send("T", 0, "1", "m" + i);
        }
        pass(1000);
        awaitBodies("T", 0, sent.toArray(String[]::new));
    }

    @Test
    void aLevelThatCannotDeliverHoldsUpNoOther() {
        refused.set("Full");
        send("Full", 0, "1", "stuck");
        send("T", 0, "1", "behind it");
        send("T", 1, "2", "free");
        pass(10_000);

        awaitBodies("T", 1, "free");
        assertThat(bodies("T", 0)).isEmpty();
    }

    @Test
    void triesAgainUntilThePutSucceeds() {
        refused.set("Full");
        send("Full", 0, "1", "stuck");
        send("T", 0, "1", "behind it");
        pass(1000);
        delivery.stop();
        assertThat(bodies("Full", 0)).isEmpty();
        delivery.start();

        refused.set("");
        await().untilAsserted(() -> {
            pass(100);
            assertThat(bodies("Full", 0)).containsExactly("stuck");
        });
        awaitBodies("T", 0, "behind it");
    }

    @Test
    void passesOverAMessageThatDoesNotSayWhereItBelongs() {
        MessageToStore lost = message(SCHEDULE, 0, "DELAY\u00011\u0002REAL_QID\u00010", "lost");
        put.putNow(lost);
        send("T", 0, "1", "good");
        pass(1000);
        awaitBodies("T", 0, "good");
    }

    @Test
    void goesOnAfterARestartWithWhatIsNotDelivered() throws IOException {
        send("T", 0, "1", "before");
        send("T", 0, "3", "after");
        pass(1000);
        awaitBodies("T", 0, "before");
        close();
        assertThat(Files.readString(folder.resolve("config/delayOffset.json"))).contains("1:1");

        clock.addAndGet(60_000);
        open();
        awaitBodies("T", 0, "before", "after");
    }

    @Test
    void movesAStoredOffsetIntoTheQueue() throws IOException {
        send("T", 0, "1", "before");
        pass(1000);
        awaitBodies("T", 0, "before");
        close();
        Files.writeString(folder.resolve("config/delayOffset.json"), "{\"offsetTable\":{1:900,2:5}}");

        open();
        assertThat(offsets.all()).isEqualTo(Map.of(1, 1L, 2, 0L));
        send("T", 0, "1", "more");
        pass(1000);
        awaitBodies("T", 0, "before", "more");
    }

    @Test
    void deliversAtOnceWhatIsDueFurtherAwayThanItsLevelAllows() {
        send("T", 0, "2", "from the future");
        pass(-20_000);
        awaitBodies("T", 0, "from the future");
    }

    @Test
    void countsDeliveriesAndTellsProgress() {
        send("T", 0, "1", "one");
        send("T", 0, "1", "two");
        pass(1000);
        awaitBodies("T", 0, "one", "two");

        await().untilAsserted(() -> assertThat(offsets.find(1)).isEqualTo(2));
        Map<String, String> info = new LinkedHashMap<>();
        delivery.describe(info);
        assertThat(info).isEqualTo(Map.of("scheduleMessageOffset_1", "2,2"));
        assertThat(new String(offsets.encode(), UTF_8)).isEqualTo("{\"offsetTable\":{1:2}}");
        assertThat(stats.find(BrokerStats.GROUP_GET_NUMS, SCHEDULE + "@SCHEDULE_CONSUMER"))
                .isNotNull();
        assertThat(stats.find(BrokerStats.TOPIC_PUT_NUMS, "T")).isNotNull();
        assertThat(stats.putTotal()).isEqualTo(2);
        assertThat(stats.getTotal()).isZero();
    }

    @Test
    void refusesATableOfLevelsThatCannotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DelayLevels.parse("1s 5x"))
                .withMessageContaining("messageDelayLevel")
                .withMessageContaining("5x");
    }

    private void pass(long millis) {
        clock.addAndGet(millis);
        await().until(() -> store.dispatchedOffset() >= store.maxPhysicalOffset());
    }

    private void send(String topic, int queueId, String level, String body) {
        put.put(message(topic, queueId, "TAGS\u0001a\u0002DELAY\u0001" + level, body))
                .join();
    }

    private static MessageToStore message(String topic, int queueId, String properties, String body) {
        var message = new MessageToStore();
        message.topic = topic;
        message.queueId = queueId;
        message.flag = 9;
        message.bornTimestamp = 77;
        message.bornHost = HOST;
        message.storeHost = HOST;
        message.reconsumeTimes = 3;
        message.body = ByteBuffer.wrap(body.getBytes(UTF_8));
        message.properties = properties.getBytes(UTF_8);
        return message;
    }

    private void awaitBodies(String topic, int queueId, String... bodies) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bodies(topic, queueId)).containsExactly(bodies));
    }

    private List<String> bodies(String topic, int queueId) {
        return read(topic, queueId).stream()
                .map(message -> new String(message.getBody(), UTF_8))
                .toList();
    }

    private List<MessageExt> read(String topic, int queueId) {
        List<MessageExt> found = new ArrayList<>();
        long offset = 0;
        while (offset < store.maxOffset(topic, queueId)) {
            try (ReadResult result = store.read(topic, queueId, offset, 32, RecordFilter.ALL)) {
                result.slices().forEach(slice -> found.addAll(MessageDecoder.decodes(slice.duplicate())));
                offset = result.nextOffset();
            }
        }
        return found;
    }
}
