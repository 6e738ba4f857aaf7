package org.apache.rocketmq.remoting;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.exception.RemotingTooMuchRequestException;
import org.apache.rocketmq.remoting.netty.NettyRequestProcessor;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * Sends requests to servers, one shared connection per address. An address of null means the chosen name server.
 *
 * <p>Thread-safe.
 */
public interface RemotingClient extends RemotingService {
    void updateNameServerAddressList(List<String> addrs);

    List<String> getNameServerAddressList();

    RemotingCommand invokeSync(String addr, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingConnectException, RemotingSendRequestException,
                    RemotingTimeoutException;

    void invokeAsync(String addr, RemotingCommand request, long timeoutMillis, InvokeCallback invokeCallback)
            throws InterruptedException, RemotingConnectException, RemotingTooMuchRequestException,
                    RemotingTimeoutException, RemotingSendRequestException;

    void invokeOneway(String addr, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingConnectException, RemotingTooMuchRequestException,
                    RemotingTimeoutException, RemotingSendRequestException;

    /**
     * Sends without blocking the caller. The future ends with the response or a {@code RemotingException}; it is
     * completed on a connection's event loop, so continuations that may block must be asynchronous ones.
     */
    CompletableFuture<RemotingCommand> invoke(String addr, RemotingCommand request, long timeoutMillis);

    /** Serves requests that a server sends on this client's connections; executor null = the client's callback threads. */
    void registerProcessor(int requestCode, NettyRequestProcessor processor, ExecutorService executor);

    void setCallbackExecutor(ExecutorService callbackExecutor);

    ExecutorService getCallbackExecutor();

    /** False only while the connection to {@code addr} has more unsent bytes than its high water mark. */
    boolean isChannelWritable(String addr);
}
