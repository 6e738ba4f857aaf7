package org.apache.rocketmq.store.retention;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** How full a partition is. A seam, so that a full disk can be tested without one. */
@FunctionalInterface
public interface DiskUsage {
    /** Asks the file system. */
    DiskUsage FILE_SYSTEM = DiskUsage::measure;

    /** Used fraction 0..1 of the partition of a path, rounded up to 0.01; -1 when it cannot be measured. */
    double usedRatio(Path path);

    private static double measure(Path path) {
        try {
            if (!Files.exists(path)) {
                return -1;
            }
            FileStore partition = Files.getFileStore(path);
            long total = partition.getTotalSpace();
            long used = total - partition.getUnallocatedSpace();
            long usable = used + partition.getUsableSpace();
            return usable <= 0 ? -1 : Math.ceil(100.0 * used / usable) / 100;
        } catch (IOException e) {
            return -1;
        }
    }
}
