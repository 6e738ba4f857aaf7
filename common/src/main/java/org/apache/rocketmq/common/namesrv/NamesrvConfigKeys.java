package org.apache.rocketmq.common.namesrv;

import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.path;
import static org.apache.rocketmq.common.config.ConfigKey.text;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;
import org.apache.rocketmq.common.config.ConfigSchema;

/** All keys of {@link NamesrvConfig}. */
public final class NamesrvConfigKeys {
    private static final String NO_OTHER_ENVIRONMENT = "routes are not looked up in another environment";

    private static final List<ConfigKey<NamesrvConfig>> KEYS = List.of(
            path("rocketmqHome", NamesrvConfig::getRocketmqHome, NamesrvConfig::setRocketmqHome)
                    .doc("Installation directory; start fails (exit -2) when unknown"),
            path("kvConfigPath", NamesrvConfig::getKvConfigPath, NamesrvConfig::setKvConfigPath)
                    .doc("File holding the key-value table"),
            path("configStorePath", NamesrvConfig::getConfigStorePath, NamesrvConfig::setConfigStorePath)
                    .doc("Where an online config update is written"),
            text("productEnvName", NamesrvConfig::getProductEnvName, NamesrvConfig::setProductEnvName)
                    .withoutEffect(NO_OTHER_ENVIRONMENT)
                    .doc("Environment name used only with clusterTest"),
            flag("clusterTest", NamesrvConfig::isClusterTest, NamesrvConfig::setClusterTest)
                    .withoutEffect(NO_OTHER_ENVIRONMENT)
                    .doc("Route misses are looked up in another environment"),
            flag("orderMessageEnable", NamesrvConfig::isOrderMessageEnable, NamesrvConfig::setOrderMessageEnable)
                    .dynamic()
                    .doc("Fill orderTopicConf of route replies from KV namespace ORDER_TOPIC_CONFIG"),
            text("configBlackList", NamesrvConfig::getConfigBlackList, NamesrvConfig::setConfigBlackList)
                    .doc("Names an online update must refuse (4.9.8+); rocketmqHome is always refused too"));

    public static final ConfigSchema<NamesrvConfig> SCHEMA = ConfigSchema.of("namesrv", KEYS);

    private NamesrvConfigKeys() {}
}
