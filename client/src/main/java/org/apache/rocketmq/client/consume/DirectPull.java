package org.apache.rocketmq.client.consume;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.broker.PullAnswer;
import org.apache.rocketmq.client.common.ClientErrorCode;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.route.BrokerAddress;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.header.PullMessageRequestHeader;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;

/**
 * Single pulls that an application asks for; the expression always travels along. Thread-safe. Source: client behaviour,
 * section 13.
 */
public final class DirectPull {
    private static final int SQL_BROKER_VERSION = MQVersion.Version.V4_1_0_SNAPSHOT.ordinal();

    /**
     * What to pull.
     *
     * @param sysFlag pull flags
     * @param suspendMillis how long the broker may wait for messages
     * @param timeoutMillis how long to wait for the broker
     */
    public record Request(
            MessageQueue queue,
            SubscriptionData subscription,
            long offset,
            int maxMessages,
            int sysFlag,
            long suspendMillis,
            long timeoutMillis) {}

    private final MQClientInstance instance;
    private final String group;
    private final PulledMessages pulledMessages;
    private final ConcurrentHashMap<MessageQueue, Long> suggestedBrokers = new ConcurrentHashMap<>();
    private volatile long pinnedBrokerId = -1;

    public DirectPull(MQClientInstance instance, String group, PulledMessages pulledMessages) {
        this.instance = instance;
        this.group = group;
        this.pulledMessages = pulledMessages;
    }

    public PullResult sync(Request request)
            throws MQClientException, RemotingException, MQBrokerException, InterruptedException {
        BrokerAddress address = locate(request);
        PullAnswer answer = instance.brokerApi().pull(address.address(), header(request), request.timeoutMillis());
        return read(request, answer);
    }

    /** The future ends on a callback thread; its failure is an {@link MQClientException} or {@link MQBrokerException}. */
    public CompletableFuture<PullResult> async(Request request) throws MQClientException {
        BrokerAddress address = locate(request);
        CompletableFuture<PullResult> result = new CompletableFuture<>();
        instance.brokerApi()
                .pullAsync(address.address(), header(request), request.timeoutMillis())
                .whenCompleteAsync(
                        (answer, failure) -> {
                            try {
                                if (failure == null) {
                                    result.complete(read(request, answer));
                                } else {
                                    result.completeExceptionally(explain(failure, address.address(), request));
                                }
                            } catch (RuntimeException e) {
                                result.completeExceptionally(e);
                            }
                        },
                        instance.remoting().getCallbackExecutor());
        return result;
    }

    private PullResult read(Request request, PullAnswer answer) {
        suggestedBrokers.put(request.queue(), answer.suggestedBrokerId());
        return pulledMessages.read(request.queue(), answer, request.subscription());
    }

    private static Throwable explain(Throwable failure, String address, Request request) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof MQBrokerException) {
            return cause;
        }
        if (cause instanceof RemotingSendRequestException || cause instanceof RemotingConnectException) {
            return new MQClientException("send request failed to " + address + ". Request: " + request, cause)
                    .setResponseCode(ClientErrorCode.CONNECT_BROKER_EXCEPTION);
        }
        if (cause instanceof RemotingTimeoutException) {
            return new MQClientException(
                            "wait response from " + address + " timeout :" + request.timeoutMillis() + "ms. Request: "
                                    + request,
                            cause)
                    .setResponseCode(ClientErrorCode.ACCESS_BROKER_TIMEOUT);
        }
        return new MQClientException(
                "unknown reason. addr: " + address + ", timeoutMillis: " + request.timeoutMillis() + ". Request: "
                        + request,
                cause);
    }

    private BrokerAddress locate(Request request) throws MQClientException {
        MessageQueue queue = request.queue();
        BrokerAddress address = find(queue);
        if (address == null) {
            instance.routes().refresh(queue.getTopic());
            address = find(queue);
        }
        if (address == null) {
            throw new MQClientException("The broker[" + queue.getBrokerName() + "] not exist", null);
        }
        String type = request.subscription().getExpressionType();
        if (!ExpressionType.isTagType(type) && address.version() < SQL_BROKER_VERSION) {
            throw new MQClientException(
                    "The broker[" + queue.getBrokerName() + ", " + address.version()
                            + "] does not upgrade to support for filter message by " + type,
                    null);
        }
        return address;
    }

    /** Whether a node for {@code queue} is known, so that {@link #async} will not block. */
    boolean canLocate(MessageQueue queue) {
        return find(queue) != null;
    }

    /** Pulls from that node of every broker from now on, whatever brokers suggest; -1 ends it. */
    public void pin(long brokerId) {
        pinnedBrokerId = brokerId;
    }

    private BrokerAddress find(MessageQueue queue) {
        long pinned = pinnedBrokerId;
        long brokerId = pinned >= 0 ? pinned : suggestedBrokers.getOrDefault(queue, MixAll.MASTER_ID);
        return instance.routes().brokers().find(queue.getBrokerName(), brokerId, false);
    }

    private PullMessageRequestHeader header(Request request) {
        SubscriptionData subscription = request.subscription();
        boolean tags = ExpressionType.isTagType(subscription.getExpressionType());
        PullMessageRequestHeader header = new PullMessageRequestHeader();
        header.setConsumerGroup(group);
        header.setTopic(request.queue().getTopic());
        header.setQueueId(request.queue().getQueueId());
        header.setQueueOffset(request.offset());
        header.setMaxMsgNums(request.maxMessages());
        header.setSysFlag(request.sysFlag());
        header.setCommitOffset(0L);
        header.setSuspendTimeoutMillis(request.suspendMillis());
        header.setSubscription(subscription.getSubString());
        header.setSubVersion(tags ? 0L : subscription.getSubVersion());
        header.setExpressionType(subscription.getExpressionType());
        header.setBname(request.queue().getBrokerName());
        return header;
    }
}
