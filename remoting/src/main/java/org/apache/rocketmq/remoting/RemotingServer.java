package org.apache.rocketmq.remoting;

import io.netty.channel.Channel;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.apache.rocketmq.remoting.common.Pair;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.exception.RemotingTooMuchRequestException;
import org.apache.rocketmq.remoting.netty.Lane;
import org.apache.rocketmq.remoting.netty.NettyRequestProcessor;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * Serves requests of clients on its ports and sends requests to connected clients.
 *
 * <p>Thread-safe. Handlers are registered before {@link #start}.
 */
public interface RemotingServer extends RemotingService {
    /** Serves {@code requestCode} by {@code handler} on {@code lane}; lane null = the connection's event loop. */
    void register(int requestCode, RequestHandler handler, Lane lane);

    /** Serves every code that has no handler of its own. */
    void registerDefault(RequestHandler handler, Lane lane);

    /** Answers requests that wait too long in a lane which no handler is registered with. */
    void watch(Lane lane);

    void registerProcessor(int requestCode, NettyRequestProcessor processor, ExecutorService executor);

    void registerDefaultProcessor(NettyRequestProcessor processor, ExecutorService executor);

    /**
     * Listens on a further port that shares all handlers.
     *
     * @param port TCP port, 0 = any free one
     * @param refusedCodes codes that are answered as unknown on this port
     * @return the port as bound
     * @throws org.apache.rocketmq.remoting.exception.PortInUseException when that is not possible
     */
    int bind(int port, Set<Integer> refusedCodes);

    /** The main port as bound; the configured one before {@link #start}. */
    int localListenPort();

    /** What {@link #registerProcessor} registered for the code; null for codes served otherwise. */
    Pair<NettyRequestProcessor, ExecutorService> getProcessorPair(int requestCode);

    RemotingCommand invokeSync(Channel channel, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingSendRequestException, RemotingTimeoutException;

    void invokeAsync(Channel channel, RemotingCommand request, long timeoutMillis, InvokeCallback invokeCallback)
            throws InterruptedException, RemotingTooMuchRequestException, RemotingTimeoutException,
                    RemotingSendRequestException;

    void invokeOneway(Channel channel, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingTooMuchRequestException, RemotingTimeoutException,
                    RemotingSendRequestException;
}
