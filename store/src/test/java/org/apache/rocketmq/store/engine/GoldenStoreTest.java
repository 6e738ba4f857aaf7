package org.apache.rocketmq.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.fastjson2.JSONObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.RecordFilter;
import org.apache.rocketmq.store.RecordSlice;
import org.apache.rocketmq.store.golden.GoldenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores of an official 4.9.7 broker are opened, recovered, read back and written again. */
class GoldenStoreTest {
    /** The official broker wrote one more record while the manifest was read back. */
    private static final long CRASHED_END = 4967351;

    @TempDir
    Path folder;

    private TestStore storeIn(Path root) {
        return new TestStore(root).with(config -> {
            config.setMappedFileSizeCommitLog(GoldenStore.LOG_FILE_BYTES);
            config.setMappedFileSizeConsumeQueue(GoldenStore.QUEUE_FILE_BYTES);
            config.setMaxHashSlotNum(GoldenStore.INDEX_SLOTS);
            config.setMaxIndexNum(GoldenStore.INDEX_ENTRIES);
        });
    }

    @Test
    void aCleanStoreIsReadBackAsTheOfficialBrokerDoes() throws Exception {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        try (TestStore test = storeIn(golden.root()).start()) {
            assertThat(test.store.minPhysicalOffset()).isZero();
            assertThat(test.store.maxPhysicalOffset()).isEqualTo(3733443);
            assertQueues(test.store, golden, false);
            assertMessages(test.store, golden, Long.MAX_VALUE);
            assertKeys(test.store, golden, Long.MAX_VALUE);
            assertPulls(test.store, golden);
        }
        assertThat(golden.root().resolve("abort")).doesNotExist();
    }

    @Test
    void aCrashedStoreIsRecoveredToItsLastRecord() throws Exception {
        GoldenStore golden = GoldenStore.unpack("store-crashed", folder);
        try (TestStore test = storeIn(golden.root()).start()) {
            assertThat(test.store.maxPhysicalOffset()).isEqualTo(CRASHED_END);
            assertQueues(test.store, golden, true);
            assertMessages(test.store, golden, CRASHED_END);
            assertKeys(test.store, golden, CRASHED_END);
        }
        assertThat(golden.root().resolve("recovered")).doesNotExist();
    }

    @Test
    void missingQueuesAreMadeAgainFromTheLog() throws Exception {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        deleteRecursively(golden.root().resolve("consumequeue"));
        try (TestStore test = storeIn(golden.root()).start()) {
            assertQueues(test.store, golden, false);
            assertMessages(test.store, golden, Long.MAX_VALUE);
        }
    }

    @Test
    void missingQueuesOfACrashedStoreAreMadeAgainFromTheBeginning() throws Exception {
        GoldenStore golden = GoldenStore.unpack("store-crashed", folder);
        deleteRecursively(golden.root().resolve("consumequeue"));
        try (TestStore test = storeIn(golden.root()).start()) {
            assertQueues(test.store, golden, true);
        }
    }

    @Test
    void aWrongCheckpointLosesNothing() throws Exception {
        GoldenStore golden = GoldenStore.unpack("store-crashed", folder);
        Files.write(golden.root().resolve("checkpoint"), new byte[10]);
        try (TestStore test = storeIn(golden.root()).start()) {
            assertThat(test.store.maxPhysicalOffset()).isEqualTo(CRASHED_END);
            assertQueues(test.store, golden, true);
            assertKeys(test.store, golden, CRASHED_END);
        }
    }

    @Test
    void lightQueuesAndExtensionsAreMadeAgainFromTheLog() throws Exception {
        GoldenStore golden = GoldenStore.unpack("store-ext", folder);
        deleteRecursively(golden.root().resolve("consumequeue").resolve("%LMQ%one"));
        deleteRecursively(golden.root().resolve("consumequeue").resolve("%LMQ%two"));
        Files.createFile(golden.root().resolve("abort"));
        TestStore test = storeIn(golden.root()).with(config -> {
            config.setMappedFileSizeConsumeQueue(GoldenStore.EXT_QUEUE_FILE_BYTES);
            config.setMappedFileSizeConsumeQueueExt(GoldenStore.EXT_FILE_BYTES);
            config.setEnableConsumeQueueExt(true);
            config.setEnableLmq(true);
            config.setEnableMultiDispatch(true);
        });
        try (test) {
            test.start();
            assertThat(test.store.maxOffset("GoldExt", 0)).isEqualTo(73);
            JSONObject light = golden.manifest().getJSONObject("lightQueues");
            for (String name : light.keySet()) {
                List<JSONObject> expected = light.getJSONArray(name).toList(JSONObject.class);
                List<MessageStore.QueueUnit> units = test.store.queueUnits(name, 0, 0, 100);
                assertThat(units).hasSameSizeAs(expected);
                for (int i = 0; i < units.size(); i++) {
                    assertThat(units.get(i).physicalOffset())
                            .isEqualTo(expected.get(i).getLongValue("commitLogOffset"));
                    assertThat(units.get(i).tagsCode())
                            .isEqualTo(expected.get(i).getLongValue("tagsCode"));
                }
            }
        }
    }

