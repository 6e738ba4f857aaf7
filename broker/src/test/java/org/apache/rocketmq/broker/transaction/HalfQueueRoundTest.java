package org.apache.rocketmq.broker.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.broker.client.ProducerGroups;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.store.MessageToStore;
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

/** Single rounds of questions on a clock that the test turns; no producer is online. */
class HalfQueueRoundTest {
    private static final InetSocketAddress HOST = new InetSocketAddress("127.0.0.1", 10911);
    private static final String HALF = "RMQ_SYS_TRANS_HALF_TOPIC";
    private static final String GIVEN_UP = "TRANS_CHECK_MAX_TIME_TOPIC";
    private static final HalfQueueRound.Limits LIMITS = new HalfQueueRound.Limits(6_000, 15, 72 * 3_600_000L);

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
    private final LateAnswers late = new LateAnswers();
    private DefaultMessageStore store;
    private InternalPut put;
    private OpRecords ops;
    private TopicTable topics;
    private long halfFrom;
    private long opFrom;

    @BeforeEach
    void open() throws IOException {
        var config = new MessageStoreConfig();
        config.setStorePathRootDir(folder.toString());
        config.setMappedFileSizeCommitLog(1 << 20);
        config.setMappedFileSizeConsumeQueue(2000);
        config.setMaxHashSlotNum(100);
        config.setMaxIndexNum(400);
        store = new DefaultMessageStore(config, StoreEnvironment.ofMachine().withClock(clock::get));
        store.open();
        store.start();
        put = new InternalPut(store, DelayLevels.parse("1s"));
        topics = new TopicTable(new BrokerConfig(), folder.resolve("config/topics.json"));
        var identity = new BrokerIdentity("c", "b", () -> 0, "127.0.0.1", 10911, HOST, 0);
        ops = new OpRecords(identity, put, clock::get);
    }

    @AfterEach
    void close() {
        store.shutdown();
    }

    @Test
    void aYoungMessageEndsTheRound() {
        half("a", "");
        clock.addAndGet(5_999);
        round();
        assertThat(bodies(HALF)).containsExactly("a");
        assertThat(halfFrom).isZero();

        clock.addAndGet(1);
        round();
        assertThat(bodies(HALF)).containsExactly("a", "a");
        assertThat(halfFrom).isEqualTo(1);
    }

    @Test
    void finishedMessagesArePassedInAnyOrderAndTheirOpRecordsUsedUp() {
        for (int i = 0; i < 100; i++) {
            half("m" + i, "");
        }
        for (int i = 99; i >= 0; i--) {
            ops.finish(0, i);
        }
        clock.addAndGet(60_000);
        round();
        assertThat(halfFrom).isEqualTo(100);
        assertThat(opFrom).isEqualTo(100);
        assertThat(store.maxOffset(HALF, 0)).isEqualTo(100);
    }

    @Test
    void twoEndsOfOneMessageDoNotHoldTheOpRecordsUp() {
        half("a", "");
        ops.finish(0, 0);
        ops.finish(0, 0);
        clock.addAndGet(60_000);
        round();
        assertThat(opFrom).isEqualTo(2);
    }

    @Test
    void opRecordsThatSayNothingAreUsedUp() {
        half("a", "");
        record("RMQ_SYS_TRANS_OP_HALF_TOPIC", "nonsense", "TAGS\u0001d");
        record("RMQ_SYS_TRANS_OP_HALF_TOPIC", "0", "TAGS\u0001x");
        clock.addAndGet(60_000);
        round();
        assertThat(opFrom).isEqualTo(2);
        assertThat(bodies(HALF)).containsExactly("a", "a");
    }

    @Test
    void oneBadRecordDoesNotStopTheRest() {
        record(HALF, "bad", "PGROUP\u0001p");
        half("good", "");
        clock.addAndGet(60_000);
        round();
        assertThat(bodies(GIVEN_UP)).containsExactly("bad");
        assertThat(bodies(HALF)).containsExactly("bad", "good", "good");
        assertThat(halfFrom).isEqualTo(2);
    }

    @Test
    void aMessageIsNotGivenUpBeforeItWasAskedAbout() {
        half("never asked", "");
        half("asked", "\u0002TRANSACTION_CHECK_TIMES\u00011");
        clock.addAndGet(73 * 3_600_000L);
        round();
        assertThat(bodies(GIVEN_UP)).containsExactly("asked");
        assertThat(bodies(HALF)).containsExactly("never asked", "asked", "never asked");
    }

