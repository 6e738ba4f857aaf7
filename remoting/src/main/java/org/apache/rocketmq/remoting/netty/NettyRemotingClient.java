package org.apache.rocketmq.remoting.netty;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.rocketmq.remoting.ChannelEventListener;
import org.apache.rocketmq.remoting.InvokeCallback;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.RemotingClient;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.exception.RemotingTooMuchRequestException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client on Netty: one connection per address, made on demand and shared by all callers.
 *
 * <p>Thread-safe. Its event loops keep the process alive from the first connection until {@link #shutdown}.
 */
public class NettyRemotingClient implements RemotingClient {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    private static final long EXPIRY_PERIOD_MILLIS = 200;

    private final NettyClientConfig config;
    private final ChannelEvents events;
    private final Dispatcher dispatcher = new Dispatcher(Dispatcher.UnknownCode.ANSWER_ALWAYS);
    private final Calls calls;
    private final ClientConnections connections;
    private final NameServers nameServers;
    private final ThreadPoolExecutor publicThreads;
    private final ScheduledExecutorService expiry;
    private volatile ExecutorService callbackExecutor;

    public NettyRemotingClient(NettyClientConfig config) {
        this(config, null);
    }

    /** @param listener told of connection events on a thread of its own; null for nobody */
    public NettyRemotingClient(NettyClientConfig config, ChannelEventListener listener) {
        this.config = config;
        this.events = new ChannelEvents(listener);
        this.publicThreads = EventLoops.callbackThreads(
                config.getClientCallbackExecutorThreads(),
                config.getClientAsyncSemaphoreValue(),
                "NettyClientPublicExecutor");
        this.callbackExecutor = publicThreads;
        this.calls = new Calls(
                config.getClientAsyncSemaphoreValue(),
                config.getClientOnewaySemaphoreValue(),
                this::getCallbackExecutor);
        this.connections = new ClientConnections(config, new Owner());
        this.nameServers = new NameServers(connections::connection);
        this.expiry = EventLoops.timer("NettyClientExpiry");
    }

    @Override
    public void start() {
        connections.start();
        events.start();
        expiry.scheduleWithFixedDelay(this::expire, EXPIRY_PERIOD_MILLIS, EXPIRY_PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void expire() {
        try {
            calls.expire();
        } catch (RuntimeException | Error e) {
            // The executor would cancel the rounds for good and say nothing.
            LOG.error("expiry round failed", e);
        }
    }

    @Override
    public void shutdown() {
        expiry.shutdownNow();
        connections.stop();
        events.stop();
        publicThreads.shutdown();
    }

    /** What connections of this client report. */
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
                connections.forget(connection);
                calls.failAll(connection);
            }
            events.put(kind, connection.remoteAddress(), connection.channel());
        }
    }

    @Override
    public RemotingCommand invokeSync(String addr, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException {
        long beganNanos = System.nanoTime();
        var connection = connect(addr, timeoutMillis);
        runBeforeHooks(addr, request);
        long leftMillis = timeoutMillis - elapsedMillis(beganNanos);
        if (leftMillis < 0) {
            throw new RemotingTimeoutException("invokeSync call the addr[" + addr + "] timeout");
        }
        try {
            var response = calls.sync(connection, request, leftMillis);
            for (var hook : dispatcher.hooks()) {
                hook.doAfterResponse(connection.remoteAddress(), request, response);
            }
            return response;
        } catch (RemotingSendRequestException e) {
            connection.channel().close();
            throw e;
        } catch (RemotingTimeoutException e) {
            if (config.isClientCloseSocketIfTimeout()) {
                LOG.warn("closing the connection to {}: no answer in {} ms", connection.remoteAddress(), leftMillis);
                connection.channel().close();
            }
            throw e;
        }
    }

    @Override
    public void invokeAsync(String addr, RemotingCommand request, long timeoutMillis, InvokeCallback invokeCallback)
            throws InterruptedException, RemotingConnectException, RemotingTooMuchRequestException,
                    RemotingTimeoutException, RemotingSendRequestException {
        long beganNanos = System.nanoTime();
        var connection = connect(addr, timeoutMillis);
        runBeforeHooks(addr, request);
        long leftMillis = timeoutMillis - elapsedMillis(beganNanos);
        if (leftMillis < 0) {
            throw new RemotingTooMuchRequestException("invokeAsync call the addr[" + addr + "] timeout");
        }
        calls.async(connection, request, leftMillis, invokeCallback);
    }

    @Override
    public void invokeOneway(String addr, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingConnectException, RemotingTooMuchRequestException,
                    RemotingTimeoutException, RemotingSendRequestException {
        var connection = connect(addr, timeoutMillis);
        runBeforeHooks(addr, request);
        calls.oneway(connection, request, timeoutMillis);
    }

    @Override
    public CompletableFuture<RemotingCommand> invoke(String addr, RemotingCommand request, long timeoutMillis) {
        long beganNanos = System.nanoTime();
        return connectionWithin(addr, timeoutMillis).thenCompose(connection -> {
            runBeforeHooks(addr, request);
            long leftMillis = timeoutMillis - elapsedMillis(beganNanos);
            return leftMillis < 0
                    ? CompletableFuture.failedFuture(
                            new RemotingTimeoutException(connection.remoteAddress(), timeoutMillis))
                    : calls.future(connection, request, leftMillis);
        });
    }

    private CompletableFuture<Connection> connection(String addr) {
        return addr == null ? nameServers.connection() : connections.connection(addr);
    }

    /** As {@link #connection}, but a caller with less time than a connect may take gives up when its time is over. */
    private CompletableFuture<Connection> connectionWithin(String addr, long timeoutMillis) {
        var connecting = connection(addr);
        if (addr == null || connecting.isDone() || timeoutMillis >= config.getConnectTimeoutMillis()) {
            return connecting;
        }
        return connecting
                .copy()
                .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException ? new RemotingConnectException(addr, failure) : failure));
    }

    private Connection connect(String addr, long timeoutMillis) throws InterruptedException, RemotingConnectException {
        var connecting = connection(addr);
        try {
            // A list of name servers takes a bounded time per entry and ends by itself.
            return addr == null
                    ? connecting.get()
                    : connecting.get(Math.min(timeoutMillis, config.getConnectTimeoutMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new RemotingConnectException(addr, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RemotingConnectException failure) {
                throw failure;
            }
            throw new RemotingConnectException(addr, e.getCause());
        }
    }

    private void runBeforeHooks(String addr, RemotingCommand request) {
        var hooks = dispatcher.hooks();
        if (hooks.isEmpty()) {
            return;
        }
        // Signing needs every field, those of the typed header included.
        request.makeCustomHeaderToNet();
        for (var hook : hooks) {
            hook.doBeforeRequest(addr, request);
        }
    }

    private static long elapsedMillis(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1_000_000;
    }

    @Override
    public void updateNameServerAddressList(List<String> addrs) {
        nameServers.update(addrs);
    }

    @Override
    public List<String> getNameServerAddressList() {
        return nameServers.addresses();
    }

    @Override
    public void registerRPCHook(RPCHook rpcHook) {
        dispatcher.addHook(rpcHook);
    }

    @Override
    public void registerProcessor(int requestCode, NettyRequestProcessor processor, ExecutorService executor) {
        dispatcher.register(requestCode, processor, executor == null ? publicThreads : executor);
    }

    @Override
    public void setCallbackExecutor(ExecutorService callbackExecutor) {
        this.callbackExecutor = callbackExecutor == null ? publicThreads : callbackExecutor;
    }

    @Override
    public ExecutorService getCallbackExecutor() {
        return callbackExecutor;
    }

    @Override
    public boolean isChannelWritable(String addr) {
        var connection = connections.established(addr);
        return connection == null || connection.channel().isWritable();
    }
}
