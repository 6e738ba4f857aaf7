package org.apache.rocketmq.store.config;

import org.apache.rocketmq.common.config.ConfigSchema;

/** All keys of {@link MessageStoreConfig}, and the keys of guides that are none. */
public final class MessageStoreConfigKeys {
    private static final String NEWER = "only the 5 line knows it";
    private static final String INVENTED = "no version reads it";

    public static final ConfigSchema<MessageStoreConfig> SCHEMA = ConfigSchema.of(
                    "store", StoreFileKeys.KEYS, StoreFlushKeys.KEYS, StoreReadKeys.KEYS, StoreDeliveryKeys.KEYS)
            .deriving("storePathConsumeQueue", config -> config.getStorePathRootDir() + "/consumequeue")
            .deriving("storePathConsumerQueue", config -> config.getStorePathRootDir() + "/consumequeue")
            .deriving("storePathIndex", config -> config.getStorePathRootDir() + "/index")
            .deriving("storeCheckpoint", config -> config.getStorePathRootDir() + "/checkpoint")
            .deriving("abortFile", config -> config.getStorePathRootDir() + "/abort")
            .ignoring(
                    "mapedFileSizeConsumeQueue",
                    "guides give it in entries, but it was a size in bytes; mappedFileSizeConsumeQueue, in bytes, is read")
            .ignoring("flushCommitLogAtCommitOccur", INVENTED)
            .ignoring("commitLogFileSize", INVENTED + "; mappedFileSizeCommitLog is the size of a commit log file")
            .ignoring("timerWheelEnable", NEWER)
            .ignoring("timerMaxDelaySec", NEWER);

    private MessageStoreConfigKeys() {}
}
