package org.apache.rocketmq.remoting.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;

/** The connections of a client by address, made on demand. Thread-safe. */
final class ClientConnections {
    private final NettyClientConfig config;
    private final Connection.Owner owner;
    private final EventLoopGroup eventLoops;
    private final CommandEncoder commandEncoder = new CommandEncoder();
    /** Being made, made, or broken; a broken one is replaced at the next use. */
    private final ConcurrentHashMap<String, CompletableFuture<Connection>> byAddress = new ConcurrentHashMap<>();

    private volatile Bootstrap bootstrap;
    private volatile boolean stopped;

    ClientConnections(NettyClientConfig config, Connection.Owner owner) {
        this.config = config;
        this.owner = owner;
        int loops = Math.min(Runtime.getRuntime().availableProcessors(), config.getClientWorkerThreads());
        this.eventLoops = EventLoops.group(Math.max(1, loops), "NettyClientWorkerThread", false);
    }

    /** @throws IllegalStateException when TLS is wanted but its context cannot be built */
    void start() {
        var tls = config.isUseTLS() ? tlsContext() : null;
        var starting = new Bootstrap()
                .group(eventLoops)
                .channel(EventLoops.clientChannel(false))
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, false)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, config.getConnectTimeoutMillis())
                .option(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        EventLoops.waterMark(
                                config.getWriteBufferLowWaterMark(), config.getWriteBufferHighWaterMark()));
        if (config.getClientSocketSndBufSize() > 0) {
            starting.option(ChannelOption.SO_SNDBUF, config.getClientSocketSndBufSize());
        }
        if (config.getClientSocketRcvBufSize() > 0) {
            starting.option(ChannelOption.SO_RCVBUF, config.getClientSocketRcvBufSize());
        }
        starting.handler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                if (tls != null) {
                    channel.pipeline().addLast("tls", tls.newHandler(channel.alloc()));
                }
                // A client that stopped reading while it cannot write could wait for its server for ever.
                channel.pipeline()
                        .addLast(commandEncoder)
                        .addLast(new Connection(owner, null, config.getClientChannelMaxIdleTimeSeconds(), false));
            }
        });
        bootstrap = starting;
    }

    private static SslContext tlsContext() {
        try {
            return TlsHelper.buildSslContext(true);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("cannot build the TLS context of the client: " + e.getMessage(), e);
        }
    }

    /** The usable connection to {@code address}, or one being made; fails with {@link RemotingConnectException}. */
    CompletableFuture<Connection> connection(String address) {
        while (true) {
            var known = byAddress.get(address);
            if (known != null && (!known.isDone() || usable(known))) {
                return known;
            }
            var fresh = new CompletableFuture<Connection>();
            boolean ours = known == null
                    ? byAddress.putIfAbsent(address, fresh) == null
                    : byAddress.replace(address, known, fresh);
            if (ours) {
                connect(address, fresh);
                return fresh;
            }
        }
    }

    /** The established connection to {@code address}; null when there is none. */
    Connection established(String address) {
        var known = byAddress.get(address);
        return known != null && usable(known) ? known.join() : null;
    }

    private static boolean usable(CompletableFuture<Connection> done) {
        return done.isDone()
                && !done.isCompletedExceptionally()
                && done.join().channel().isActive();
    }

    private void connect(String address, CompletableFuture<Connection> fresh) {
        var from = bootstrap;
        if (from == null || stopped) {
            fail(address, fresh, new IllegalStateException("the client is not running"));
            return;
        }
        try {
            from.connect(RemotingHelper.string2SocketAddress(address)).addListener((ChannelFuture connecting) -> {
                if (connecting.isSuccess()) {
                    fresh.complete(Connection.of(connecting.channel()));
                } else {
                    fail(address, fresh, connecting.cause());
                }
            });
        } catch (RuntimeException e) {
            fail(address, fresh, e);
        }
    }

    private void fail(String address, CompletableFuture<Connection> fresh, Throwable cause) {
        byAddress.remove(address, fresh);
        fresh.completeExceptionally(new RemotingConnectException(address, cause));
    }

    /** Forgets a connection that closed. */
    void forget(Connection closed) {
        byAddress
                .values()
                .removeIf(known -> known.isDone() && !known.isCompletedExceptionally() && known.join() == closed);
    }

    boolean inEventLoop() {
        for (var loop : eventLoops) {
            if (loop.inEventLoop()) {
                return true;
            }
        }
        return false;
    }

    void stop() {
        stopped = true;
        for (var known : byAddress.values()) {
            known.whenComplete((connection, failure) -> {
                if (connection != null) {
                    connection.channel().close();
                }
            });
        }
        var ended = eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        if (!inEventLoop()) {
            ended.awaitUninterruptibly(2, TimeUnit.SECONDS);
        }
    }
}
