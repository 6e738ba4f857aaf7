package org.apache.rocketmq.remoting.netty;

import static org.apache.rocketmq.common.config.ConfigKey.flag;
import static org.apache.rocketmq.common.config.ConfigKey.integer;
import static org.apache.rocketmq.common.config.ConfigKey.longInteger;

import java.util.List;
import org.apache.rocketmq.common.config.ConfigKey;
import org.apache.rocketmq.common.config.ConfigSchema;

/** All keys of {@link NettyClientConfig}. */
public final class NettyClientConfigKeys {
    private static final List<ConfigKey<NettyClientConfig>> KEYS = List.of(
            integer(
                            "clientWorkerThreads",
                            NettyClientConfig::getClientWorkerThreads,
                            NettyClientConfig::setClientWorkerThreads)
                    .atLeast(1)
                    .unit("threads")
                    .doc("Codec threads"),
            integer(
                            "clientCallbackExecutorThreads",
                            NettyClientConfig::getClientCallbackExecutorThreads,
                            NettyClientConfig::setClientCallbackExecutorThreads)
                    .atLeast(0)
                    .unit("threads")
                    .doc("Callback executor (<=0 becomes 4)"),
            integer(
                            "clientOnewaySemaphoreValue",
                            NettyClientConfig::getClientOnewaySemaphoreValue,
                            NettyClientConfig::setClientOnewaySemaphoreValue)
                    .atLeast(1)
                    .unit("calls")
                    .doc("Concurrent oneway calls"),
            integer(
                            "clientAsyncSemaphoreValue",
                            NettyClientConfig::getClientAsyncSemaphoreValue,
                            NettyClientConfig::setClientAsyncSemaphoreValue)
                    .atLeast(1)
                    .unit("calls")
                    .doc("Concurrent async calls"),
            integer(
                            "connectTimeoutMillis",
                            NettyClientConfig::getConnectTimeoutMillis,
                            NettyClientConfig::setConnectTimeoutMillis)
                    .atLeast(0)
                    .unit("ms")
                    .doc("Connect timeout"),
            longInteger(
                            "channelNotActiveInterval",
                            NettyClientConfig::getChannelNotActiveInterval,
                            NettyClientConfig::setChannelNotActiveInterval)
                    .atLeast(0)
                    .unit("ms")
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            integer(
                            "clientChannelMaxIdleTimeSeconds",
                            NettyClientConfig::getClientChannelMaxIdleTimeSeconds,
                            NettyClientConfig::setClientChannelMaxIdleTimeSeconds)
                    .atLeast(0)
                    .unit("s")
                    .doc("Close own idle connections"),
            integer(
                            "clientSocketSndBufSize",
                            NettyClientConfig::getClientSocketSndBufSize,
                            NettyClientConfig::setClientSocketSndBufSize)
                    .atLeast(0)
                    .unit("bytes")
                    .doc("SO_SNDBUF"),
            integer(
                            "clientSocketRcvBufSize",
                            NettyClientConfig::getClientSocketRcvBufSize,
                            NettyClientConfig::setClientSocketRcvBufSize)
                    .atLeast(0)
                    .unit("bytes")
                    .doc("SO_RCVBUF"),
            flag(
                            "clientPooledByteBufAllocatorEnable",
                            NettyClientConfig::isClientPooledByteBufAllocatorEnable,
                            NettyClientConfig::setClientPooledByteBufAllocatorEnable)
                    .withoutEffect("nothing reads it")
                    .doc("Kept for old files"),
            flag(
                            "clientCloseSocketIfTimeout",
                            NettyClientConfig::isClientCloseSocketIfTimeout,
                            NettyClientConfig::setClientCloseSocketIfTimeout)
                    .doc("Close the connection after a synchronous timeout (4.9.0: false)"),
            integer(
                            "writeBufferHighWaterMark",
                            NettyClientConfig::getWriteBufferHighWaterMark,
                            NettyClientConfig::setWriteBufferHighWaterMark)
                    .atLeast(0)
                    .unit("bytes")
                    .doc(
                            "Outbound buffer high mark; both marks must be > 0 (since 4.9.3); one entry in the file sets server and client side"),
            integer(
                            "writeBufferLowWaterMark",
                            NettyClientConfig::getWriteBufferLowWaterMark,
                            NettyClientConfig::setWriteBufferLowWaterMark)
                    .atLeast(0)
                    .unit("bytes")
                    .doc("Outbound buffer low mark"),
            flag("useTLS", NettyClientConfig::isUseTLS, NettyClientConfig::setUseTLS)
                    .doc("TLS for outgoing connections"));

    public static final ConfigSchema<NettyClientConfig> SCHEMA = ConfigSchema.of("nettyClient", KEYS);

    private NettyClientConfigKeys() {}
}