    @Test
    void theSameMessagesMakeTheSameFiles() throws Exception {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        Path rebuilt = folder.resolve("rebuilt");
        try (TestStore original = storeIn(golden.root()).open();
                TestStore copy = storeIn(rebuilt).start()) {
            for (GoldenStore.Record record : golden.records()) {
                try (RecordSlice slice = original.store.recordAt(record.physicalOffset())) {
                    copy.clock.set(record.storeTimestamp());
                    PutResult result = copy.put(messageOf(slice.buffer()));
                    assertThat(result.physicalOffset()).isEqualTo(record.physicalOffset());
                    assertThat(result.queueOffset()).isEqualTo(record.queueOffset());
                }
            }
        }
        assertSameFiles(golden.root(), rebuilt, "commitlog");
        assertSameFiles(golden.root(), rebuilt, "consumequeue");
        List<Path> index = files(golden.root().resolve("index"));
        List<Path> rebuiltIndex = files(rebuilt.resolve("index"));
        assertThat(rebuiltIndex).hasSameSizeAs(index);
        for (int i = 0; i < index.size(); i++) {
            assertThat(rebuiltIndex.get(i)).hasSameBinaryContentAs(index.get(i));
        }
    }

    private static MessageToStore messageOf(ByteBuffer record) throws IOException {
        MessageToStore message = new MessageToStore();
        int sysFlag = RecordLayout.sysFlag(record, 0);
        int topicAt = RecordLayout.topicAt(record, 0);
        int propertiesAt = RecordLayout.propertiesAt(record, topicAt);
        message.topic = new String(bytes(record, topicAt, RecordLayout.topicLength(record, topicAt)), "UTF-8");
        message.queueId = RecordLayout.queueId(record, 0);
        message.flag = RecordLayout.flag(record, 0);
        message.sysFlag = sysFlag;
        message.bornTimestamp = RecordLayout.bornTimestamp(record, 0);
        message.bornHost = host(record, RecordLayout.BORN_HOST, RecordLayout.bornHostLength(sysFlag));
        message.storeHost = host(record, RecordLayout.storeHostAt(sysFlag), RecordLayout.storeHostLength(sysFlag));
        message.reconsumeTimes = RecordLayout.reconsumeTimes(record, 0);
        message.preparedTransactionOffset = RecordLayout.preparedTransactionOffset(record, 0);
        message.body = record.slice(RecordLayout.bodyAt(record, 0), RecordLayout.bodyLength(record, 0));
        message.properties = bytes(record, propertiesAt, RecordLayout.propertiesLength(record, propertiesAt));
        return message;
    }

    private static InetSocketAddress host(ByteBuffer record, int at, int length) throws IOException {
        return new InetSocketAddress(
                InetAddress.getByAddress(bytes(record, at, length - 4)), record.getInt(at + length - 4));
    }

    private static byte[] bytes(ByteBuffer record, int at, int length) {
        byte[] bytes = new byte[length];
        record.get(at, bytes);
        return bytes;
    }

    private static void assertQueues(MessageStore store, GoldenStore golden, boolean redelivered) {
        assertThat(golden.list("queues")).allSatisfy(queue -> {
            String topic = queue.getString("topic");
            int queueId = queue.getIntValue("queueId");
            boolean grew = redelivered && topic.equals("GoldDelay") && queueId == 0;
            assertThat(store.minOffset(topic, queueId)).isEqualTo(queue.getLongValue("minOffset"));
            assertThat(store.maxOffset(topic, queueId)).isEqualTo(queue.getLongValue("maxOffset") - (grew ? 1 : 0));
            assertThat(store.earliestStoreTime(topic, queueId)).isEqualTo(queue.getLongValue("earliestMsgStoreTime"));
        });
        assertThat(store.queues().values().stream().mapToInt(ids -> ids.size()).sum())
                .isEqualTo(golden.list("queues").size());
    }

