package org.apache.rocketmq.store.config;

import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.integer;
import static org.apache.rocketmq.common.config.ConfigKey.longInteger;
import static org.apache.rocketmq.common.config.ConfigKey.text;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;

/** Delayed delivery, locking, buffers, elected log, light queues. */
final class StoreDeliveryKeys {
    static final List<ConfigKey<MessageStoreConfig>> KEYS = List.of(
            text(
                            "messageDelayLevel",
                            MessageStoreConfig::getMessageDelayLevel,
                            MessageStoreConfig::setMessageDelayLevel)
                    .matching("\\d+[smhd]( +\\d+[smhd])*", "times such as 1s 5m 2h 1d, separated by blanks")
                    .doc("Delay levels from 1"),
            longInteger(
                            "flushDelayOffsetInterval",
                            MessageStoreConfig::getFlushDelayOffsetInterval,
                            MessageStoreConfig::setFlushDelayOffsetInterval)
                    .atLeast(1)
                    .unit("ms")
                    .doc("Period of persisting delay offsets"),
            flag(
                            "cleanFileForciblyEnable",
                            MessageStoreConfig::isCleanFileForciblyEnable,
                            MessageStoreConfig::setCleanFileForciblyEnable)
                    .dynamic()
                    .important()
                    .doc("Allow immediate deletion when the disk is nearly full"),
            flag(
                            "warmMapedFileEnable",
                            MessageStoreConfig::isWarmMapedFileEnable,
                            MessageStoreConfig::setWarmMapedFileEnable)
                    .dynamic()
                    .alias("warmMappedFileEnable")
                    .withoutEffect("pages are made ready right before they are written")
                    .doc("Pre-touch new commit log files"),
            flag(
                            "offsetCheckInSlave",
                            MessageStoreConfig::isOffsetCheckInSlave,
                            MessageStoreConfig::setOffsetCheckInSlave)
                    .dynamic()
                    .doc("Correct illegal pull offsets on a slave too"),
            flag("debugLockEnable", MessageStoreConfig::isDebugLockEnable, MessageStoreConfig::setDebugLockEnable)
                    .dynamic()
                    .withoutEffect("pageCacheLockTimeMills in the runtime info says how long the append lock is held")
                    .doc("Dump stacks when the append lock is held over 1 s"),
            flag("duplicationEnable", MessageStoreConfig::isDuplicationEnable, MessageStoreConfig::setDuplicationEnable)
                    .withoutEffect("there is no confirm offset, the whole log is dispatched")
                    .doc("Dispatch only up to the confirm offset"),
            flag("diskFallRecorded", MessageStoreConfig::isDiskFallRecorded, MessageStoreConfig::setDiskFallRecorded)
                    .dynamic()
                    .withoutEffect("the lag in bytes of a pull is not recorded")
                    .doc("Record consumer lag in bytes per pull"),
            longInteger(
                            "osPageCacheBusyTimeOutMills",
                            MessageStoreConfig::getOsPageCacheBusyTimeOutMills,
                            MessageStoreConfig::setOsPageCacheBusyTimeOutMills)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Append lock hold time that counts as page cache busy"),
            integer(
                            "defaultQueryMaxNum",
                            MessageStoreConfig::getDefaultQueryMaxNum,
                            MessageStoreConfig::setDefaultQueryMaxNum)
                    .atLeast(0)
                    .unit("messages")
                    .dynamic()
                    .doc("Result limit of unique-key queries"),
            flag(
                            "transientStorePoolEnable",
                            MessageStoreConfig::isTransientStorePoolEnable,
                            MessageStoreConfig::setTransientStorePoolEnable)
                    .important()
                    .withoutEffect("appends go straight into the mapped file, there is no pool of buffers")
                    .doc("Write through off-heap buffers; effective only with ASYNC_FLUSH on a non-slave"),
            integer(
                            "transientStorePoolSize",
                            MessageStoreConfig::getTransientStorePoolSize,
                            MessageStoreConfig::setTransientStorePoolSize)
                    .atLeast(1)
                    .unit("buffers")
                    .withoutEffect("appends go straight into the mapped file, there is no pool of buffers")
                    .doc("Number of such buffers (each one commit log file size)"),
            flag(
                            "fastFailIfNoBufferInStorePool",
                            MessageStoreConfig::isFastFailIfNoBufferInStorePool,
                            MessageStoreConfig::setFastFailIfNoBufferInStorePool)
                    .dynamic()
                    .withoutEffect("appends go straight into the mapped file, there is no pool of buffers")
                    .doc("Do not allocate files when no buffer is free"),
            flag(
                            "enableDLegerCommitLog",
                            MessageStoreConfig::isEnableDLegerCommitLog,
                            MessageStoreConfig::setEnableDLegerCommitLog)
                    .doc("Raft based commit log"),
            text("dLegerGroup", MessageStoreConfig::getDLegerGroup, MessageStoreConfig::setDLegerGroup)
                    .withoutEffect("there is no DLedger mode")
                    .doc("DLedger group name"),
            text("dLegerPeers", MessageStoreConfig::getDLegerPeers, MessageStoreConfig::setDLegerPeers)
                    .withoutEffect("there is no DLedger mode")
                    .doc("DLedger members"),
            text("dLegerSelfId", MessageStoreConfig::getDLegerSelfId, MessageStoreConfig::setDLegerSelfId)
                    .withoutEffect("there is no DLedger mode")
                    .doc("Own DLedger id"),
            text(
                            "preferredLeaderId",
                            MessageStoreConfig::getPreferredLeaderId,
                            MessageStoreConfig::setPreferredLeaderId)
                    .withoutEffect("there is no DLedger mode")
                    .doc("Preferred DLedger leader"),
            flag("enableBatchPush", MessageStoreConfig::isEnableBatchPush, MessageStoreConfig::setEnableBatchPush)
                    .alias("isEnableBatchPush")
                    .listedAs("isEnableBatchPush")
                    .withoutEffect("there is no DLedger mode")
                    .doc(
                            "DLedger batch push; settable under this name but listed as isEnableBatchPush in config dumps"),
            flag(
                            "enableScheduleMessageStats",
                            MessageStoreConfig::isEnableScheduleMessageStats,
                            MessageStoreConfig::setEnableScheduleMessageStats)
                    .dynamic()
                    .doc("Count delivered delayed messages in statistics"),
            flag("enableLmq", MessageStoreConfig::isEnableLmq, MessageStoreConfig::setEnableLmq)
                    .doc("Light message queues (since 4.9.3)"),
            flag(
                            "enableMultiDispatch",
                            MessageStoreConfig::isEnableMultiDispatch,
                            MessageStoreConfig::setEnableMultiDispatch)
                    .doc("Index one message in several queues (since 4.9.3)"),
            integer(
                            "maxLmqConsumeQueueNum",
                            MessageStoreConfig::getMaxLmqConsumeQueueNum,
                            MessageStoreConfig::setMaxLmqConsumeQueueNum)
                    .atLeast(1)
                    .unit("queues")
                    .dynamic()
                    .withoutEffect("the number of light queues is not limited")
                    .doc("Limit of light queues"),
            flag(
                            "enableScheduleAsyncDeliver",
                            MessageStoreConfig::isEnableScheduleAsyncDeliver,
                            MessageStoreConfig::setEnableScheduleAsyncDeliver)
                    .withoutEffect("delayed messages are always delivered without waiting for each put")
                    .doc("Deliver delayed messages without waiting for each put (since 4.9.3)"),
            integer(
                            "scheduleAsyncDeliverMaxPendingLimit",
                            MessageStoreConfig::getScheduleAsyncDeliverMaxPendingLimit,
                            MessageStoreConfig::setScheduleAsyncDeliverMaxPendingLimit)
                    .atLeast(0)
                    .unit("messages")
                    .dynamic()
                    .withoutEffect("delayed messages are always delivered without waiting for each put")
                    .doc("Pending limit per level for the above"),
            integer(
                            "scheduleAsyncDeliverMaxResendNum2Blocked",
                            MessageStoreConfig::getScheduleAsyncDeliverMaxResendNum2Blocked,
                            MessageStoreConfig::setScheduleAsyncDeliverMaxResendNum2Blocked)
                    .atLeast(0)
                    .unit("times")
                    .dynamic()
                    .withoutEffect("delayed messages are always delivered without waiting for each put")
                    .doc("Resends before a level is blocked"));

    private StoreDeliveryKeys() {}
}
