package org.apache.rocketmq.common;

import org.apache.rocketmq.common.config.ConfigSchema;

/** All keys of {@link BrokerConfig}. */
public final class BrokerConfigKeys {
    public static final ConfigSchema<BrokerConfig> SCHEMA = ConfigSchema.of(
                    "broker", BrokerIdentityKeys.KEYS, BrokerPoolKeys.KEYS, BrokerBehaviourKeys.KEYS)
            .fileOnly("rmqAddressServerDomain", "Host of the address server")
            .fileOnly("rmqAddressServerSubGroup", "Path segment of the address server's URL")
            .ignoring(
                    "checkTransactionMessageEnable",
                    "no version of the 4 line reads it; transaction checks cannot be switched off this way");

    private BrokerConfigKeys() {}
}
