package org.apache.rocketmq.store.config;

import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.integer;
import static org.apache.rocketmq.common.config.ConfigKey.path;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;

/** Where the files lie and how large they are. */
final class StoreFileKeys {
    static final List<ConfigKey<MessageStoreConfig>> KEYS = List.of(
            path("storePathRootDir", MessageStoreConfig::getStorePathRootDir, MessageStoreConfig::setStorePathRootDir)
                    .important()
                    .doc("Root of all store and config files"),
            path(
                            "storePathCommitLog",
                            MessageStoreConfig::getStorePathCommitLog,
                            MessageStoreConfig::setStorePathCommitLog)
                    .important()
                    .doc(
                            "Commit log directory; comma list (-Drocketmq.broker.multiPathSplitter) = several disks. Before 4.9.4 the default was ${user.home}/store/commitlog even when storePathRootDir was set"),
            path(
                            "storePathDLedgerCommitLog",
                            MessageStoreConfig::getStorePathDLedgerCommitLog,
                            MessageStoreConfig::setStorePathDLedgerCommitLog)
                    .important()
                    .withoutEffect("there is no DLedger mode")
                    .doc("DLedger log directory"),
            path(
                            "readOnlyCommitLogStorePaths",
                            MessageStoreConfig::getReadOnlyCommitLogStorePaths,
                            MessageStoreConfig::setReadOnlyCommitLogStorePaths)
                    .dynamic()
                    .doc("Multi-path mode: directories no longer written"),
            integer(
                            "mappedFileSizeCommitLog",
                            MessageStoreConfig::getMappedFileSizeCommitLog,
                            MessageStoreConfig::setMappedFileSizeCommitLog)
                    .atLeast(1024)
                    .unit("bytes")
                    .alias("mapedFileSizeCommitLog")
                    .doc("Commit log file size"),
            integer(
                            "mappedFileSizeConsumeQueue",
                            MessageStoreConfig::getMappedFileSizeConsumeQueue,
                            MessageStoreConfig::setMappedFileSizeConsumeQueue)
                    .atLeast(20)
                    .unit("bytes")
                    .doc(
                            "Consume queue file size (300000 entries of 20); effective value rounded up to a multiple of 20"),
            flag(
                            "enableConsumeQueueExt",
                            MessageStoreConfig::isEnableConsumeQueueExt,
                            MessageStoreConfig::setEnableConsumeQueueExt)
                    .doc("Write extended consume queue records"),
            integer(
                            "mappedFileSizeConsumeQueueExt",
                            MessageStoreConfig::getMappedFileSizeConsumeQueueExt,
                            MessageStoreConfig::setMappedFileSizeConsumeQueueExt)
                    .atLeast(1024)
                    .unit("bytes")
                    .alias("mapedFileSizeConsumeQueueExt")
                    .doc("Extended consume queue file size"),
            integer(
                            "bitMapLengthConsumeQueueExt",
                            MessageStoreConfig::getBitMapLengthConsumeQueueExt,
                            MessageStoreConfig::setBitMapLengthConsumeQueueExt)
                    .atLeast(0)
                    .unit("bits")
                    .withoutEffect("filters are evaluated when messages are read, there are no filter bitmaps")
                    .doc("Length of the filter bitmap"));

    private StoreFileKeys() {}
}
