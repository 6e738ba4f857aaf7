package org.apache.rocketmq.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.RecordFilter;
import org.apache.rocketmq.store.RecordSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendTest {
    private static final int BLANK_MAGIC = 0xCBD43194;

    @TempDir
    Path root;

    private TestStore test;

    @BeforeEach
    void start() throws IOException {
        test = new TestStore(root).start();
    }

    @AfterEach
    void stop() {
        test.close();
    }

    private static byte[] batch(String... bodies) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (String body : bodies) {
            byte[] text = body.getBytes(StandardCharsets.UTF_8);
            byte[] properties = "k\u0001v".getBytes(StandardCharsets.UTF_8);
            out.writeInt(22 + text.length + properties.length);
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt(7);
            out.writeInt(text.length);
            out.write(text);
            out.writeShort(properties.length);
            out.write(properties);
        }
        return bytes.toByteArray();
    }

    private static MessageToStore batchMessage(byte[] body, String properties) {
        MessageToStore message = TestStore.message("Topic", 0, "", properties);
        message.batch = true;
        message.body = ByteBuffer.wrap(body);
        return message;
    }

    private byte[] file(int number) throws IOException {
        return Files.readAllBytes(
                root.resolve("commitlog").resolve("%020d".formatted(number * TestStore.SEGMENT_BYTES)));
    }

    @Test
    void aRecordThatLeavesNoRoomForABlankOneGoesToTheNextFile() throws Exception {
        int overhead = RecordLayout.FIXED_BYTES + "Topic".length();
        PutResult first = test.put("Topic", 0, "a".repeat(4000 - overhead));
        // Exactly fits with the blank record's head behind it.
        PutResult fits = test.put("Topic", 0, "b".repeat(TestStore.SEGMENT_BYTES - 4000 - 8 - overhead));
        PutResult next = test.put("Topic", 0, "c");
        assertThat(first.recordSizes()).containsExactly(4000);
        assertThat(fits.physicalOffset()).isEqualTo(4000);
        assertThat(next.physicalOffset()).isEqualTo(TestStore.SEGMENT_BYTES);
        ByteBuffer blank = ByteBuffer.wrap(file(0)).position(TestStore.SEGMENT_BYTES - 8);
        assertThat(blank.getInt()).isEqualTo(8);
        assertThat(blank.getInt()).isEqualTo(BLANK_MAGIC);
        assertThat(test.awaitDispatch().bodies("Topic", 0)).hasSize(3).endsWith("c");
    }

    @Test
    void aBatchBecomesAdjacentRecordsWithOneStoreTimeAndTheCommonPropertiesBehindTheirOwn() throws Exception {
        PutResult result = test.put(batchMessage(batch("one", "two", "three"), "c\u0001d"));
        test.awaitDispatch();
        assertThat(result.queueOffset()).isZero();
        assertThat(result.recordSizes()).hasSize(3);
        assertThat(result.endOffset()).isEqualTo(test.store.maxPhysicalOffset());
        try (ReadResult read = test.store.read("Topic", 0, 0, 32, RecordFilter.ALL)) {
            assertThat(read.messageCount()).isEqualTo(3);
            assertThat(read.slices()).hasSize(1);
            ByteBuffer slice = read.slices().get(0);
            assertThat(TestStore.bodiesOf(slice)).containsExactly("one", "two", "three");
            int at = 0;
            for (int i = 0; i < 3; i++) {
                assertThat(RecordLayout.queueOffset(slice, at)).isEqualTo(i);
                assertThat(RecordLayout.physicalOffset(slice, at)).isEqualTo(at);
                assertThat(RecordLayout.flag(slice, at)).isEqualTo(7);
                assertThat(RecordLayout.storeTimestamp(slice, at)).isEqualTo(test.clock.get());
                int properties = RecordLayout.propertiesAt(slice, RecordLayout.topicAt(slice, at));
                byte[] text = new byte[RecordLayout.propertiesLength(slice, properties)];
                slice.get(properties, text);
                assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("k\u0001v\u0002c\u0001d");
                at += RecordLayout.totalSize(slice, at);
            }
        }
    }

    @Test
    void aBatchIsNeverSplitOverTwoFiles() throws Exception {
        test.put("Topic", 0, "x".repeat(6000));
        PutResult result = test.put(batchMessage(batch("1".repeat(1000), "2".repeat(1000), "3".repeat(1000)), ""));
        assertThat(result.physicalOffset()).isEqualTo(TestStore.SEGMENT_BYTES);
        assertThat(result.queueOffset()).isEqualTo(1);
    }

    @Test
    void preparedRecordsTakeNoPlaceInTheQueue() throws Exception {
        test.put("Topic", 0, "first");
        MessageToStore prepared = TestStore.message("Topic", 0, "prepared", "");
        prepared.sysFlag = MessageSysFlag.TRANSACTION_PREPARED_TYPE;
        assertThat(test.put(prepared).queueOffset()).isZero();
        MessageToStore committed = TestStore.message("Topic", 0, "committed", "");
        committed.sysFlag = MessageSysFlag.TRANSACTION_COMMIT_TYPE;
        assertThat(test.put(committed).queueOffset()).isEqualTo(1);
        assertThat(test.awaitDispatch().bodies("Topic", 0)).containsExactly("first", "committed");
    }

    @Test
    void hostsOfBothKindsAreStored() throws Exception {
        MessageToStore message = TestStore.message("Topic", 0, "six", "a\u0001b");
        message.bornHost = new InetSocketAddress("2001:db8::1", 99);
        PutResult result = test.put(message);
        try (RecordSlice record = test.store.recordAt(result.physicalOffset())) {
            ByteBuffer bytes = record.buffer();
            int sysFlag = RecordLayout.sysFlag(bytes, 0);
            assertThat(sysFlag).isEqualTo(MessageSysFlag.BORNHOST_V6_FLAG);
            assertThat(RecordLayout.storeTimestamp(bytes, 0)).isEqualTo(test.clock.get());
            assertThat(bytes.getInt(RecordLayout.BORN_HOST + 16)).isEqualTo(99);
            assertThat(TestStore.bodiesOf(bytes)).containsExactly("six");
        }
    }

    @Test
    void whatCannotBeStoredIsRefusedWithItsLimitAndKey() throws Exception {
        test.config.setMaxMessageSize(10_000);
        assertRefused(TestStore.message("T".repeat(128), 0, "", ""), PutStatus.MESSAGE_ILLEGAL, "127");
        assertRefused(TestStore.message("../evil", 0, "", ""), PutStatus.MESSAGE_ILLEGAL, "folder");
        assertRefused(TestStore.message("Topic", -1, "", ""), PutStatus.MESSAGE_ILLEGAL, "-1");
        assertRefused(
                TestStore.message("Topic", 0, "", "p".repeat(32768)), PutStatus.PROPERTIES_SIZE_EXCEEDED, "32767");
        assertRefused(
                TestStore.message("Topic", 0, "b".repeat(10_001), ""),
                PutStatus.MESSAGE_ILLEGAL,
                "at most 10000 (maxMessageSize)");
        assertRefused(
                TestStore.message("Topic", 0, "b".repeat(9000), ""),
                PutStatus.MESSAGE_ILLEGAL,
                "8192 bytes (mappedFileSizeCommitLog)");
        byte[] cut = batch("one", "two");
        assertRefused(
                batchMessage(java.util.Arrays.copyOf(cut, cut.length - 1), ""), PutStatus.MESSAGE_ILLEGAL, "message 1");
        assertThat(test.store.maxPhysicalOffset()).isZero();
        assertThat(test.put("Topic", 0, "fine").status()).isEqualTo(PutStatus.PUT_OK);
    }

    private void assertRefused(MessageToStore message, PutStatus status, String cause) throws Exception {
        PutResult result = test.put(message);
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.cause()).contains(cause);
    }

    @Test
    void aStoreThatIsNotStartedOrASlaveTakesNothing() throws Exception {
        test.close();
        assertThat(test.store.refusal()).contains("shut down");
        PutResult result = test.put("Topic", 0, "late");
        assertThat(result.status()).isEqualTo(PutStatus.SERVICE_NOT_AVAILABLE);
        test = new TestStore(root)
                .with(config -> config.setBrokerRole(org.apache.rocketmq.store.config.BrokerRole.SLAVE))
                .start();
        assertThat(test.put("Topic", 0, "x").cause()).contains("brokerRole=SLAVE");
    }

    @Test
    void keysAndTimesAreFoundAfterDispatch() throws Exception {
        test.put(TestStore.message("Topic", 0, "one", "UNIQ_KEY\u0001id1\u0002KEYS\u0001red  blue\u0002TAGS\u0001t"));
        test.clock.addAndGet(5000);
        test.put(TestStore.message("Topic", 0, "two", "KEYS\u0001blue"));
        test.awaitDispatch();
        try (var found = test.store.query("Topic", "blue", 10, 0, Long.MAX_VALUE)) {
            assertThat(found.slices()).hasSize(2);
        }
        try (var found = test.store.query("Topic", "id1", 10, 0, Long.MAX_VALUE)) {
            assertThat(found.slices()).hasSize(1);
            assertThat(TestStore.bodiesOf(found.slices().get(0).buffer())).containsExactly("one");
        }
        assertThat(test.store.queueUnits("Topic", 0, 0, 10).get(0).tagsCode()).isEqualTo("t".hashCode());
        assertThat(test.store.offsetByTime("Topic", 0, test.clock.get() - 1)).isEqualTo(1);
        assertThat(test.store.earliestStoreTime()).isEqualTo(test.clock.get() - 5000);
    }

    @Test
    void theKeyIndexCanBeSwitchedWhileTheStoreRuns() throws Exception {
        test.config.setMessageIndexEnable(false);
        test.put(TestStore.message("Topic", 0, "one", "KEYS\u0001blue"));
        test.awaitDispatch();
        test.config.setMessageIndexEnable(true);
        test.put(TestStore.message("Topic", 0, "two", "KEYS\u0001blue"));
        test.awaitDispatch();
        try (var found = test.store.query("Topic", "blue", 10, 0, Long.MAX_VALUE)) {
            assertThat(found.slices()).hasSize(1);
            assertThat(TestStore.bodiesOf(found.slices().get(0).buffer())).containsExactly("two");
        }
    }

    @Test
    void lightQueuesGetUnitsOfTheirOwn() throws Exception {
        test.close();
        test = new TestStore(root)
                .with(config -> {
                    config.setEnableLmq(true);
                    config.setEnableMultiDispatch(true);
                })
                .start();
        test.put(TestStore.message("Topic", 3, "both", "INNER_MULTI_DISPATCH\u0001%LMQ%a,%LMQ%b"));
        test.put(TestStore.message("Topic", 3, "one", "INNER_MULTI_DISPATCH\u0001%LMQ%b"));
        assertThat(test.awaitDispatch().bodies("Topic", 3)).containsExactly("both", "one");
        assertThat(test.bodies("%LMQ%a", 0)).containsExactly("both");
        assertThat(test.bodies("%LMQ%b", 0)).containsExactly("both", "one");
    }
}
