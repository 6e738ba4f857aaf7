package org.apache.rocketmq.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.ReadStatus;
import org.apache.rocketmq.store.RecordFilter;
import org.apache.rocketmq.store.health.StoreHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    @TempDir
    Path root;

    private TestStore test;
    private StoreParts parts;

    @BeforeEach
    void fill() throws Exception {
        test = new TestStore(root).with(config -> {
            config.setFileReservedTime(72);
            config.setDeleteWhen("99");
            config.setDeleteCommitLogFilesInterval(0);
            config.setDeleteConsumeQueueFilesInterval(0);
        });
        parts = StoreParts.open(
                test.config, StoreEnvironment.ofMachine().withDisk(path -> test.diskRatio), new StoreHealth());
        for (int i = 0; i < 400; i++) {
            parts.log.append(TestStore.message("Topic", 0, "m" + i + "x".repeat(100), "KEYS\u0001k" + i));
        }
        parts.dispatcher.catchUp();
    }

    @AfterEach
    void stop() throws Exception {
        parts.stop();
        parts.close();
    }

    private void makeOld(int files) throws Exception {
        try (Stream<Path> paths = Files.list(root.resolve("commitlog"))) {
            for (Path path : paths.sorted().limit(files).toList()) {
                Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() - 100 * 3_600_000L));
            }
        }
    }

    private long minSegment() {
        return parts.log.minOffset() / TestStore.SEGMENT_BYTES;
    }

    @Test
    void nothingIsDeletedWithoutAReason() throws Exception {
        makeOld(3);
        parts.retention.clean();
        assertThat(minSegment()).isZero();
    }

    @Test
    void anOperatorCanDeleteExpiredFilesAndTheViewsFollow() throws Exception {
        makeOld(3);
        parts.retention.arm();
        parts.retention.clean();
        assertThat(minSegment()).isEqualTo(3);
        long min = parts.reader.minOffset("Topic", 0);
        assertThat(min).isPositive();
        assertThat(parts.reader.physicalOffsetOf("Topic", 0, min)).isGreaterThanOrEqualTo(parts.log.minOffset());
        try (ReadResult result = parts.reader.read("Topic", 0, min, 32, RecordFilter.ALL)) {
            assertThat(result.status()).isEqualTo(ReadStatus.FOUND);
        }
        assertThat(parts.reader.read("Topic", 0, 0, 32, RecordFilter.ALL).status())
                .isEqualTo(ReadStatus.OFFSET_TOO_SMALL);
    }

    @Test
    void aNearlyFullDiskDeletesWhateverTheAgeButNeverTheLastFile() throws Exception {
        test.diskRatio = 0.86;
        parts.retention.clean();
        parts.retention.clean();
        assertThat(parts.log.files().segments()).hasSize(1);
        assertThat(parts.log.end()).isGreaterThan(parts.log.minOffset());
    }

    @Test
    void aReaderKeepsWhatItHoldsWhenItsFileIsDeleted() throws Exception {
        try (ReadResult result = parts.reader.read("Topic", 0, 0, 4, RecordFilter.ALL)) {
            test.diskRatio = 0.86;
            parts.retention.clean();
            assertThat(minSegment()).isPositive();
            assertThat(TestStore.bodiesOf(result.slices().get(0)).get(0)).startsWith("m0x");
        }
    }
}
