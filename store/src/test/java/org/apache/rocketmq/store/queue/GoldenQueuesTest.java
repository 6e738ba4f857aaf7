package org.apache.rocketmq.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.fastjson2.JSONObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.rocketmq.store.golden.GoldenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenQueuesTest {
    @TempDir
    Path folder;

    private static ConsumeQueues open(GoldenStore golden) throws IOException {
        return ConsumeQueues.open(golden.root().resolve("consumequeue"), GoldenStore.QUEUE_FILE_BYTES, null, 0, 2);
    }

    @Test
    void queuesOfACleanStoreHaveTheOffsetsAnOfficialBrokerReports() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        try (ConsumeQueues queues = open(golden)) {
            queues.correctMinOffsets(0);
            List<JSONObject> expected = golden.list("queues");
            assertThat(expected).allSatisfy(queue -> {
                ConsumeQueue found = queues.find(queue.getString("topic"), queue.getIntValue("queueId"));
                assertThat(found.minOffset()).isEqualTo(queue.getLongValue("minOffset"));
                assertThat(found.maxOffset()).isEqualTo(queue.getLongValue("maxOffset"));
                assertThat(found.storeTimeOf(found.minOffset(), golden::storeTimeAt))
                        .isEqualTo(queue.getLongValue("earliestMsgStoreTime"));
            });
            assertThat(queues.ids().values().stream()
                            .mapToInt(ids -> ids.size())
                            .sum())
                    .isEqualTo(expected.size());
            assertThat(queues.find("Nobody", 0)).isNull();
        }
    }

    @Test
    void unitsOfACleanStoreAreThoseOfTheManifest() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        try (ConsumeQueues queues = open(golden)) {
            assertThat(golden.list("messages")).allSatisfy(message -> {
                ConsumeQueue queue = queues.find(message.getString("topic"), message.getIntValue("queueId"));
                try (QueueUnits units = queue.read(message.getLongValue("queueOffset"))) {
                    assertThat(units.physicalOffset(0)).isEqualTo(message.getLongValue("cqOffset"));
                    assertThat(units.recordSize(0)).isEqualTo(message.getIntValue("cqSize"));
                    assertThat(units.tagsCode(0)).isEqualTo(message.getLongValue("cqTagsCode"));
                }
            });
        }
    }

    @Test
    void timeSearchIsExactAndAnswersLikeTheOfficialBrokerAtBothEnds() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        try (ConsumeQueues queues = open(golden)) {
            ConsumeQueue queue = queues.find("GoldOrder", 0);
            List<Long> times = golden.records().stream()
                    .filter(record -> record.topic().equals("GoldOrder"))
                    .map(GoldenStore.Record::storeTimestamp)
                    .toList();
            for (JSONObject search : golden.list("searchOffsetByTimestamp")) {
                long time = search.getLongValue("timestamp");
                long earlier = times.stream().filter(t -> t < time).count();
                long exact = Math.min(earlier, times.size() - 1);
                assertThat(queue.offsetByTime(time, 0, golden::storeTimeAt)).isEqualTo(exact);
                assertThat(search.getLongValue("offset")).isBetween(exact - 1, exact + 1);
            }
            assertThat(queue.offsetByTime(0, 0, golden::storeTimeAt)).isZero();
            assertThat(queue.offsetByTime(Long.MAX_VALUE, 0, golden::storeTimeAt))
                    .isEqualTo(699);
        }
    }

    @Test
    void queuesOfACrashedStoreRecoverAllUnitsThatWereWritten() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-crashed", folder);
        try (ConsumeQueues queues = open(golden)) {
            assertThat(golden.list("queues")).allSatisfy(queue -> {
                ConsumeQueue found = queues.find(queue.getString("topic"), queue.getIntValue("queueId"));
                boolean redelivered = found.topic().equals("GoldDelay") && found.queueId() == 0;
                assertThat(found.maxOffset()).isEqualTo(queue.getLongValue("maxOffset") - (redelivered ? 1 : 0));
            });
            assertThat(queues.physicalEnd()).isEqualTo(4967351);
        }
    }

    @Test
    void queuesAreCutWhenTheLogEndsEarlier() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        long logEnd = 100_000;
        try (ConsumeQueues queues = open(golden)) {
            queues.truncateTo(logEnd);
            for (JSONObject queue : golden.list("queues")) {
                ConsumeQueue found = queues.find(queue.getString("topic"), queue.getIntValue("queueId"));
                long expected = golden.records().stream()
                        .filter(record -> record.topic().equals(found.topic())
                                && record.queueId() == found.queueId()
                                && record.physicalOffset() < logEnd)
                        .count();
                assertThat(found.maxOffset()).as(found.toString()).isEqualTo(expected);
            }
        }
    }

    @Test
    void theSamePutsMakeTheSameFiles() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        Path rebuilt = folder.resolve("rebuilt");
        try (ConsumeQueues queues = ConsumeQueues.open(rebuilt, GoldenStore.QUEUE_FILE_BYTES, null, 0, 1)) {
            for (GoldenStore.Record record : golden.records()) {
                queues.findOrCreate(record.topic(), record.queueId())
                        .append(
                                record.queueOffset(),
                                record.physicalOffset(),
                                record.size(),
                                record.tagsCode(),
                                record.storeTimestamp(),
                                null);
            }
            assertThat(queues.flush(0)).isEqualTo(1795199695123L);
            assertThat(queues.dirtyQueues()).isZero();
        }
        assertSameFiles(golden.root().resolve("consumequeue"), rebuilt);
    }

    @Test
    void extensionRecordsAreReadAndWrittenLikeTheOfficialOnes() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-ext", folder);
        Path root = golden.root();
        Path rebuilt = folder.resolve("rebuilt");
        Path rebuiltExt = folder.resolve("rebuilt_ext");
        int fileBytes = GoldenStore.EXT_QUEUE_FILE_BYTES;
        int extBytes = GoldenStore.EXT_FILE_BYTES;
        try (ConsumeQueues queues = ConsumeQueues.open(
                        root.resolve("consumequeue"), fileBytes, root.resolve("consumequeue_ext"), extBytes, 1);
                ConsumeQueues copy = ConsumeQueues.open(rebuilt, fileBytes, rebuiltExt, extBytes, 1)) {
            ConsumeQueue queue = queues.find("GoldExt", 0);
            assertThat(queue.maxOffset()).isEqualTo(73);
            for (JSONObject unit : golden.list("units")) {
                try (QueueUnits units = queue.read(unit.getLongValue("queueOffset"))) {
                    assertThat(units.tagsCode(0)).isEqualTo(unit.getLongValue("cqTagsCode"));
                    ExtensionUnit extension = queue.extensionOf(units.tagsCode(0));
                    assertThat(extension.tagsCode()).isEqualTo(unit.getLongValue("tagsCode"));
                    assertThat(extension.storeTimestamp()).isEqualTo(unit.getLongValue("msgStoreTime"));
                    byte[] bitmap = extension.bitmap() == null ? new byte[0] : extension.bitmap();
                    assertThat(HexFormat.of().formatHex(bitmap)).isEqualTo(unit.getString("bitMapHex"));
                }
            }
            for (long offset = 0; offset < queue.maxOffset(); offset++) {
                try (QueueUnits units = queue.read(offset)) {
                    ExtensionUnit extension = queue.extensionOf(units.tagsCode(0));
                    copy.findOrCreate("GoldExt", 0)
                            .append(
                                    offset,
                                    units.physicalOffset(0),
                                    units.recordSize(0),
                                    extension.tagsCode(),
                                    extension.storeTimestamp(),
                                    extension.bitmap());
                }
            }
        }
        assertSameFiles(root.resolve("consumequeue/GoldExt"), rebuilt.resolve("GoldExt"));
        assertSameFiles(root.resolve("consumequeue_ext/GoldExt"), rebuiltExt.resolve("GoldExt"));
    }

    @Test
    void lightQueuesKeepPlainTagsCodes() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-ext", folder);
        Path root = golden.root();
        try (ConsumeQueues queues = ConsumeQueues.open(
                root.resolve("consumequeue"),
                GoldenStore.EXT_QUEUE_FILE_BYTES,
                root.resolve("consumequeue_ext"),
                GoldenStore.EXT_FILE_BYTES,
                1)) {
            JSONObject light = golden.manifest().getJSONObject("lightQueues");
            for (String name : light.keySet()) {
                List<JSONObject> expected = light.getJSONArray(name).toList(JSONObject.class);
                ConsumeQueue queue = queues.find(name, 0);
                assertThat(queue.maxOffset()).isEqualTo(expected.size());
                try (QueueUnits units = queue.read(0)) {
                    for (int i = 0; i < expected.size(); i++) {
                        assertThat(units.physicalOffset(i))
                                .isEqualTo(expected.get(i).getLongValue("commitLogOffset"));
                        assertThat(units.tagsCode(i)).isEqualTo(expected.get(i).getLongValue("tagsCode"));
                    }
                }
            }
        }
    }

    private static void assertSameFiles(Path expected, Path actual) throws IOException {
        try (Stream<Path> files = Files.walk(expected)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(actual.resolve(expected.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
        try (Stream<Path> files = Files.walk(actual)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(expected.resolve(actual.relativize(file)))
                            .exists());
        }
    }
}
