package org.apache.rocketmq.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.fastjson2.JSONObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.rocketmq.store.golden.GoldenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenIndexTest {
    private static final int MAX_ANSWERS = 64;

    @TempDir
    Path folder;

    private final List<Long> completed = new ArrayList<>();

    private KeyIndex open(Path path, long newestTimestamp) throws IOException {
        return KeyIndex.open(
                path,
                GoldenStore.INDEX_SLOTS,
                GoldenStore.INDEX_ENTRIES,
                newestTimestamp,
                Runnable::run,
                completed::add);
    }

    private static void indexAll(KeyIndex index, GoldenStore golden) throws IOException {
        for (GoldenStore.Record record : golden.records()) {
            boolean rollback = (record.sysFlag() & 12) == 12;
            if (!rollback && !index.covers(record.physicalOffset())) {
                for (String key : record.keys()) {
                    index.put(record.topic(), key, record.physicalOffset(), record.storeTimestamp());
                }
            }
        }
    }

    private static void assertAnswers(KeyIndex index, GoldenStore golden) {
        assertThat(golden.list("indexQueries")).isNotEmpty().allSatisfy(query -> {
            KeyIndex.Answer answer = index.query(
                    query.getString("topic"),
                    query.getString("key"),
                    Math.min(query.getIntValue("maxNum"), MAX_ANSWERS),
                    query.getLongValue("beginTimestamp"),
                    query.getLongValue("endTimestamp"));
            List<Long> expected = query.containsKey("commitLogOffsets")
                    ? query.getJSONArray("commitLogOffsets").toList(Long.class)
                    : List.of();
            assertThat(answer.physicalOffsets())
                    .containsExactly(
                            expected.stream().mapToLong(Long::longValue).toArray());
        });
    }

    @Test
    void queriesAreAnsweredLikeByAnOfficialBroker() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        try (KeyIndex index = open(golden.root().resolve("index"), Long.MAX_VALUE)) {
            assertThat(index.fileCount()).isEqualTo(4);
            assertAnswers(index, golden);
            KeyIndex.Answer answer = index.query("GoldNormal", "K3", 32, 0, Long.MAX_VALUE);
            assertThat(answer.lastUpdateTimestamp()).isEqualTo(1795199695123L);
            assertThat(answer.lastUpdatePhysicalOffset()).isEqualTo(3733091);
        }
    }

    @Test
    void filesBeyondTheCheckpointAreDroppedAfterACrashAndRebuiltFromTheLog() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-crashed", folder);
        JSONObject checkpoint = golden.manifest().getJSONObject("checkpoint");
        Path path = golden.root().resolve("index");
        try (KeyIndex index = open(path, checkpoint.getLongValue("indexMsgTimestamp"))) {
            assertThat(index.fileCount()).isEqualTo(4);
            assertThat(path.resolve("20261120183526809")).doesNotExist();
            assertThat(index.lastPhysicalOffset()).isEqualTo(3734753);
            indexAll(index, golden);
            for (JSONObject query : golden.list("indexQueries")) {
                assertThat(index.query(
                                        query.getString("topic"),
                                        query.getString("key"),
                                        Math.min(query.getIntValue("maxNum"), MAX_ANSWERS),
                                        query.getLongValue("beginTimestamp"),
                                        query.getLongValue("endTimestamp"))
                                .physicalOffsets())
                        .as(query.toString())
                        .containsExactly(query.getJSONArray("commitLogOffsets").toList(Long.class).stream()
                                .mapToLong(Long::longValue)
                                // written only after the official broker had recovered
                                .filter(offset -> offset < 4967351)
                                .toArray());
            }
        }
    }

    @Test
    void theSamePutsMakeTheSameFiles() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        Path rebuilt = folder.resolve("rebuilt");
        try (KeyIndex index = open(rebuilt, Long.MAX_VALUE)) {
            indexAll(index, golden);
            assertAnswers(index, golden);
            index.flush();
        }
        List<Path> expected = sorted(golden.root().resolve("index"));
        List<Path> actual = sorted(rebuilt);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).hasSameBinaryContentAs(expected.get(i));
        }
        assertThat(completed).hasSize(3).endsWith(1795199635907L);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
