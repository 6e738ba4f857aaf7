package org.apache.rocketmq.common.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.BrokerConfigKeys;

/** Settings of a broker without its other objects. */
final class ConfigFixtures {
    private ConfigFixtures() {}

    static Settings settings(Path storePath, BrokerConfig config) {
        return new Settings(
                storePath,
                Set.of("brokerConfigPath", "rocketmqHome"),
                List.of(new Binding<>(BrokerConfigKeys.SCHEMA, config)));
    }
}
