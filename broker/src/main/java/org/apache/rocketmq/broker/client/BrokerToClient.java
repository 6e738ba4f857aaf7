package org.apache.rocketmq.broker.client;

import io.netty.channel.Channel;
import java.util.function.BooleanSupplier;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.NotifyConsumerIdsChangedRequestHeader;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.RemotingServer;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that go from the broker to a client, on the connection the client opened. Thread-safe. */
public final class BrokerToClient {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    /** How long a notification may wait for a permit; members rebalance by their own timer anyway. */
    private static final long NOTIFY_BUDGET_MILLIS = 10;

    private final RemotingServer server;
    private final BooleanSupplier notifyIdsChanged;

    /** @param notifyIdsChanged the broker's switch {@code notifyConsumerIdsChangedEnable} */
    public BrokerToClient(RemotingServer server, BooleanSupplier notifyIdsChanged) {
        this.server = server;
        this.notifyIdsChanged = notifyIdsChanged;
    }

    /** Tells every member that the group has other members or topics now (request 40). */
    void consumerIdsChanged(ConsumerGroup group) {
        if (!notifyIdsChanged.getAsBoolean()) {
            return;
        }
        for (ClientConnection member : group.members()) {
            var header = new NotifyConsumerIdsChangedRequestHeader();
            header.setConsumerGroup(group.name());
            tell(member.channel(), RequestCode.NOTIFY_CONSUMER_IDS_CHANGED, header, null, NOTIFY_BUDGET_MILLIS);
        }
    }

    /** Sends a oneway request; a failure is logged, the client finds out by itself. Returns whether it was sent. */
    public boolean tell(Channel channel, int code, CommandCustomHeader header, byte[] body, long budgetMillis) {
        RemotingCommand request = RemotingCommand.createRequestCommand(code, header);
        request.setBody(body);
        try {
            server.invokeOneway(channel, request, budgetMillis);
            return true;
        } catch (RemotingException e) {
            log.warn("request {} could not be sent to {}: {}", code, channel.remoteAddress(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Sends a request and waits for the answer. Not for the event loop. */
    public RemotingCommand ask(Channel channel, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingSendRequestException, RemotingTimeoutException {
        return server.invokeSync(channel, request, timeoutMillis);
    }
}
