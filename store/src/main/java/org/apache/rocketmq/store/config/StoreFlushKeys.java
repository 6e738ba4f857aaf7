package org.apache.rocketmq.store.config;

import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.integer;
import static org.apache.rocketmq.common.config.ConfigKey.text;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;

/** Writing to disk, cleaning, record limits. */
final class StoreFlushKeys {
    static final List<ConfigKey<MessageStoreConfig>> KEYS = List.of(
            integer(
                            "flushIntervalCommitLog",
                            MessageStoreConfig::getFlushIntervalCommitLog,
                            MessageStoreConfig::setFlushIntervalCommitLog)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .important()
                    .doc("Pause of the asynchronous commit log flush"),
            integer(
                            "commitIntervalCommitLog",
                            MessageStoreConfig::getCommitIntervalCommitLog,
                            MessageStoreConfig::setCommitIntervalCommitLog)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .important()
                    .withoutEffect("appends go straight into the mapped file, there is no pool of buffers")
                    .doc("Pause of the buffer-to-file commit (transient pool)"),
            flag(
                            "useReentrantLockWhenPutMessage",
                            MessageStoreConfig::isUseReentrantLockWhenPutMessage,
                            MessageStoreConfig::setUseReentrantLockWhenPutMessage)
                    .withoutEffect("there is one append lock: it spins for a moment, then parks")
                    .doc("Lock kind around append (4.9.0: false = spin)"),
            flag(
                            "flushCommitLogTimed",
                            MessageStoreConfig::isFlushCommitLogTimed,
                            MessageStoreConfig::setFlushCommitLogTimed)
                    .dynamic()
                    .important()
                    .doc("Sleep the full interval between flushes (4.9.0: false)"),
            integer(
                            "flushIntervalConsumeQueue",
                            MessageStoreConfig::getFlushIntervalConsumeQueue,
                            MessageStoreConfig::setFlushIntervalConsumeQueue)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Pause of the consume queue flush"),
            integer(
                            "cleanResourceInterval",
                            MessageStoreConfig::getCleanResourceInterval,
                            MessageStoreConfig::setCleanResourceInterval)
                    .atLeast(1)
                    .unit("ms")
                    .doc("Period of file cleaning"),
            integer(
                            "deleteCommitLogFilesInterval",
                            MessageStoreConfig::getDeleteCommitLogFilesInterval,
                            MessageStoreConfig::setDeleteCommitLogFilesInterval)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Pause between deleting two commit log files"),
            integer(
                            "deleteConsumeQueueFilesInterval",
                            MessageStoreConfig::getDeleteConsumeQueueFilesInterval,
                            MessageStoreConfig::setDeleteConsumeQueueFilesInterval)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Pause between deleting two queue files"),
            integer(
                            "destroyMapedFileIntervalForcibly",
                            MessageStoreConfig::getDestroyMapedFileIntervalForcibly,
                            MessageStoreConfig::setDestroyMapedFileIntervalForcibly)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .alias("destroyMappedFileIntervalForcibly")
                    .doc("Age after which a still-referenced deleted file is released by force"),
            integer(
                            "redeleteHangedFileInterval",
                            MessageStoreConfig::getRedeleteHangedFileInterval,
                            MessageStoreConfig::setRedeleteHangedFileInterval)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .withoutEffect("a deleted file is gone at once, its space with its last reader")
                    .doc("Retry period for files that could not be deleted"),
            text("deleteWhen", MessageStoreConfig::getDeleteWhen, MessageStoreConfig::setDeleteWhen)
                    .matching("([01]?\\d|2[0-3])(;([01]?\\d|2[0-3]))*;?", "hours from 00 to 23, separated by ;")
                    .dynamic()
                    .important()
                    .doc("Local hours at which expired files are deleted"),
            integer(
                            "diskMaxUsedSpaceRatio",
                            MessageStoreConfig::getDiskMaxUsedSpaceRatio,
                            MessageStoreConfig::setDiskMaxUsedSpaceRatio)
                    .clampedTo(10, 95)
                    .unit("percent")
                    .dynamic()
                    .doc("Start deleting early above this; clamped to 10..95"),
            integer(
                            "fileReservedTime",
                            MessageStoreConfig::getFileReservedTime,
                            MessageStoreConfig::setFileReservedTime)
                    .atLeast(0)
                    .unit("hours")
                    .dynamic()
                    .important()
                    .doc("Retention of commit log files; also limit for half messages"),
            integer(
                            "putMsgIndexHightWater",
                            MessageStoreConfig::getPutMsgIndexHightWater,
                            MessageStoreConfig::setPutMsgIndexHightWater)
                    .atLeast(0)
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            integer("maxMessageSize", MessageStoreConfig::getMaxMessageSize, MessageStoreConfig::setMaxMessageSize)
                    .atLeast(10)
                    .unit("bytes")
                    .dynamic()
                    .doc("Maximum body size (values < 10 ignored at run time)"),
            flag("checkCRCOnRecover", MessageStoreConfig::isCheckCRCOnRecover, MessageStoreConfig::setCheckCRCOnRecover)
                    .doc("Verify body CRC during recovery"),
            integer(
                            "flushCommitLogLeastPages",
                            MessageStoreConfig::getFlushCommitLogLeastPages,
                            MessageStoreConfig::setFlushCommitLogLeastPages)
                    .atLeast(0)
                    .unit("4 KiB pages")
                    .dynamic()
                    .doc("Minimum dirty pages for a flush"),
            integer(
                            "commitCommitLogLeastPages",
                            MessageStoreConfig::getCommitCommitLogLeastPages,
                            MessageStoreConfig::setCommitCommitLogLeastPages)
                    .atLeast(0)
                    .unit("4 KiB pages")
                    .dynamic()
                    .withoutEffect("appends go straight into the mapped file, there is no pool of buffers")
                    .doc("Minimum pages for a commit (transient pool)"),
            integer(
                            "flushLeastPagesWhenWarmMapedFile",
                            MessageStoreConfig::getFlushLeastPagesWhenWarmMapedFile,
                            MessageStoreConfig::setFlushLeastPagesWhenWarmMapedFile)
                    .atLeast(0)
                    .unit("4 KiB pages")
                    .dynamic()
                    .alias("flushLeastPagesWhenWarmMappedFile")
                    .withoutEffect("pages are made ready right before they are written")
                    .doc("Flush step while warming a file"),
            integer(
                            "flushConsumeQueueLeastPages",
                            MessageStoreConfig::getFlushConsumeQueueLeastPages,
                            MessageStoreConfig::setFlushConsumeQueueLeastPages)
                    .atLeast(0)
                    .unit("4 KiB pages")
                    .dynamic()
                    .doc("Minimum dirty pages for a queue flush"),
            integer(
                            "flushCommitLogThoroughInterval",
                            MessageStoreConfig::getFlushCommitLogThoroughInterval,
                            MessageStoreConfig::setFlushCommitLogThoroughInterval)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Flush regardless of page count after this"),
            integer(
                            "commitCommitLogThoroughInterval",
                            MessageStoreConfig::getCommitCommitLogThoroughInterval,
                            MessageStoreConfig::setCommitCommitLogThoroughInterval)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .withoutEffect("appends go straight into the mapped file, there is no pool of buffers")
                    .doc("Commit regardless of page count after this"),
            integer(
                            "flushConsumeQueueThoroughInterval",
                            MessageStoreConfig::getFlushConsumeQueueThoroughInterval,
                            MessageStoreConfig::setFlushConsumeQueueThoroughInterval)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Flush queues regardless of page count after this"));

    private StoreFlushKeys() {}
}
