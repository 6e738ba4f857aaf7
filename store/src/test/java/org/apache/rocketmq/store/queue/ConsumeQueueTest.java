package org.apache.rocketmq.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumeQueueTest {
    private static final int UNITS_PER_FILE = 100;
    private static final int RECORD = 50;

    @TempDir
    Path folder;

    private ConsumeQueues queues;

    @BeforeEach
    void openQueues() throws IOException {
        queues = open();
    }

    @AfterEach
    void closeQueues() {
        queues.close();
    }

    private ConsumeQueues open() throws IOException {
        return ConsumeQueues.open(folder, UNITS_PER_FILE * 20 - 3, null, 0, 2);
    }

    private void reopen() throws IOException {
        queues.close();
        queues = open();
    }

    private ConsumeQueue queue() throws IOException {
        return queues.findOrCreate("T", 3);
    }

    /** Record n of the log is at 1000 + 50n and was stored at time n. */
    private static void append(ConsumeQueue queue, long offset) throws IOException {
        append(queue, offset, offset);
    }

    private static void append(ConsumeQueue queue, long offset, long record) throws IOException {
        queue.append(offset, 1000 + RECORD * record, RECORD, offset + 7, record, null);
    }

    private static long storeTime(long physicalOffset, int size) {
        return (physicalOffset - 1000) / RECORD;
    }

    private void fill(ConsumeQueue queue, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            append(queue, i);
        }
    }

    @Test
    void aQueueThatStartsInTheMiddleBeginsWithBlankUnits() throws IOException {
        append(queue(), 250);
        assertThat(queue().minOffset()).isEqualTo(250);
        assertThat(queue().maxOffset()).isEqualTo(251);
        assertThat(queue().read(199)).isNull();
        try (QueueUnits units = queue().read(200)) {
            assertThat(units.count()).isEqualTo(51);
            assertThat(units.blank(49)).isTrue();
            assertThat(units.physicalOffset(49)).isZero();
            assertThat(units.tagsCode(50)).isEqualTo(257);
        }
        reopen();
        queue().correctMinOffset(1000);
        assertThat(queue().minOffset()).isEqualTo(250);
        assertThat(queue().physicalEnd()).isEqualTo(1000 + 251 * RECORD);
    }

    @Test
    void unitsThatWereLostBecomeBlank() throws IOException {
        fill(queue(), 10);
        append(queue(), 320, 20);
        assertThat(queue().maxOffset()).isEqualTo(321);
        assertThat(queue().physicalOffsetOf(9)).isEqualTo(1450);
        assertThat(queue().physicalOffsetOf(319)).isEqualTo(-1);
        assertThat(queue().physicalOffsetOf(320)).isEqualTo(2000);
        assertThat(queue().minOffset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1000, 1250, 1500, 1501, 2000})
    void theMinOffsetIsFoundAroundLostUnits(long logMin) throws IOException {
        fill(queue(), 10);
        append(queue(), 80, 10);
        append(queue(), 81, 20);
        queue().correctMinOffset(logMin);
        long expected = logMin <= 1000 ? 0 : logMin <= 1250 ? 5 : logMin <= 1500 ? 80 : 81;
        assertThat(queue().minOffset()).isEqualTo(expected);
    }

    @Test
    void timeSearchPassesOverLostUnits() throws IOException {
        fill(queue(), 10);
        append(queue(), 380, 20);
        append(queue(), 381, 21);
        assertThat(queue().offsetByTime(5, 0, ConsumeQueueTest::storeTime)).isEqualTo(5);
        assertThat(queue().offsetByTime(10, 0, ConsumeQueueTest::storeTime)).isEqualTo(380);
        assertThat(queue().offsetByTime(21, 0, ConsumeQueueTest::storeTime)).isEqualTo(381);
    }

    @Test
    void aUnitThatIsThereIsNotAddedAgain() throws IOException {
        fill(queue(), 10);
        append(queue(), 9);
        append(queue(), 5, 40);
        assertThat(queue().maxOffset()).isEqualTo(10);
        reopen();
        append(queue(), 9);
        assertThat(queue().maxOffset()).isEqualTo(10);
        append(queue(), 10);
        assertThat(queue().maxOffset()).isEqualTo(11);
    }

    @Test
    void aReadEndsWithItsFile() throws IOException {
        fill(queue(), 130);
        try (QueueUnits units = queue().read(40)) {
            assertThat(units.count()).isEqualTo(60);
            assertThat(units.queueOffset(59)).isEqualTo(99);
        }
        assertThat(queue().nextFileOffset(40)).isEqualTo(100);
        assertThat(queue().nextFileOffset(100)).isEqualTo(200);
        assertThat(queue().read(130)).isNull();
        assertThat(queue().read(-1)).isNull();
    }

    @Test
    void expiredFilesGoAndTheMinOffsetFollowsTheLog() throws IOException {
        fill(queue(), 250);
        long logMin = 1000 + 150 * RECORD;
        assertThat(queue().deleteExpired(logMin, 10)).isEqualTo(1);
        assertThat(queue().minOffset()).isEqualTo(150);
        assertThat(queue().read(99)).isNull();
        assertThat(queue().deleteExpired(Long.MAX_VALUE, 10)).isEqualTo(1);
        assertThat(queue().maxOffset()).isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 200, 249, 250})
    void aCutKeepsExactlyTheUnitsBeforeTheEndOfTheLog(int kept) throws IOException {
        fill(queue(), 250);
        queues.truncateTo(1000 + (long) kept * RECORD);
        assertThat(queue().maxOffset()).isEqualTo(kept);
        assertThat(queue().physicalEnd()).isEqualTo(1000 + (long) kept * RECORD);
        reopen();
        if (kept > 0) {
            assertThat(queue().maxOffset()).isEqualTo(kept);
            append(queue(), kept);
            assertThat(queue().physicalOffsetOf(kept)).isEqualTo(1000 + (long) kept * RECORD);
        }
    }

    @Test
    void timeSearchFindsTheFirstOfEqualTimes() throws IOException {
        int[] times = {5, 5, 5, 9, 9, 12};
        for (int i = 0; i < times.length; i++) {
            append(queue(), i);
        }
        StoreTimes lookup = (physicalOffset, size) -> times[(int) storeTime(physicalOffset, size)];
        assertThat(queue().offsetByTime(0, 0, lookup)).isZero();
        assertThat(queue().offsetByTime(5, 0, lookup)).isZero();
        assertThat(queue().offsetByTime(6, 0, lookup)).isEqualTo(3);
        assertThat(queue().offsetByTime(9, 0, lookup)).isEqualTo(3);
        assertThat(queue().offsetByTime(12, 0, lookup)).isEqualTo(5);
        assertThat(queue().offsetByTime(13, 0, lookup)).isEqualTo(5);
        assertThat(queue().offsetByTime(0, 1000 + 2 * RECORD, lookup)).isEqualTo(2);
    }

    @Test
    void timeSearchSpansFilesWhateverTheirAge() throws IOException {
        fill(queue(), 350);
        Random random = new Random();
        for (int i = 0; i < 100; i++) {
            long time = random.nextInt(350);
            assertThat(queue().offsetByTime(time, 0, ConsumeQueueTest::storeTime))
                    .isEqualTo(time);
        }
    }

    @Test
    void onlyQueuesWithNewUnitsAreFlushed() throws IOException {
        append(queue(), 0, 0);
        append(queues.findOrCreate("T", 4), 0, 1);
        assertThat(queues.dirtyQueues()).isEqualTo(2);
        assertThat(queues.flush(2)).isEqualTo(1);
        assertThat(queues.dirtyQueues()).isEqualTo(2);
        assertThat(queues.flush(0)).isEqualTo(1);
        assertThat(queues.dirtyQueues()).isZero();
        append(queue(), 1, 8);
        assertThat(queues.dirtyQueues()).isEqualTo(1);
        assertThat(queues.logicTimestamp()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "a/b", "a\\b", "x\0y"})
    void aTopicThatIsNoFolderNameIsRefused(String topic) {
        assertThatThrownBy(() -> queues.findOrCreate(topic, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileOfAnotherSizeIsRefused() throws IOException {
        Path stray = folder.resolve("S").resolve("0").resolve("0".repeat(20));
        Files.createDirectories(stray.getParent());
        Files.write(stray, new byte[60]);
        assertThatThrownBy(this::reopen)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(stray.toString())
                .hasMessageContaining("mappedFileSizeConsumeQueue=2000");
    }

    @Test
    void foldersThatAreNoQueuesArePassedOver() throws IOException {
        append(queue(), 0);
        Files.createDirectories(folder.resolve("T").resolve("notes"));
        Files.write(folder.resolve("T").resolve("readme"), new byte[3]);
        reopen();
        assertThat(queues.ids()).isEqualTo(Map.of("T", Set.of(3)));
    }

    @Test
    void aTopicIsDeletedWhileItIsReadAndWritten() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> writer = threads.submit(() -> {
                for (long record = 0; !stop.get(); record++) {
                    ConsumeQueue queue = queue();
                    append(queue, queue.maxOffset(), record);
                }
                return null;
            });
            Future<Long> reader = threads.submit(() -> {
                long seen = 0;
                while (!stop.get()) {
                    ConsumeQueue queue = queues.find("T", 3);
                    try (QueueUnits units = queue == null ? null : queue.read(queue.minOffset())) {
                        for (int i = 0; units != null && i < units.count(); i++) {
                            seen += units.recordSize(i);
                        }
                    }
                }
                return seen;
            });
            for (int i = 0; i < 100; i++) {
                queues.deleteTopic("T");
                queues.flush(0);
            }
            stop.set(true);
            writer.get();
            reader.get();
        } finally {
            stop.set(true);
            threads.shutdownNow();
        }
        queues.deleteTopic("T");
        assertThat(folder.resolve("T")).doesNotExist();
        append(queue(), 0);
        assertThat(queue().maxOffset()).isEqualTo(1);
    }

    @Test
    void aSecondLifeOfATopicStartsEmpty() throws IOException {
        fill(queue(), 5);
        queues.deleteAll();
        assertThat(queues.find("T", 3)).isNull();
        assertThat(queues.physicalEnd()).isEqualTo(-1);
        append(queue(), 0, 100);
        assertThat(queue().maxOffset()).isEqualTo(1);
        queues.deleteQueue("T", 3);
        assertThat(folder.resolve("T")).doesNotExist();
    }
}
