package org.apache.rocketmq.store.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.recovery.StoreFolder;
import org.apache.rocketmq.store.segment.SegmentFolders;

/**
 * Where the log lies, from {@code storePathCommitLog} and {@code readOnlyCommitLogStorePaths}.
 *
 * @param writable folders for new segments; at least one
 * @param readOnly folders that only hold old segments
 */
record LogFolders(List<Path> writable, List<Path> readOnly) {
    static LogFolders of(MessageStoreConfig config, StoreFolder folder, String splitter) {
        List<Path> writable = paths(config.getStorePathCommitLog(), splitter);
        List<Path> readOnly = paths(config.getReadOnlyCommitLogStorePaths(), splitter);
        return new LogFolders(writable.isEmpty() ? List.of(folder.commitLog()) : writable, readOnly);
    }

    private static List<Path> paths(String text, String splitter) {
        List<Path> paths = new ArrayList<>();
        for (String entry : text == null ? new String[0] : text.trim().split(splitter)) {
            if (!entry.isBlank()) {
                paths.add(Path.of(entry.trim()));
            }
        }
        return paths;
    }

    SegmentFolders segmentFolders(Predicate<Path> tooFull) {
        return writable.size() == 1 && readOnly.isEmpty()
                ? SegmentFolders.one(writable.get(0))
                : SegmentFolders.several(writable, readOnly, tooFull);
    }
}
