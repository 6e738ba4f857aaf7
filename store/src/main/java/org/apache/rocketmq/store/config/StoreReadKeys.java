package org.apache.rocketmq.store.config;

import static org.apache.rocketmq.common.config.ConfigKey.choice;
import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.integer;
import static org.apache.rocketmq.common.config.ConfigKey.text;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;

/** Reading, key index, replication, roles. */
final class StoreReadKeys {
    static final List<ConfigKey<MessageStoreConfig>> KEYS = List.of(
            integer(
                            "maxTransferBytesOnMessageInMemory",
                            MessageStoreConfig::getMaxTransferBytesOnMessageInMemory,
                            MessageStoreConfig::setMaxTransferBytesOnMessageInMemory)
                    .atLeast(0)
                    .unit("bytes")
                    .dynamic()
                    .important()
                    .doc("Pull batch limit, recent data"),
            integer(
                            "maxTransferCountOnMessageInMemory",
                            MessageStoreConfig::getMaxTransferCountOnMessageInMemory,
                            MessageStoreConfig::setMaxTransferCountOnMessageInMemory)
                    .atLeast(0)
                    .unit("messages")
                    .dynamic()
                    .important()
                    .doc("Pull batch limit, recent data"),
            integer(
                            "maxTransferBytesOnMessageInDisk",
                            MessageStoreConfig::getMaxTransferBytesOnMessageInDisk,
                            MessageStoreConfig::setMaxTransferBytesOnMessageInDisk)
                    .atLeast(0)
                    .unit("bytes")
                    .dynamic()
                    .important()
                    .doc("Pull batch limit, old data"),
            integer(
                            "maxTransferCountOnMessageInDisk",
                            MessageStoreConfig::getMaxTransferCountOnMessageInDisk,
                            MessageStoreConfig::setMaxTransferCountOnMessageInDisk)
                    .atLeast(0)
                    .unit("messages")
                    .dynamic()
                    .important()
                    .doc("Pull batch limit, old data"),
            integer(
                            "accessMessageInMemoryMaxRatio",
                            MessageStoreConfig::getAccessMessageInMemoryMaxRatio,
                            MessageStoreConfig::setAccessMessageInMemoryMaxRatio)
                    .between(0, 100)
                    .unit("percent of RAM")
                    .dynamic()
                    .important()
                    .doc(
                            "Distance from the log end that counts as in memory (the documented minus 10 for slaves never takes effect)"),
            flag(
                            "messageIndexEnable",
                            MessageStoreConfig::isMessageIndexEnable,
                            MessageStoreConfig::setMessageIndexEnable)
                    .dynamic()
                    .important()
                    .doc("Build the key index"),
            integer("maxHashSlotNum", MessageStoreConfig::getMaxHashSlotNum, MessageStoreConfig::setMaxHashSlotNum)
                    .atLeast(1)
                    .unit("slots")
                    .doc("Slots per index file"),
            integer("maxIndexNum", MessageStoreConfig::getMaxIndexNum, MessageStoreConfig::setMaxIndexNum)
                    .atLeast(2)
                    .unit("entries")
                    .doc("Entries per index file"),
            integer("maxMsgsNumBatch", MessageStoreConfig::getMaxMsgsNumBatch, MessageStoreConfig::setMaxMsgsNumBatch)
                    .atLeast(0)
                    .unit("messages")
                    .dynamic()
                    .doc("Upper bound of a key query"),
            flag("messageIndexSafe", MessageStoreConfig::isMessageIndexSafe, MessageStoreConfig::setMessageIndexSafe)
                    .important()
                    .doc("Include the index time in the recovery start point"),
            integer("haListenPort", MessageStoreConfig::getHaListenPort, MessageStoreConfig::setHaListenPort)
                    .between(0, 65535)
                    .unit("port")
                    .withoutEffect("the replication port is always listenPort + 1")
                    .doc("HA port; the configured value is always overwritten by listenPort+1"),
            integer(
                            "haSendHeartbeatInterval",
                            MessageStoreConfig::getHaSendHeartbeatInterval,
                            MessageStoreConfig::setHaSendHeartbeatInterval)
                    .atLeast(1)
                    .unit("ms")
                    .dynamic()
                    .doc("HA heartbeat period"),
            integer(
                            "haHousekeepingInterval",
                            MessageStoreConfig::getHaHousekeepingInterval,
                            MessageStoreConfig::setHaHousekeepingInterval)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("HA connection considered dead after this silence"),
            integer(
                            "haTransferBatchSize",
                            MessageStoreConfig::getHaTransferBatchSize,
                            MessageStoreConfig::setHaTransferBatchSize)
                    .atLeast(0)
                    .unit("bytes")
                    .dynamic()
                    .doc("Maximum HA transfer per packet"),
            text("haMasterAddress", MessageStoreConfig::getHaMasterAddress, MessageStoreConfig::setHaMasterAddress)
                    .important()
                    .doc("Fixed master HA address of a slave (length >= 6), else learned from the name server"),
            integer(
                            "haSlaveFallbehindMax",
                            MessageStoreConfig::getHaSlaveFallbehindMax,
                            MessageStoreConfig::setHaSlaveFallbehindMax)
                    .atLeast(0)
                    .unit("bytes")
                    .dynamic()
                    .doc("A slave further behind counts as not available"),
            choice(
                            "brokerRole",
                            BrokerRole.class,
                            MessageStoreConfig::getBrokerRole,
                            (MessageStoreConfig config, BrokerRole value) -> config.setBrokerRole(value))
                    .important()
                    .doc("ASYNC_MASTER, SYNC_MASTER or SLAVE; invalid text keeps the default"),
            choice(
                            "flushDiskType",
                            FlushDiskType.class,
                            MessageStoreConfig::getFlushDiskType,
                            (MessageStoreConfig config, FlushDiskType value) -> config.setFlushDiskType(value))
                    .important()
                    .doc("ASYNC_FLUSH or SYNC_FLUSH; invalid text keeps the default"),
            integer(
                            "syncFlushTimeout",
                            MessageStoreConfig::getSyncFlushTimeout,
                            MessageStoreConfig::setSyncFlushTimeout)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Wait for a synchronous flush"),
            integer("slaveTimeout", MessageStoreConfig::getSlaveTimeout, MessageStoreConfig::setSlaveTimeout)
                    .atLeast(0)
                    .unit("ms")
                    .dynamic()
                    .doc("Wait for a synchronous slave (since 4.9.3)"));

    private StoreReadKeys() {}
}
