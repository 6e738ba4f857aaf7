package org.apache.rocketmq.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.RecordFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {
    private static final int MOST_PUTS = 200_000;

    @TempDir
    Path root;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void messagesOfSeveralSendersAllArriveOnceAndInTheOrderOfEachSender() throws Exception {
        int senders = 4;
        int each = 500;
        AtomicInteger arrivals = new AtomicInteger();
        try (TestStore test = new TestStore(root).start()) {
            test.store.setArrivalListener(
                    (topic, queueId, offset, tags, time, bitmap, properties) -> arrivals.incrementAndGet());
            List<Future<?>> running = new ArrayList<>();
            for (int sender = 0; sender < senders; sender++) {
                String name = "s" + sender + "-";
                running.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        test.put("Topic", 0, name + i);
                    }
                    return null;
                }));
            }
            for (Future<?> future : running) {
                future.get(30, TimeUnit.SECONDS);
            }
            List<String> bodies = test.awaitDispatch().bodies("Topic", 0);
            assertThat(bodies).hasSize(senders * each).doesNotHaveDuplicates();
            for (int sender = 0; sender < senders; sender++) {
                String name = "s" + sender + "-";
                List<String> own =
                        bodies.stream().filter(body -> body.startsWith(name)).toList();
                assertThat(own.get(0)).isEqualTo(name + 0);
                assertThat(own.get(each - 1)).isEqualTo(name + (each - 1));
            }
            assertThat(arrivals).hasValue(senders * each);
        }
    }

    @Test
    void aTopicCanBeDeletedWhileItIsWrittenAndRead() throws Exception {
        AtomicBoolean running = new AtomicBoolean(true);
        try (TestStore test = new TestStore(root)
                .with(config -> config.setMappedFileSizeCommitLog(1 << 20))
                .start()) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; running.get() && i < MOST_PUTS; i++) {
                    assertThat(test.put("Topic", i % 2, "w" + i).status()).isEqualTo(PutStatus.PUT_OK);
                }
                return null;
            });
            Future<?> reader = threads.submit(() -> {
                while (running.get()) {
                    for (int queueId = 0; queueId < 2; queueId++) {
                        long offset = test.store.minOffset("Topic", queueId);
                        try (ReadResult result = test.store.read("Topic", queueId, offset, 32, RecordFilter.ALL)) {
                            result.slices().forEach(TestStore::bodiesOf);
                        }
                    }
                }
            });
            for (int i = 0; i < 30; i++) {
                test.store.deleteTopic("Topic");
            }
            running.set(false);
            writer.get(10, TimeUnit.SECONDS);
            reader.get(10, TimeUnit.SECONDS);
            test.store.deleteTopic("Topic");
            assertThat(test.store.queues()).doesNotContainKey("Topic");
            for (int i = 0; i < 10; i++) {
                assertThat(test.put("Topic", 0, "after" + i).queueOffset()).isEqualTo(i);
            }
            assertThat(test.awaitDispatch().bodies("Topic", 0)).hasSize(10).startsWith("after0");
        }
    }
}
