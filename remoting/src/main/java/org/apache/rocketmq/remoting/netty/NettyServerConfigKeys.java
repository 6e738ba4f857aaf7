package org.apache.rocketmq.remoting.netty;

import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.integer;
import static org.apache.rocketmq.common.config.ConfigKey.text;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;
import org.apache.rocketmq.common.config.ConfigSchema;

/** All keys of {@link NettyServerConfig}. */
public final class NettyServerConfigKeys {
    private static final List<ConfigKey<NettyServerConfig>> KEYS = List.of(
            integer("listenPort", NettyServerConfig::getListenPort, NettyServerConfig::setListenPort)
                    .between(0, 65535)
                    .unit("port")
                    .doc("Listen port; broker also opens -2 and +1"),
            text("bindAddress", NettyServerConfig::getBindAddress, NettyServerConfig::setBindAddress)
                    .doc("Local address that ports are opened on; 0.0.0.0 = all"),
            integer(
                            "serverWorkerThreads",
                            NettyServerConfig::getServerWorkerThreads,
                            NettyServerConfig::setServerWorkerThreads)
                    .atLeast(1)
                    .unit("threads")
                    .doc("Codec threads; name server: also request pool size"),
            integer(
                            "serverCallbackExecutorThreads",
                            NettyServerConfig::getServerCallbackExecutorThreads,
                            NettyServerConfig::setServerCallbackExecutorThreads)
                    .atLeast(0)
                    .unit("threads")
                    .doc("Public executor for async callbacks"),
            integer(
                            "serverSelectorThreads",
                            NettyServerConfig::getServerSelectorThreads,
                            NettyServerConfig::setServerSelectorThreads)
                    .atLeast(1)
                    .unit("threads")
                    .withoutEffect("connections stay on the event loop that accepted them; serverWorkerThreads counts")
                    .doc("IO selector threads"),
            integer(
                            "serverOnewaySemaphoreValue",
                            NettyServerConfig::getServerOnewaySemaphoreValue,
                            NettyServerConfig::setServerOnewaySemaphoreValue)
                    .atLeast(1)
                    .unit("calls")
                    .doc("Concurrent oneway calls issued by the server"),
            integer(
                            "serverAsyncSemaphoreValue",
                            NettyServerConfig::getServerAsyncSemaphoreValue,
                            NettyServerConfig::setServerAsyncSemaphoreValue)
                    .atLeast(1)
                    .unit("calls")
                    .doc("Concurrent async calls issued by the server"),
            integer(
                            "serverChannelMaxIdleTimeSeconds",
                            NettyServerConfig::getServerChannelMaxIdleTimeSeconds,
                            NettyServerConfig::setServerChannelMaxIdleTimeSeconds)
                    .atLeast(0)
                    .unit("s")
                    .doc("Close a connection idle in both directions"),
            integer(
                            "serverSocketSndBufSize",
                            NettyServerConfig::getServerSocketSndBufSize,
                            NettyServerConfig::setServerSocketSndBufSize)
                    .atLeast(0)
                    .unit("bytes")
                    .doc("SO_SNDBUF"),
            integer(
                            "serverSocketRcvBufSize",
                            NettyServerConfig::getServerSocketRcvBufSize,
                            NettyServerConfig::setServerSocketRcvBufSize)
                    .atLeast(0)
                    .unit("bytes")
                    .doc("SO_RCVBUF"),
            integer(
                            "writeBufferHighWaterMark",
                            NettyServerConfig::getWriteBufferHighWaterMark,
                            NettyServerConfig::setWriteBufferHighWaterMark)
                    .atLeast(0)
                    .unit("bytes")
                    .doc(
                            "Outbound buffer high mark; both marks must be > 0 (since 4.9.3); shared name with nettyClient"),
            integer(
                            "writeBufferLowWaterMark",
                            NettyServerConfig::getWriteBufferLowWaterMark,
                            NettyServerConfig::setWriteBufferLowWaterMark)
                    .atLeast(0)
                    .unit("bytes")
                    .doc("Outbound buffer low mark; shared name with nettyClient"),
            integer(
                            "serverSocketBacklog",
                            NettyServerConfig::getServerSocketBacklog,
                            NettyServerConfig::setServerSocketBacklog)
                    .atLeast(1)
                    .unit("connections")
                    .doc("Accept backlog (since 4.9.3)"),
            flag(
                            "serverPooledByteBufAllocatorEnable",
                            NettyServerConfig::isServerPooledByteBufAllocatorEnable,
                            NettyServerConfig::setServerPooledByteBufAllocatorEnable)
                    .withoutEffect("buffers are always pooled")
                    .doc("Pooled buffers"),
            flag(
                            "useEpollNativeSelector",
                            NettyServerConfig::isUseEpollNativeSelector,
                            NettyServerConfig::setUseEpollNativeSelector)
                    .doc("Use native epoll on Linux"));

    public static final ConfigSchema<NettyServerConfig> SCHEMA = ConfigSchema.of("nettyServer", KEYS);

    private NettyServerConfigKeys() {}
}