    private static void assertMessages(MessageStore store, GoldenStore golden, long end) {
        for (JSONObject message : golden.list("messages")) {
            if (message.getLongValue("commitLogOffset") >= end) {
                continue;
            }
            String topic = message.getString("topic");
            int queueId = message.getIntValue("queueId");
            long offset = message.getLongValue("queueOffset");
            var unit = store.queueUnits(topic, queueId, offset, 1).get(0);
            assertThat(unit.physicalOffset()).isEqualTo(message.getLongValue("cqOffset"));
            assertThat(unit.recordSize()).isEqualTo(message.getIntValue("cqSize"));
            assertThat(unit.tagsCode()).isEqualTo(message.getLongValue("cqTagsCode"));
            assertThat(store.storeTimeOf(topic, queueId, offset)).isEqualTo(message.getLongValue("storeTimestamp"));
            try (ReadResult result = store.read(topic, queueId, offset, 1, RecordFilter.ALL)) {
                ByteBuffer record = result.slices().get(0);
                assertThat(result.messageCount()).isOne();
                assertThat(record.remaining()).isEqualTo(message.getIntValue("storeSize"));
                assertThat(RecordLayout.physicalOffset(record, 0)).isEqualTo(message.getLongValue("commitLogOffset"));
                assertThat(RecordLayout.bodyCrc(record, 0)).isEqualTo(message.getIntValue("bodyCrc"));
            }
        }
    }

    private static void assertKeys(MessageStore store, GoldenStore golden, long end) {
        for (JSONObject query : golden.list("indexQueries")) {
            List<Long> expected = query.containsKey("commitLogOffsets")
                    ? query.getJSONArray("commitLogOffsets").toList(Long.class)
                    : List.of();
            try (var answer = store.query(
                    query.getString("topic"),
                    query.getString("key"),
                    query.getIntValue("maxNum"),
                    query.getLongValue("beginTimestamp"),
                    query.getLongValue("endTimestamp"))) {
                assertThat(answer.slices().stream().map(RecordSlice::physicalOffset))
                        .as(query.toString())
                        .containsExactlyElementsOf(
                                expected.stream().filter(offset -> offset < end).toList());
            }
        }
    }

    private static void assertPulls(MessageStore store, GoldenStore golden) {
        for (JSONObject pull : golden.list("pulls")) {
            long tagsCode = pull.getString("subscription").hashCode();
            RecordFilter filter = new RecordFilter() {
                @Override
                public boolean matchesQueueUnit(long code, byte[] bitmap) {
                    return code == tagsCode;
                }
            };
            try (ReadResult result = store.read(
                    pull.getString("topic"),
                    pull.getIntValue("queueId"),
                    pull.getLongValue("queueOffset"),
                    pull.getIntValue("maxMsgNums"),
                    filter)) {
                assertThat(result.status().name()).as(pull.toString()).isEqualTo(pull.getString("remark"));
                assertThat(result.nextOffset()).as(pull.toString()).isEqualTo(pull.getLongValue("nextBeginOffset"));
                assertThat(result.minOffset()).isEqualTo(pull.getLongValue("minOffset"));
                assertThat(result.maxOffset()).isEqualTo(pull.getLongValue("maxOffset"));
                assertThat(queueOffsets(result))
                        .isEqualTo(pull.getJSONArray("queueOffsets").toList(Long.class));
            }
        }
    }

    private static List<Long> queueOffsets(ReadResult result) {
        List<Long> offsets = new ArrayList<>();
        for (ByteBuffer slice : result.slices()) {
            for (int at = 0; at < slice.limit(); at += RecordLayout.totalSize(slice, at)) {
                offsets.add(RecordLayout.queueOffset(slice, at));
            }
        }
        return offsets;
    }

    private static void assertSameFiles(Path expected, Path actual, String folder) throws IOException {
        Path from = expected.resolve(folder);
        List<Path> files = files(from);
        assertThat(files(actual.resolve(folder))).hasSameSizeAs(files);
        for (Path file : files) {
            assertThat(actual.resolve(folder).resolve(from.relativize(file))).hasSameBinaryContentAs(file);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
