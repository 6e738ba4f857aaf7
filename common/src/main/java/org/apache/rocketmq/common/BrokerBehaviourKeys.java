package org.apache.rocketmq.common;

import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.integer;
import static org.apache.rocketmq.common.config.ConfigKey.longInteger;
import static org.apache.rocketmq.common.config.ConfigKey.text;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;

/** Holding pulls, registration, fast failure, filters, transactions, access control. */
final class BrokerBehaviourKeys {
    static final List<ConfigKey<BrokerConfig>> KEYS = List.of(
            flag("longPollingEnable", BrokerConfig::isLongPollingEnable, BrokerConfig::setLongPollingEnable)
                    .dynamic()
                    .doc("Hold empty pulls for the client-given time; false = hold shortPollingTimeMills"),
            longInteger(
                            "shortPollingTimeMills",
                            BrokerConfig::getShortPollingTimeMills,
                            BrokerConfig::setShortPollingTimeMills)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Hold time and check period when long polling is off"),
            flag(
                            "notifyConsumerIdsChangedEnable",
                            BrokerConfig::isNotifyConsumerIdsChangedEnable,
                            BrokerConfig::setNotifyConsumerIdsChangedEnable)
                    .dynamic()
                    .doc("Broker-wide switch of code 40 notifications"),
            flag("highSpeedMode", BrokerConfig::isHighSpeedMode, BrokerConfig::setHighSpeedMode)
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            flag("commercialEnable", BrokerConfig::isCommercialEnable, BrokerConfig::setCommercialEnable)
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            integer(
                            "commercialTimerCount",
                            BrokerConfig::getCommercialTimerCount,
                            BrokerConfig::setCommercialTimerCount)
                    .atLeast(0)
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            integer(
                            "commercialTransCount",
                            BrokerConfig::getCommercialTransCount,
                            BrokerConfig::setCommercialTransCount)
                    .atLeast(0)
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            integer("commercialBigCount", BrokerConfig::getCommercialBigCount, BrokerConfig::setCommercialBigCount)
                    .atLeast(0)
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            integer("commercialBaseCount", BrokerConfig::getCommercialBaseCount, BrokerConfig::setCommercialBaseCount)
                    .atLeast(0)
                    .dynamic()
                    .withoutEffect("Factor for billing hooks only; no effect without hooks")
                    .doc("Factor for billing hooks"),
            flag("transferMsgByHeap", BrokerConfig::isTransferMsgByHeap, BrokerConfig::setTransferMsgByHeap)
                    .dynamic()
                    .withoutEffect("pulled messages are sent from the mapped file without a copy")
                    .doc("Copy pulled messages to heap instead of sending file regions"),
            integer("maxDelayTime", BrokerConfig::getMaxDelayTime, BrokerConfig::setMaxDelayTime)
                    .atLeast(0)
                    .unit("days")
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            text("regionId", BrokerConfig::getRegionId, BrokerConfig::setRegionId)
                    .dynamic()
                    .doc("Value of ext field MSG_REGION in send responses"),
            integer(
                            "registerBrokerTimeoutMills",
                            BrokerConfig::getRegisterBrokerTimeoutMills,
                            BrokerConfig::setRegisterBrokerTimeoutMills)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Total wait for registration / version query"),
            flag("slaveReadEnable", BrokerConfig::isSlaveReadEnable, BrokerConfig::setSlaveReadEnable)
                    .dynamic()
                    .doc("Send slow consumers to group.whichBrokerWhenConsumeSlowly"),
            flag(
                            "disableConsumeIfConsumerReadSlowly",
                            BrokerConfig::isDisableConsumeIfConsumerReadSlowly,
                            BrokerConfig::setDisableConsumeIfConsumerReadSlowly)
                    .dynamic()
                    .withoutEffect("groups that lag are not disabled")
                    .doc("Disable groups that lag more than consumerFallbehindThreshold"),
            longInteger(
                            "consumerFallbehindThreshold",
                            BrokerConfig::getConsumerFallbehindThreshold,
                            BrokerConfig::setConsumerFallbehindThreshold)
                    .atLeast(0)
                    .unit("bytes")
                    .dynamic()
                    .withoutEffect("groups that lag are not disabled")
                    .doc("Lag limit for the above"),
            flag(
                            "brokerFastFailureEnable",
                            BrokerConfig::isBrokerFastFailureEnable,
                            BrokerConfig::setBrokerFastFailureEnable)
                    .dynamic()
                    .doc("Reject requests that waited too long in a queue"),
            longInteger(
                            "waitTimeMillsInSendQueue",
                            BrokerConfig::getWaitTimeMillsInSendQueue,
                            BrokerConfig::setWaitTimeMillsInSendQueue)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Fast-failure limit, send queue"),
            longInteger(
                            "waitTimeMillsInPullQueue",
                            BrokerConfig::getWaitTimeMillsInPullQueue,
                            BrokerConfig::setWaitTimeMillsInPullQueue)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Fast-failure limit, pull queue"),
            longInteger(
                            "waitTimeMillsInHeartbeatQueue",
                            BrokerConfig::getWaitTimeMillsInHeartbeatQueue,
                            BrokerConfig::setWaitTimeMillsInHeartbeatQueue)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Fast-failure limit, heartbeat queue"),
            longInteger(
                            "waitTimeMillsInTransactionQueue",
                            BrokerConfig::getWaitTimeMillsInTransactionQueue,
                            BrokerConfig::setWaitTimeMillsInTransactionQueue)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Fast-failure limit, end-transaction queue"),
            longInteger(
                            "startAcceptSendRequestTimeStamp",
                            BrokerConfig::getStartAcceptSendRequestTimeStamp,
                            BrokerConfig::setStartAcceptSendRequestTimeStamp)
                    .atLeast(0)
                    .unit("epoch ms")
                    .dynamic()
                    .doc("Refuse sends before this time"),
            flag("traceOn", BrokerConfig::isTraceOn, BrokerConfig::setTraceOn)
                    .dynamic()
                    .doc("Value of ext field TRACE_ON in send responses"),
            flag(
                            "enableCalcFilterBitMap",
                            BrokerConfig::isEnableCalcFilterBitMap,
                            BrokerConfig::setEnableCalcFilterBitMap)
                    .dynamic()
                    .withoutEffect("filters are evaluated when messages are read, there are no filter bitmaps")
                    .doc("Evaluate SQL filters at dispatch into a bitmap"),
            integer(
                            "expectConsumerNumUseFilter",
                            BrokerConfig::getExpectConsumerNumUseFilter,
                            BrokerConfig::setExpectConsumerNumUseFilter)
                    .atLeast(0)
                    .unit("groups")
                    .withoutEffect("filters are evaluated when messages are read, there are no filter bitmaps")
                    .doc("Bloom filter sizing: expected groups"),
            integer(
                            "maxErrorRateOfBloomFilter",
                            BrokerConfig::getMaxErrorRateOfBloomFilter,
                            BrokerConfig::setMaxErrorRateOfBloomFilter)
                    .between(1, 99)
                    .unit("percent")
                    .withoutEffect("filters are evaluated when messages are read, there are no filter bitmaps")
                    .doc("Bloom filter sizing: error rate 1..99"),
            longInteger(
                            "filterDataCleanTimeSpan",
                            BrokerConfig::getFilterDataCleanTimeSpan,
                            BrokerConfig::setFilterDataCleanTimeSpan)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Drop dead SQL filter registrations after this time"),
            flag("filterSupportRetry", BrokerConfig::isFilterSupportRetry, BrokerConfig::setFilterSupportRetry)
                    .dynamic()
                    .doc("Apply the original SQL filter to retry topics"),
            flag("enablePropertyFilter", BrokerConfig::isEnablePropertyFilter, BrokerConfig::setEnablePropertyFilter)
                    .dynamic()
                    .doc("Allow SQL92 subscriptions"),
            flag("compressedRegister", BrokerConfig::isCompressedRegister, BrokerConfig::setCompressedRegister)
                    .dynamic()
                    .doc("Send deflated registration bodies"),
            flag("forceRegister", BrokerConfig::isForceRegister, BrokerConfig::setForceRegister)
                    .dynamic()
                    .doc("Register in every round without asking for versions first"),
            integer(
                            "registerNameServerPeriod",
                            BrokerConfig::getRegisterNameServerPeriod,
                            BrokerConfig::setRegisterNameServerPeriod)
                    .clampedTo(10000, 60000)
                    .unit("ms")
                    .doc("Registration period, clamped to 10000..60000"),
            longInteger("transactionTimeOut", BrokerConfig::getTransactionTimeOut, BrokerConfig::setTransactionTimeOut)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .important()
                    .doc("Age before a half message is first checked"),
            integer("transactionCheckMax", BrokerConfig::getTransactionCheckMax, BrokerConfig::setTransactionCheckMax)
                    .atLeast(0)
                    .unit("times")
                    .dynamic()
                    .important()
                    .doc("Checks before a half message is discarded"),
            longInteger(
                            "transactionCheckInterval",
                            BrokerConfig::getTransactionCheckInterval,
                            BrokerConfig::setTransactionCheckInterval)
                    .atLeast(1)
                    .unit("ms")
                    .important()
                    .doc("Period of the check cycle (read once when the thread starts)"),
            flag("aclEnable", BrokerConfig::isAclEnable, BrokerConfig::setAclEnable)
                    .important()
                    .doc("Enforce plain_acl.yml"),
            flag(
                            "storeReplyMessageEnable",
                            BrokerConfig::isStoreReplyMessageEnable,
                            BrokerConfig::setStoreReplyMessageEnable)
                    .dynamic()
                    .doc("Also store reply messages"),
            flag("enableDetailStat", BrokerConfig::isEnableDetailStat, BrokerConfig::setEnableDetailStat)
                    .doc("Keep per-queue statistics (since 4.9.3)"),
            flag("autoDeleteUnusedStats", BrokerConfig::isAutoDeleteUnusedStats, BrokerConfig::setAutoDeleteUnusedStats)
                    .dynamic()
                    .doc("Drop statistics of deleted topics and groups"),
            flag("isolateLogEnable", BrokerConfig::isIsolateLogEnable, BrokerConfig::setIsolateLogEnable)
                    .doc("Separate log directory per broker (since 4.9.3)"),
            text("configBlackList", BrokerConfig::getConfigBlackList, BrokerConfig::setConfigBlackList)
                    .doc("Names an online update must refuse (4.9.8+); rocketmqHome is always refused too"),
            text(
                            "rmqAddressServerDomain",
                            BrokerConfig::getRmqAddressServerDomain,
                            BrokerConfig::setRmqAddressServerDomain)
                    .doc("Read directly from the -c file: host of the address server; not a config field"),
            text(
                            "rmqAddressServerSubGroup",
                            BrokerConfig::getRmqAddressServerSubGroup,
                            BrokerConfig::setRmqAddressServerSubGroup)
                    .doc("Read directly from the -c file: path segment of the address server URL"));

    private BrokerBehaviourKeys() {}
}
