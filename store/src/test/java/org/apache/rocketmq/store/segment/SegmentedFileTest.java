package org.apache.rocketmq.store.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentedFileTest {
    private static final int SIZE = 16 * 1024;

    @TempDir
    Path folder;

    private final SegmentAllocator allocator = new SegmentAllocator("TestSegmentAllocator", 5000);

    @AfterEach
    void stopAllocator() {
        allocator.close();
    }

    private static SegmentLayout layout(AppendMode mode) {
        return new SegmentLayout(SIZE, "mappedFileSizeCommitLog", mode, 8192);
    }

    private SegmentedFile open(AppendMode mode) throws IOException {
        return SegmentedFile.open(SegmentFolders.one(folder), layout(mode), allocator);
    }

    private static ByteBuffer bytes(int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 7);
        return ByteBuffer.wrap(content);
    }

    private static void fill(SegmentedFile file, int segments) throws IOException {
        for (int i = 0; i < segments; i++) {
            assertThat(file.appendable(0).append(bytes(SIZE))).isTrue();
        }
    }

    private List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Every operation is done to the files and to a plain array of bytes; both must always agree. */
    @ParameterizedTest
    @EnumSource(AppendMode.class)
    void behavesLikeOneEndlessArrayUnderRandomOperations(AppendMode mode) throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        long min = 0;
        SegmentedFile file = open(mode);
        try {
            for (int step = 0; step < 4000; step++) {
                int dice = random.nextInt(100);
                if (dice < 60) {
                    byte[] record = new byte[1 + random.nextInt(2000)];
                    random.nextBytes(record);
                    MappedSegment segment = file.appendable(0);
                    int room = segment.size() - segment.writtenBytes();
                    if (record.length > room) {
                        assertThat(segment.append(ByteBuffer.wrap(record))).isFalse();
                        segment.seal();
                        model.write(new byte[room]);
                        segment = file.appendable(0);
                    }
                    ByteBuffer source = random.nextBoolean()
                            ? ByteBuffer.wrap(record)
                            : ByteBuffer.allocateDirect(record.length)
                                    .put(record)
                                    .flip();
                    assertThat(segment.append(source)).isTrue();
                    assertThat(source.hasRemaining()).isFalse();
                    model.write(record);
                } else if (dice < 90) {
                    long offset = min + random.nextInt(Math.max(1, (int) (model.size() - min + 10)));
                    int length = random.nextInt(300);
                    boolean inside = offset + length <= model.size()
                            && offset < model.size()
                            && offset / SIZE == (offset + Math.max(1, length) - 1) / SIZE;
                    try (Segment.Held held = file.slice(offset, length)) {
                        if (inside) {
                            byte[] actual = new byte[length];
                            held.buffer().get(actual);
                            assertThat(actual).isEqualTo(range(model, offset, length));
                        } else if (length > 0) {
                            assertThat(held).isNull();
                        }
                    }
                } else if (dice < 94) {
                    int back = random.nextInt(5000);
                    long end = Math.max(min, model.size() - back);
                    // What was written is not zeroed when it is taken back, but a sealed rest must be known to the
                    // model.
                    file.truncateTo(end);
                    byte[] kept = range(model, 0, (int) end);
                    model.reset();
                    model.write(kept);
                    if (!file.isEmpty() && file.last().writtenBytes() < SIZE) {
                        int rest = SIZE - file.last().writtenBytes();
                        byte[] filler = new byte[Math.min(rest, 5000)];
                        random.nextBytes(filler);
                        file.last().append(ByteBuffer.wrap(filler));
                        model.write(filler);
                        if (filler.length < rest) {
                            byte[] zeros = new byte[rest - filler.length];
                            file.last().append(ByteBuffer.wrap(zeros));
                            model.write(zeros);
                        }
                    }
                } else if (dice < 96) {
                    int gone = file.deleteOldest(segment -> true, 1 + random.nextInt(2));
                    min += (long) gone * SIZE;
                } else if (dice < 99) {
                    long flushed = file.flush(random.nextInt(3));
                    assertThat(flushed).isLessThanOrEqualTo(file.writtenOffset());
                } else {
                    file.flush(0);
                    assertThat(file.flushedOffset()).isEqualTo(file.writtenOffset());
                    long end = file.writtenOffset();
                    file.close();
                    file = open(mode);
                    file.truncateTo(end);
                }
                assertThat(file.writtenOffset()).isEqualTo(model.size());
                if (!file.isEmpty()) {
                    assertThat(file.minOffset()).isEqualTo(min);
                }
            }
        } finally {
            file.close();
        }
    }

    private static byte[] range(ByteArrayOutputStream model, long offset, int length) {
        return Arrays.copyOfRange(model.toByteArray(), (int) offset, (int) offset + length);
    }

    @Test
    void aFileOfAnotherSizeIsRefusedWithFileSizesAndKey() throws IOException {
        Path stray = folder.resolve(SegmentLayout.fileName(0));
        Files.write(stray, new byte[100]);
        assertThatThrownBy(() -> open(AppendMode.MAPPED_COPY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(stray.toString())
                .hasMessageContaining("100 bytes")
                .hasMessageContaining("mappedFileSizeCommitLog=" + SIZE);
    }

    @Test
    void aFileWhoseNameIsNoOffsetIsRefused() throws IOException {
        Files.write(folder.resolve("notes.txt"), new byte[SIZE]);
        assertThatThrownBy(() -> open(AppendMode.MAPPED_COPY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt");
    }

    @Test
    void theFirstSegmentStartsAtTheBoundaryBelowTheFirstOffset() throws IOException {
        try (SegmentedFile file = open(AppendMode.MAPPED_COPY)) {
            assertThat(file.appendable(SIZE * 5L + 17).baseOffset()).isEqualTo(SIZE * 5L);
            assertThat(file.minOffset()).isEqualTo(SIZE * 5L);
        }
    }

    @Test
    void aSegmentMadeAheadIsUsedNextAndRemovedByAClose() throws IOException {
        try (SegmentedFile file = open(AppendMode.MAPPED_COPY)) {
            fill(file, 2);
            assertThat(file.segments()).hasSize(2);
        }
        assertThat(fileNames()).containsExactly(SegmentLayout.fileName(0), SegmentLayout.fileName(SIZE));
    }

    @Test
    void readersKeepWhatTheyHoldWhenSegmentsAreDeleted() throws IOException {
        try (SegmentedFile file = open(AppendMode.MAPPED_COPY)) {
            fill(file, 3);
            Segment.Held held = file.slice(10, 20);
            MappedSegment deleted = file.first();
            assertThat(file.deleteOldest(segment -> true, 1)).isEqualTo(1);
            assertThat(file.slice(10, 20)).isNull();
            assertThat(deleted.hold()).isFalse();
            assertThat(deleted.path()).doesNotExist();
            assertThat(file.sweepLingering(Long.MAX_VALUE)).isEqualTo(1);
            assertThat(held.buffer().get(19)).isEqualTo((byte) 7);
            held.close();
            held.close();
            assertThat(file.sweepLingering(Long.MAX_VALUE)).isZero();
        }
    }

    @Test
    void theLastSegmentIsNeverDeletedForItsAge() throws IOException {
        try (SegmentedFile file = open(AppendMode.MAPPED_COPY)) {
            fill(file, 3);
            assertThat(file.deleteOldest(segment -> true, 10)).isEqualTo(2);
            assertThat(file.minOffset()).isEqualTo(2L * SIZE);
        }
    }

    @Test
    void deletingEverythingWhileOthersReadAndAppendIsSafe() throws Exception {
        SegmentedFile file = open(AppendMode.MAPPED_COPY);
        fill(file, 4);
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<?> appender = threads.submit(() -> {
                while (!stop.get()) {
                    try {
                        MappedSegment segment = file.appendable(0);
                        if (!segment.append(bytes(512)) && !segment.retired()) {
                            segment.seal();
                        }
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            List<Future<Long>> readers = Stream.generate(() -> threads.submit(() -> {
                        Random random = new Random();
                        long seen = 0;
                        while (!stop.get()) {
                            long end = file.writtenOffset();
                            long offset = end == 0 ? 0 : random.nextLong(end);
                            try (Segment.Held held = file.sliceToEnd(offset)) {
                                if (held != null) {
                                    seen += held.buffer().get(held.buffer().limit() - 1);
                                }
                            }
                        }
                        return seen;
                    }))
                    .limit(2)
                    .toList();
            for (int i = 0; i < 200; i++) {
                file.deleteOldest(segment -> true, 1);
                Thread.onSpinWait();
            }
            file.deleteAll();
            appender.get();
            stop.set(true);
            for (Future<Long> reader : readers) {
                reader.get();
            }
        } finally {
            stop.set(true);
            threads.shutdownNow();
        }
        assertThat(file.sweepLingering(Long.MAX_VALUE)).isZero();
        assertThat(fileNames()).isEmpty();
        assertThatThrownBy(() -> file.appendable(0)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(AppendMode.class)
    void anInterruptedAppenderWritesAndStaysInterrupted(AppendMode mode) throws IOException {
        try (SegmentedFile file = open(mode)) {
            Thread.currentThread().interrupt();
            assertThat(file.appendable(0).append(bytes(100))).isTrue();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(file.appendable(0).append(bytes(100))).isTrue();
            assertThat(file.writtenOffset()).isEqualTo(200);
        }
    }

    @Test
    void newFilesCostNoDiskUntilTheyAreWritten() throws Exception {
        try (SegmentedFile file = SegmentedFile.open(
                SegmentFolders.one(folder),
                new SegmentLayout(1 << 30, "mappedFileSizeCommitLog", AppendMode.MAPPED_COPY, 1 << 20),
                null)) {
            file.appendable(0).append(bytes(100));
            Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
            String used = new String(du.getInputStream().readAllBytes()).split("\\s")[0];
            assertThat(Integer.parseInt(used)).isLessThan(2048);
        }
    }

    @Test
    void newFilesAreSpreadOverFoldersWithRoom() throws IOException {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        Path old = folder.resolve("old");
        SegmentFolders folders = SegmentFolders.several(List.of(b, a), List.of(old), path -> path.endsWith("b"));
        SegmentFolders roomy = SegmentFolders.several(List.of(b, a), List.of(old), path -> false);
        assertThat(roomy.folderOf(0)).isEqualTo(a);
        assertThat(roomy.folderOf(1)).isEqualTo(b);
        assertThat(roomy.folderOf(2)).isEqualTo(a);
        assertThat(folders.folderOf(1)).isEqualTo(a);
        try (SegmentedFile file = SegmentedFile.open(roomy, layout(AppendMode.CHANNEL_WRITE), null)) {
            fill(file, 3);
        }
        Files.createDirectories(old);
        Files.move(a.resolve(SegmentLayout.fileName(0)), old.resolve(SegmentLayout.fileName(0)));
        try (SegmentedFile file = SegmentedFile.open(roomy, layout(AppendMode.CHANNEL_WRITE), null)) {
            assertThat(file.minOffset()).isZero();
            assertThat(file.writtenOffset()).isEqualTo(3L * SIZE);
        }
    }

    @Test
    void aSegmentThatCouldNotBeMadeAheadIsTriedAgain() throws Exception {
        try (SegmentedFile file = open(AppendMode.MAPPED_COPY)) {
            Path inTheWay = Files.createDirectory(folder.resolve(SegmentLayout.fileName(SIZE)));
            fill(file, 1);
            assertThatThrownBy(() -> file.appendable(0)).isInstanceOf(IOException.class);
            Files.delete(inTheWay);
            assertThat(file.appendable(0).baseOffset()).isEqualTo(SIZE);
        }
    }
}
