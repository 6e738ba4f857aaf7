package org.apache.rocketmq.store.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyIndexTest {
    @TempDir
    Path folder;

    private final AtomicLong completed = new AtomicLong();

    private KeyIndex open(int slots, int entries) throws IOException {
        return KeyIndex.open(folder, slots, entries, Long.MAX_VALUE, Runnable::run, completed::set);
    }

    private static long[] all(KeyIndex index, String key, int max) {
        return index.query("T", key, max, 0, Long.MAX_VALUE).physicalOffsets();
    }

    @Test
    void anEmptyIndexAnswersNothing() throws IOException {
        try (KeyIndex index = open(10, 10)) {
            KeyIndex.Answer answer = index.query("T", "k", 32, 0, Long.MAX_VALUE);
            assertThat(answer.physicalOffsets()).isEmpty();
            assertThat(answer.lastUpdateTimestamp()).isZero();
            assertThat(index.covers(0)).isFalse();
        }
    }

    @Test
    void theNewestAnswersWinAndComeInLogOrder() throws IOException {
        try (KeyIndex index = open(3, 10)) {
            for (int i = 0; i < 25; i++) {
                index.put("T", i % 2 == 0 ? "even" : "odd", i, 1000L * i + 1);
            }
            assertThat(index.fileCount()).isEqualTo(3);
            assertThat(completed).hasValue(17001);
            assertThat(all(index, "even", 3)).containsExactly(20, 22, 24);
            assertThat(all(index, "odd", 64))
                    .containsExactly(
                            LongStream.iterate(1, i -> i < 25, i -> i + 2).toArray());
            assertThat(all(index, "none", 64)).isEmpty();
            assertThat(index.covers(23)).isTrue();
            assertThat(index.covers(24)).isFalse();
        }
    }

    @Test
    void timesLimitTheAnswer() throws IOException {
        try (KeyIndex index = open(3, 10)) {
            for (int i = 0; i < 25; i++) {
                index.put("T", "k", i, 1000L * (i + 1));
            }
            assertThat(index.query("T", "k", 64, 5000, 12000).physicalOffsets())
                    .containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
        }
    }

    @Test
    void aReopenedIndexGoesOn() throws IOException {
        try (KeyIndex index = open(3, 10)) {
            for (int i = 0; i < 12; i++) {
                index.put("T", "k", i, 1000);
            }
        }
        try (KeyIndex index = open(3, 10)) {
            for (int i = 12; i < 20; i++) {
                index.put("T", "k", i, 2000);
            }
            assertThat(all(index, "k", 64))
                    .containsExactly(LongStream.range(0, 20).toArray());
        }
    }

    @Test
    void filesOfTheLogsPastAreDeletedButNeverTheLast() throws IOException {
        try (KeyIndex index = open(3, 10)) {
            for (int i = 0; i < 25; i++) {
                index.put("T", "k", i, 1000);
            }
            assertThat(index.deleteExpired(18)).isEqualTo(2);
            assertThat(all(index, "k", 64))
                    .containsExactly(LongStream.range(18, 25).toArray());
            assertThat(index.deleteExpired(1000)).isZero();
        }
    }

    @Test
    void aFileOfAnotherShapeIsNotUsed() throws IOException {
        Path stray = folder.resolve("20260101000000000");
        Files.write(stray, new byte[77]);
        try (KeyIndex index = open(3, 10)) {
            assertThat(index.fileCount()).isZero();
            assertThat(stray).exists();
        }
    }

    @Test
    void numbersThatMakeTooLargeFilesAreRefusedByName() {
        assertThatThrownBy(() -> open(5_000_000, 200_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxIndexNum=200000000");
    }

    @Test
    void aFileOfTheDefaultShapeCostsLittleDisk() throws Exception {
        try (KeyIndex index = open(5_000_000, 20_000_000)) {
            index.put("T", "k", 5, 1000);
            assertThat(all(index, "k", 1)).containsExactly(5);
            Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
            String used = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\\s")[0];
            assertThat(Integer.parseInt(used)).isLessThan(1024);
        }
    }

    @Test
    void queriesRunWhileKeysAreAdded() throws Exception {
        int count = 50_000;
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (KeyIndex index = open(50, 1000)) {
            Future<?> writer = thread.submit(() -> {
                for (int i = 1; i <= count; i++) {
                    index.put("T", "k" + i % 100, i, 1000L * i);
                    if (i % 5000 == 0) {
                        index.deleteExpired(i - 2000);
                    }
                }
                return null;
            });
            while (!writer.isDone()) {
                long[] offsets = all(index, "k7", 20);
                for (int i = 0; i < offsets.length; i++) {
                    assertThat(offsets[i] % 100).isEqualTo(7);
                    assertThat(i == 0 || offsets[i - 1] < offsets[i]).isTrue();
                }
            }
            writer.get();
            assertThat(all(index, "k7", 1)).containsExactly(49907);
        } finally {
            thread.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "order-17", "", "ключ", "\uD83D\uDE80x"})
    void theHashOfAKeyIsThatOfTopicAndKeyInOneText(String key) {
        int expected = ("Topic#" + key).hashCode();
        assertThat(KeyHash.of("Topic", key)).isEqualTo(expected == Integer.MIN_VALUE ? 0 : Math.abs(expected));
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode("##" + key);
        assertThat(KeyHash.extend(KeyHash.prefix("Topic"), utf8, 2, utf8.limit()))
                .isEqualTo(expected);
        assertThat(KeyHash.finish(Integer.MIN_VALUE)).isZero();
    }
}
