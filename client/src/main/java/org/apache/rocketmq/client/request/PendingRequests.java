package org.apache.rocketmq.client.request;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.rocketmq.client.common.ClientErrorCode;
import org.apache.rocketmq.client.exception.RequestTimeoutException;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of one instance that wait for replies, by correlation id. Replies come to the instance that asked, so no
 * other instance needs to see them. Thread-safe. Source: client behaviour, section 7.
 */
public final class PendingRequests {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private final ConcurrentHashMap<String, PendingRequest> requests = new ConcurrentHashMap<>();

    /** A new request with a fresh correlation id; it is forgotten when it ends. */
    public PendingRequest open(long timeoutMillis) {
        PendingRequest request = new PendingRequest(UUID.randomUUID().toString(), timeoutMillis);
        requests.put(request.correlationId(), request);
        request.reply().whenComplete((reply, failure) -> requests.remove(request.correlationId()));
        return request;
    }

    /** Nobody waits for {@code request} any more. */
    public void close(PendingRequest request) {
        requests.remove(request.correlationId());
    }

    /** Hands a reply to who waits for it. */
    public void replied(String correlationId, Message reply) {
        PendingRequest request = correlationId == null ? null : requests.get(correlationId);
        if (request == null) {
            LOG.warn("reply with correlation id {}, which nobody waits for", correlationId);
            return;
        }
        request.reply().complete(reply);
    }

    /** Ends the requests whose time is up; callbacks run on {@code callbacks}. */
    public void expire(Executor callbacks) {
        for (PendingRequest request : requests.values()) {
            if (request.leftMillis() < 0) {
                try {
                    callbacks.execute(() -> timeOut(request));
                } catch (RejectedExecutionException e) {
                    timeOut(request);
                }
            }
        }
    }

    /** Ends all requests, as no reply can come any more. */
    public void stop() {
        requests.values().forEach(PendingRequests::timeOut);
    }

    private static void timeOut(PendingRequest request) {
        request.reply()
                .completeExceptionally(new RequestTimeoutException(
                        ClientErrorCode.REQUEST_TIMEOUT_EXCEPTION, "request timeout, no reply message."));
    }
}
