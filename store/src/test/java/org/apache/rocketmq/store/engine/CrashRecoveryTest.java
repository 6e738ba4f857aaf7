package org.apache.rocketmq.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.PutStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores whose log was torn at an arbitrary byte. */
class CrashRecoveryTest {
    private static final int MESSAGES = 120;
    private static final int QUEUES = 3;

    @TempDir
    Path folder;

    private record Sent(long offset, long end, int queueId, String body) {}

    private final List<Sent> sent = new ArrayList<>();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private Path original;

    @BeforeEach
    void fill() throws Exception {
        original = folder.resolve("original");
        try (TestStore test = new TestStore(original).start()) {
            for (int i = 0; i < MESSAGES; i++) {
                test.clock.addAndGet(100);
                int queueId = i % QUEUES;
                String body = i + "x".repeat(random.nextInt(600));
                PutResult result = test.put(TestStore.message("Topic", queueId, body, "KEYS\u0001k" + i));
                sent.add(new Sent(result.physicalOffset(), result.endOffset(), queueId, body));
            }
            test.awaitDispatch();
        }
    }

    private Path copyAsIfKilled(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file)));
            }
        }
        Files.createFile(copy.resolve("abort"));
        return copy;
    }

    /** Overwrites the log from an offset to its end. */
    private static void overwrite(Path root, long from, byte[] bytes) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("commitlog"))) {
            for (Path file : files.toList()) {
                long base = Long.parseLong(file.getFileName().toString());
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    for (long at = Math.max(base, from); at < base + TestStore.SEGMENT_BYTES; at += bytes.length) {
                        int length = (int) Math.min(bytes.length, base + TestStore.SEGMENT_BYTES - at);
                        channel.write(ByteBuffer.wrap(bytes, 0, length), at - base);
                    }
                }
            }
        }
    }

    private List<String> bodiesBefore(long cut, int queueId) {
        return sent.stream()
                .filter(each -> each.end <= cut && each.queueId == queueId)
                .map(Sent::body)
                .toList();
    }

    private void assertRecovered(Path root, long cut) throws Exception {
        try (TestStore test = new TestStore(root).start()) {
            for (int queueId = 0; queueId < QUEUES; queueId++) {
                List<String> expected = bodiesBefore(cut, queueId);
                assertThat(test.bodies("Topic", queueId).equals(expected))
                        .as("seed %d, cut %d, queue %d", seed, cut, queueId)
                        .isTrue();
                PutResult next = test.put("Topic", queueId, "next");
                assertThat(next.queueOffset()).isEqualTo(expected.size());
            }
        }
        try (TestStore test = new TestStore(root).start()) {
            for (int queueId = 0; queueId < QUEUES; queueId++) {
                List<String> bodies = test.bodies("Topic", queueId);
                assertThat(bodies.size()).isEqualTo(bodiesBefore(cut, queueId).size() + 1);
                assertThat(bodies.get(bodies.size() - 1)).isEqualTo("next");
            }
        }
    }

    @Test
    void aLogCutAtAnyByteEndsAtItsLastWholeRecord() throws Exception {
        long end = sent.get(MESSAGES - 1).end;
        byte[] zeros = new byte[4096];
        for (int round = 0; round < 100; round++) {
            long cut = round == 0 ? 0 : random.nextLong(end);
            Path root = copyAsIfKilled("cut" + round);
            overwrite(root, cut, zeros);
            assertRecovered(root, cut);
        }
    }

    @Test
    void aCutExactlyBetweenTwoRecordsLosesNothing() throws Exception {
        for (Sent each : List.of(sent.get(0), sent.get(50), sent.get(MESSAGES - 1))) {
            Path root = copyAsIfKilled("between" + each.end);
            overwrite(root, each.end, new byte[4096]);
            assertRecovered(root, each.end);
            assertThat(root.resolve("recovered")).doesNotExist();
        }
    }

    @Test
    void whatLiesBehindTheLastWholeRecordIsKeptAside() throws Exception {
        Sent torn = sent.get(70);
        Path root = copyAsIfKilled("garbage");
        byte[] garbage = new byte[8192];
        random.nextBytes(garbage);
        overwrite(root, torn.offset, garbage);
        assertRecovered(root, torn.offset);
        try (Stream<Path> kept = Files.list(root.resolve("recovered"))) {
            Path first = kept.sorted().findFirst().orElseThrow();
            assertThat(first.getFileName().toString()).startsWith("%020d-".formatted(torn.offset));
            byte[] bytes = Files.readAllBytes(first);
            assertThat(Arrays.copyOf(bytes, 100)).isEqualTo(Arrays.copyOf(garbage, 100));
        }
    }

    @Test
    void queuesBehindOrWithoutFilesCatchUpWithTheLog() throws Exception {
        Path root = copyAsIfKilled("noqueues");
        try (Stream<Path> files = Files.walk(root.resolve("consumequeue"))) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
        assertRecovered(root, Long.MAX_VALUE);
    }

    @Test
    void aCheckpointFromTheFutureLosesNothing() throws Exception {
        Path root = copyAsIfKilled("future");
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        bytes.putLong(Long.MAX_VALUE).putLong(Long.MAX_VALUE).putLong(Long.MAX_VALUE);
        Files.write(root.resolve("checkpoint"), bytes.array());
        assertRecovered(root, Long.MAX_VALUE);
    }

    @Test
    void aSecondStoreOnTheSameFolderIsRefused() throws Exception {
        try (TestStore first = new TestStore(original).start()) {
            TestStore second = new TestStore(original);
            org.assertj.core.api.Assertions.assertThatThrownBy(second::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Lock failed,MQ already started");
            assertThat(first.put("Topic", 0, "still served").status()).isEqualTo(PutStatus.PUT_OK);
        }
        new TestStore(original).start().close();
    }

    @Test
    void theAbortMarkerExistsWhileTheStoreRuns() throws Exception {
        TestStore test = new TestStore(original).start();
        assertThat(original.resolve("abort")).exists();
        test.close();
        assertThat(original.resolve("abort")).doesNotExist();
    }
}
