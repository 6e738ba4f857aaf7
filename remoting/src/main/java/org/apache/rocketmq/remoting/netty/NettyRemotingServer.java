package org.apache.rocketmq.remoting.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.remoting.ChannelEventListener;
import org.apache.rocketmq.remoting.InvokeCallback;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.RemotingServer;
import org.apache.rocketmq.remoting.common.Pair;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.PortInUseException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.exception.RemotingTooMuchRequestException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server on Netty: one accept loop, a few event loops on which frames are read, handled (unless their handler has a
 * lane) and answered.
 *
 * <p>Thread-safe. {@link #start} and {@link #shutdown} are each called once.
 */
public class NettyRemotingServer implements RemotingServer {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    private static final int CALLBACK_QUEUE_CAPACITY = 10_000;
    private static final long HOUSEKEEPING_MILLIS = 10;
    private static final int HOUSEKEEPING_ROUNDS_PER_EXPIRY = 20;

    private final NettyServerConfig config;
    private final ChannelEvents events;
    private final Dispatcher dispatcher = new Dispatcher(Dispatcher.UnknownCode.ANSWER);
    private final Calls calls;
    private final ServerTls tls = new ServerTls();
    private final EventLoopGroup acceptLoop;
    private final EventLoopGroup eventLoops;
    private final boolean epoll;
    private final ExecutorService callbackThreads;
    private final ScheduledExecutorService housekeeping;
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final CommandEncoder commandEncoder = new CommandEncoder();
    private final Connection.Owner owner = new Owner();
    private volatile int mainPort;
    private int housekeepingRounds;

    public NettyRemotingServer(NettyServerConfig config) {
        this(config, null);
    }

    /** @param listener told of connection events on a thread of its own; null for nobody */
    public NettyRemotingServer(NettyServerConfig config, ChannelEventListener listener) {
        this.config = config;
        this.mainPort = config.getListenPort();
        this.events = new ChannelEvents(listener);
        this.epoll = EventLoops.epoll(config.isUseEpollNativeSelector());
        this.acceptLoop = EventLoops.group(1, "NettyAccept", epoll);
        int loops = Math.min(Runtime.getRuntime().availableProcessors(), config.getServerWorkerThreads());
        this.eventLoops = EventLoops.group(Math.max(1, loops), "NettyEventLoop", epoll);
        this.callbackThreads = EventLoops.callbackThreads(
                config.getServerCallbackExecutorThreads(), CALLBACK_QUEUE_CAPACITY, "NettyServerPublicExecutor");
        this.calls = new Calls(
                config.getServerAsyncSemaphoreValue(), config.getServerOnewaySemaphoreValue(), () -> callbackThreads);
        this.housekeeping = EventLoops.timer("NettyServerHousekeeping");
    }

    /** From now on requests with an unknown code get no answer at all, as name servers do it. */
    public void ignoreUnknownCodes() {
        dispatcher.unknownCode(Dispatcher.UnknownCode.IGNORE);
    }

    /**
     * Listens on the configured port.
     *
     * @throws PortInUseException when that is not possible
     */
    @Override
    public void start() {
        tls.start();
        events.start();
        mainPort = bind(config.getListenPort(), Set.of());
        housekeeping.scheduleWithFixedDelay(
                this::keepHouse, HOUSEKEEPING_MILLIS, HOUSEKEEPING_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void keepHouse() {
        try {
            dispatcher.expireWaiting();
            if (++housekeepingRounds % HOUSEKEEPING_ROUNDS_PER_EXPIRY == 0) {
                calls.expire();
            }
        } catch (RuntimeException | Error e) {
            // The executor would cancel the rounds for good and say nothing.
            LOG.error("housekeeping round failed", e);
        }
    }

    @Override
    public int bind(int port, Set<Integer> refusedCodes) {
        var listenPort = new ListenPort(port, Set.copyOf(refusedCodes));
        var bound = new ServerBootstrap()
                .group(acceptLoop, eventLoops)
                .channel(EventLoops.serverChannel(epoll))
                .option(ChannelOption.SO_BACKLOG, config.getServerSocketBacklog())
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.SO_KEEPALIVE, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        EventLoops.waterMark(
                                config.getWriteBufferLowWaterMark(), config.getWriteBufferHighWaterMark()));
        if (config.getServerSocketSndBufSize() > 0) {
            bound.childOption(ChannelOption.SO_SNDBUF, config.getServerSocketSndBufSize());
        }
        if (config.getServerSocketRcvBufSize() > 0) {
            bound.childOption(ChannelOption.SO_RCVBUF, config.getServerSocketRcvBufSize());
        }
        bound.childHandler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                open.add(channel);
                channel.pipeline()
                        .addLast(new FirstByte(TlsSystemConfig.tlsMode, tls::context))
                        .addLast(commandEncoder)
                        .addLast(new Connection(owner, listenPort, config.getServerChannelMaxIdleTimeSeconds(), true));
            }
        });
        var binding =
                bound.bind(new InetSocketAddress(config.getBindAddress(), port)).awaitUninterruptibly();
        if (!binding.isSuccess()) {
            throw new PortInUseException(port, binding.cause());
        }
        open.add(binding.channel());
        int number = ((InetSocketAddress) binding.channel().localAddress()).getPort();
        LOG.info("listening on port {}", number);
        return number;
    }

    @Override
    public void shutdown() {
        housekeeping.shutdownNow();
        tls.stop();
        open.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        acceptLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        events.stop();
        callbackThreads.shutdown();
    }

    /** What connections of this server report. */
    private final class Owner implements Connection.Owner {
        @Override
        public void request(Connection connection, RemotingCommand request, ByteBuf body) {
            dispatcher.dispatch(connection, request, body);
        }

        @Override
        public void response(Connection connection, RemotingCommand response) {
            calls.complete(connection, response);
        }

        @Override
        public void event(ChannelEvents.Kind kind, Connection connection) {
            if (kind == ChannelEvents.Kind.CLOSE) {
                calls.failAll(connection);
            }
            events.put(kind, connection.remoteAddress(), connection.channel());
        }
    }

    @Override
    public void registerRPCHook(RPCHook rpcHook) {
        dispatcher.addHook(rpcHook);
    }

    @Override
    public void register(int requestCode, RequestHandler handler, Lane lane) {
        dispatcher.register(requestCode, handler, lane);
    }

    @Override
    public void registerDefault(RequestHandler handler, Lane lane) {
        dispatcher.registerDefault(handler, lane);
    }

    @Override
    public void watch(Lane lane) {
        dispatcher.watch(lane);
    }

    @Override
    public void registerProcessor(int requestCode, NettyRequestProcessor processor, ExecutorService executor) {
        dispatcher.register(requestCode, processor, executor == null ? callbackThreads : executor);
    }

    @Override
    public void registerDefaultProcessor(NettyRequestProcessor processor, ExecutorService executor) {
        dispatcher.registerDefault(processor, executor == null ? callbackThreads : executor);
    }

    @Override
    public int localListenPort() {
        return mainPort;
    }

    @Override
    public Pair<NettyRequestProcessor, ExecutorService> getProcessorPair(int requestCode) {
        return dispatcher.processor(requestCode);
    }

    @Override
    public RemotingCommand invokeSync(Channel channel, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingSendRequestException, RemotingTimeoutException {
        return calls.sync(connection(channel), request, timeoutMillis);
    }

    @Override
    public void invokeAsync(Channel channel, RemotingCommand request, long timeoutMillis, InvokeCallback invokeCallback)
            throws InterruptedException, RemotingTooMuchRequestException, RemotingTimeoutException,
                    RemotingSendRequestException {
        calls.async(connection(channel), request, timeoutMillis, invokeCallback);
    }

    @Override
    public void invokeOneway(Channel channel, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingTooMuchRequestException, RemotingTimeoutException,
                    RemotingSendRequestException {
        calls.oneway(connection(channel), request, timeoutMillis);
    }

    private static Connection connection(Channel channel) throws RemotingSendRequestException {
        var connection = Connection.of(channel);
        if (connection == null) {
            throw new RemotingSendRequestException(
                    RemotingHelper.parseChannelRemoteAddr(channel),
                    new IllegalArgumentException("not a connection of this server"));
        }
        return connection;
    }
}
