package org.apache.rocketmq.store.segment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Compares the ways to append: run {@code main}, read nanoseconds (wall and CPU) per record. Each way writes the same number of
 * bytes into fresh segments; rounds are interleaved, the median counts.
 */
public final class AppendBenchmark {
    private static final int SEGMENT = 256 << 20;
    private static final long BYTES = 512L << 20;
    private static final int ROUNDS = 5;

    private record Way(String name, AppendMode mode, int reserveBytes) {}

    private AppendBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path root = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "/tmp"), "append");
        Way[] ways = {
            new Way("mapped, nothing reserved", AppendMode.MAPPED_COPY, 0),
            new Way("mapped, reserve 64 KiB", AppendMode.MAPPED_COPY, 64 << 10),
            new Way("mapped, reserve 256 KiB", AppendMode.MAPPED_COPY, 256 << 10),
            new Way("mapped, reserve 1 MiB", AppendMode.MAPPED_COPY, 1 << 20),
            new Way("mapped, reserve 4 MiB", AppendMode.MAPPED_COPY, 4 << 20),
            new Way("channel", AppendMode.CHANNEL_WRITE, 0),
        };
        for (int size : new int[] {200, 1100, 4200, 35000}) {
            long[][] wall = new long[ways.length][ROUNDS];
            long[][] cpu = new long[ways.length][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < ways.length; i++) {
                    long[] cost = run(root, ways[i], size);
                    wall[i][round] = cost[0];
                    cpu[i][round] = cost[1];
                }
            }
            for (int i = 0; i < ways.length; i++) {
                Arrays.sort(wall[i]);
                Arrays.sort(cpu[i]);
                System.out.printf(
                        "%6d B  %-26s %6d ns wall  %6d ns cpu%n",
                        size, ways[i].name(), wall[i][ROUNDS / 2], cpu[i][ROUNDS / 2]);
            }
        }
        Files.delete(root);
    }

    private static long[] run(Path root, Way way, int size) throws IOException {
        Path folder = Files.createTempDirectory(root, "run");
        SegmentLayout layout = new SegmentLayout(SEGMENT, "size", way.mode(), way.reserveBytes());
        SegmentedFile file = SegmentedFile.open(SegmentFolders.one(folder), layout, null);
        ByteBuffer record = ByteBuffer.allocateDirect(size);
        long count = BYTES / size;
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        for (long i = 0; i < count; i++) {
            record.clear();
            MappedSegment segment = file.appendable(0);
            if (!segment.append(record)) {
                segment.seal();
                i--;
            }
        }
        long wall = System.nanoTime() - start;
        long used = threads.getCurrentThreadCpuTime() - cpu;
        file.deleteAll();
        Files.delete(folder);
        return new long[] {wall / count, used / count};
    }
}
