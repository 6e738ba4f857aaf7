package org.apache.rocketmq.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.BrokerConfigKeys;
import org.apache.rocketmq.common.config.Binding;
import org.apache.rocketmq.common.config.Environment;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyClientConfigKeys;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfigKeys;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.config.MessageStoreConfigKeys;

/** The four groups of settings of a broker, bound to their keys in the order they are printed. */
public final class BrokerSettings {
    /** An online update that could redirect what is written, or widen itself. Source: broker config. */
    private static final Set<String> NEVER_ONLINE = Set.of("configBlackList", "brokerConfigPath", "rocketmqHome");

    /** Where an online update is written when the broker was started without a file. */
    private static final Path DEFAULT_FILE = Path.of(Environment.userHome(), "store", "config", "broker.properties");

    private BrokerSettings() {}

    public static Settings of(
            BrokerConfig brokerConfig,
            NettyServerConfig serverConfig,
            NettyClientConfig clientConfig,
            MessageStoreConfig storeConfig) {
        return new Settings(
                DEFAULT_FILE,
                NEVER_ONLINE,
                List.of(
                        new Binding<>(BrokerConfigKeys.SCHEMA, brokerConfig),
                        new Binding<>(NettyServerConfigKeys.SCHEMA, serverConfig),
                        new Binding<>(NettyClientConfigKeys.SCHEMA, clientConfig),
                        new Binding<>(MessageStoreConfigKeys.SCHEMA, storeConfig)));
    }
}
