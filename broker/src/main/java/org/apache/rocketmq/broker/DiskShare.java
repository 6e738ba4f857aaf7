package org.apache.rocketmq.broker;

import java.nio.file.Path;
import org.apache.rocketmq.broker.send.PutAnswers.DiskUse;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.retention.DiskUsage;

/** How full the store's partitions are, for the text of a refused send. */
final class DiskShare {
    private DiskShare() {}

    static DiskUse of(MessageStoreConfig config) {
        Path root = Path.of(config.getStorePathRootDir());
        return new DiskUse(
                DiskUsage.FILE_SYSTEM.usedRatio(Path.of(config.getStorePathCommitLog())),
                DiskUsage.FILE_SYSTEM.usedRatio(root.resolve("consumequeue")),
                DiskUsage.FILE_SYSTEM.usedRatio(root.resolve("index")));
    }
}
