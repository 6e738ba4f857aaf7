package org.apache.rocketmq.client.request;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.rocketmq.client.common.ClientErrorCode;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.exception.RequestTimeoutException;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;

/** One request from before it is sent until its reply, its failure or its time-out. Thread-safe. */
public final class PendingRequest implements SendCallback {
    private final String correlationId;
    private final long beganNanos = System.nanoTime();
    private final long timeoutMillis;
    private final CompletableFuture<Message> reply = new CompletableFuture<>();
    private volatile boolean sent;

    PendingRequest(String correlationId, long timeoutMillis) {
        this.correlationId = correlationId;
        this.timeoutMillis = timeoutMillis;
    }

    public String correlationId() {
        return correlationId;
    }

    /** Ends with the reply, with why the request could not be sent, or with a {@link RequestTimeoutException}. */
    public CompletableFuture<Message> reply() {
        return reply;
    }

    public long leftMillis() {
        return timeoutMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
    }

    /** The broker has the request. */
    @Override
    public void onSuccess(SendResult sendResult) {
        sent = true;
    }

    /** The request could not be sent. */
    @Override
    public void onException(Throwable e) {
        reply.completeExceptionally(e);
    }

    /**
     * Waits for the reply until the request's time is up. {@code topic} is for error texts.
     *
     * @throws RequestTimeoutException when it was sent but not replied to
     * @throws MQClientException when it could not be sent
     */
    public Message await(String topic) throws RequestTimeoutException, MQClientException, InterruptedException {
        try {
            return reply.get(Math.max(leftMillis(), 0), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw timedOut(topic);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestTimeoutException) {
                throw timedOut(topic);
            }
            throw sendFailed(topic, e.getCause());
        }
    }

    private RequestTimeoutException timedOut(String topic) throws MQClientException {
        if (!sent) {
            throw sendFailed(topic, null);
        }
        return new RequestTimeoutException(
                ClientErrorCode.REQUEST_TIMEOUT_EXCEPTION,
                "send request message to <" + topic + "> OK, but wait reply message timeout, " + timeoutMillis
                        + " ms.");
    }

    private static MQClientException sendFailed(String topic, Throwable cause) {
        return new MQClientException("send request message to <" + topic + "> fail", cause);
    }
}
