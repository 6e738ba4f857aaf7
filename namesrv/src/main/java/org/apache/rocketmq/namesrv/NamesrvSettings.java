package org.apache.rocketmq.namesrv;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.common.config.Binding;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.common.namesrv.NamesrvConfigKeys;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfigKeys;

/** Binds the configuration objects of a name server to their keys. */
final class NamesrvSettings {
    /** An online update that could redirect what is written, or widen itself. Source: name server, config update. */
    private static final Set<String> NEVER_ONLINE =
            Set.of("configBlackList", "configStorePath", "kvConfigPath", "rocketmqHome");

    private NamesrvSettings() {}

    static Settings of(NamesrvConfig namesrvConfig, NettyServerConfig nettyServerConfig) {
        return new Settings(
                Path.of(namesrvConfig.getConfigStorePath()),
                NEVER_ONLINE,
                List.of(
                        new Binding<>(NamesrvConfigKeys.SCHEMA, namesrvConfig),
                        new Binding<>(NettyServerConfigKeys.SCHEMA, nettyServerConfig)));
    }
}
