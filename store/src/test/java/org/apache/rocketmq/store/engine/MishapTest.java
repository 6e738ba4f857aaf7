package org.apache.rocketmq.store.engine;

import static org.apache.rocketmq.store.engine.TestStore.SEGMENT_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.RecordFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a running store, and that it goes on. */
class MishapTest {
    @TempDir
    Path root;

    private TestStore running;

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    private TestStore running() throws IOException {
        running = new TestStore(root);
        return running;
    }

    @Test
    void aListenerThatFailsCostsOnlyItsOwnNews() throws Exception {
        running().open();
        running.store.setArrivalListener(
                (topic, queueId, queueOffset, tagsCode, storeTimestamp, bitmap, properties) -> {
                    throw new IllegalStateException("a faulty listener");
                });
        running.store.start();
        running.put("T", 0, "a");
        running.put("T", 0, "b");
        assertThat(running.awaitDispatch().bodies("T", 0)).containsExactly("a", "b");
    }

    @Test
    void afterShutdownReadsGiveNullAndPutsAreRefused() throws Exception {
        running().start();
        running.put("T", 0, "a");
        running.awaitDispatch();
        running.store.shutdown();
        assertThat(running.store.read("T", 0, 0, 1, RecordFilter.ALL)).isNull();
        assertThat(running.put("T", 0, "b").status()).isEqualTo(PutStatus.SERVICE_NOT_AVAILABLE);
    }

    @Test
    void anInterruptedShutdownIsStillACleanOne() throws Exception {
        running().start();
        running.put("T", 0, "a");
        Thread.currentThread().interrupt();
        running.store.shutdown();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(root.resolve("abort")).doesNotExist();
        running.start();
        assertThat(running.bodies("T", 0)).containsExactly("a");
    }

    @Test
    void aLogWithoutOneOfItsFilesIsReadOnBothSidesOfTheGap() throws Exception {
        running().start();
        List<String> put = new ArrayList<>();
        while (running.store.maxPhysicalOffset() < 5L * SEGMENT_BYTES) {
            String body = "message " + put.size();
            put.add(body);
            running.put("T", 0, body);
        }
        running.store.shutdown();
        Files.delete(root.resolve("commitlog").resolve(String.format("%020d", SEGMENT_BYTES)));
        deleteRecursively(root.resolve("consumequeue"));

        running.start();
        running.put("T", 1, "after the loss");
        assertThat(running.awaitDispatch().bodies("T", 1)).containsExactly("after the loss");
        assertThat(running.bodies("T", 0)).startsWith(put.get(0)).endsWith(put.get(put.size() - 1));
    }

    private static void deleteRecursively(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