    @Test
    void tooManyQuestionsEndInTheGiveUpTopicWithAllProperties() {
        half("asked", "\u0002TRANSACTION_CHECK_TIMES\u000115\u0002KEYS\u0001k");
        clock.addAndGet(60_000);
        round();
        MessageExt copy = read(GIVEN_UP).get(0);
        assertThat(copy.getProperties())
                .containsEntry("KEYS", "k")
                .containsEntry("TRANSACTION_CHECK_TIMES", "15")
                .containsEntry("REAL_TOPIC", "T");
        assertThat(topics.find(GIVEN_UP).getPerm()).isEqualTo(6);
    }

    @Test
    void animmuneMessageMakesWayWithoutBeingCountedAsAsked() {
        half("immune", "\u0002CHECK_IMMUNITY_TIME_IN_SECONDS\u0001100");
        half("plain", "");
        clock.addAndGet(60_000);
        round();
        List<MessageExt> halves = read(HALF);
        assertThat(halves).hasSize(4);
        assertThat(halves.get(2).getProperties())
                .containsEntry("TRAN_PREPARED_QUEUE_OFFSET", "0")
                .doesNotContainKey("TRANSACTION_CHECK_TIMES");
        assertThat(halfFrom).isEqualTo(2);
    }

    @Test
    void anAnswerForTheFirstCopyOfAnImmuneMessageCountsForTheLaterCopy() {
        half("immune", "\u0002CHECK_IMMUNITY_TIME_IN_SECONDS\u0001100");
        clock.addAndGet(60_000);
        round();
        assertThat(bodies(HALF)).containsExactly("immune", "immune");

        ops.finish(0, 0);
        clock.addAndGet(60_000);
        round();
        assertThat(bodies(HALF)).hasSize(2);
        assertThat(halfFrom).isEqualTo(2);
        assertThat(opFrom).isEqualTo(1);
    }

    @Test
    void theQuestionCarriesTheRecordUnderItsRealTopicAndQueue() {
        long physicalOffset = half("body", "\u0002KEYS\u0001k");
        byte[] sent;
        try (var slice = store.recordAt(physicalOffset)) {
            sent = ProducerQuestions.asSent(slice.buffer(), "Real", 7);
        }
        MessageExt asked = MessageDecoder.decode(ByteBuffer.wrap(sent));
        assertThat(asked.getTopic()).isEqualTo("Real");
        assertThat(asked.getQueueId()).isEqualTo(7);
        assertThat(asked.getStoreSize()).isEqualTo(sent.length);
        assertThat(asked.getCommitLogOffset()).isEqualTo(physicalOffset);
        assertThat(new String(asked.getBody(), UTF_8)).isEqualTo("body");
        assertThat(asked.getKeys()).isEqualTo("k");
    }

    private void round() {
        await().until(() -> store.dispatchedOffset() >= store.maxPhysicalOffset());
        var questions = new ProducerQuestions(store, new ProducerGroups(), null);
        var parts = new HalfQueueRound.Parts(store, put, topics, questions, late, clock::get);
        var round = new HalfQueueRound(parts, LIMITS, 0, halfFrom, opFrom, () -> true);
        round.walk();
        halfFrom = round.halfOffset();
        opFrom = round.opOffset();
        await().until(() -> store.dispatchedOffset() >= store.maxPhysicalOffset());
    }

    private long half(String body, String more) {
        return record(HALF, body, "PGROUP\u0001p\u0002REAL_TOPIC\u0001T\u0002REAL_QID\u00011" + more);
    }

    private long record(String topic, String body, String properties) {
        var message = new MessageToStore();
        message.topic = topic;
        message.bornTimestamp = clock.get();
        message.bornHost = HOST;
        message.storeHost = HOST;
        message.body = ByteBuffer.wrap(body.getBytes(UTF_8));
        message.properties = properties.getBytes(UTF_8);
        return store.put(message).join().physicalOffset();
    }

    private List<String> bodies(String topic) {
        return read(topic).stream()
                .map(message -> new String(message.getBody(), UTF_8))
                .toList();
    }

    private List<MessageExt> read(String topic) {
        List<MessageExt> found = new ArrayList<>();
        for (long offset = 0; offset < store.maxOffset(topic, 0); ) {
            try (ReadResult result = store.read(topic, 0, offset, 32, RecordFilter.ALL)) {
                result.slices().forEach(slice -> found.addAll(MessageDecoder.decodes(slice.duplicate())));
                offset = result.nextOffset();
            }
        }
        return found;
    }
}
