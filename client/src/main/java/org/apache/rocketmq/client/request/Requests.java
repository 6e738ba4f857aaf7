package org.apache.rocketmq.client.request;

import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.exception.RequestTimeoutException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.RequestCallback;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the requests of one started producer. Thread-safe. Source: client behaviour, section 7. */
public final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private final DefaultMQProducer producer;
    private final MQClientInstance instance;

    public Requests(DefaultMQProducer producer, MQClientInstance instance) {
        this.producer = producer;
        this.instance = instance;
    }

    /** Sends asynchronously in one of the ways a producer can. */
    public interface Transmission {
        void begin(SendCallback sent, long leftMillis) throws MQClientException;
    }

    /** Sends a request and waits for its reply. */
    public Message ask(Message message, long timeoutMillis, Transmission transmission)
            throws RequestTimeoutException, MQClientException, InterruptedException {
        PendingRequest request = open(message, timeoutMillis);
        try {
            transmission.begin(request, request.leftMillis());
            return request.await(message.getTopic());
        } finally {
            instance.pendingRequests().close(request);
        }
    }

    /** Sends a request; {@code callback} gets the reply, or why there is none, exactly once. */
    public void ask(Message message, RequestCallback callback, long timeoutMillis, Transmission transmission)
            throws MQClientException {
        PendingRequest request = open(message, timeoutMillis);
        request.reply().whenComplete((reply, failure) -> tell(callback, reply, failure));
        try {
            transmission.begin(request, request.leftMillis());
        } catch (MQClientException e) {
            instance.pendingRequests().close(request);
            throw e;
        }
    }

    private PendingRequest open(Message message, long timeoutMillis) {
        PendingRequest request = instance.pendingRequests().open(timeoutMillis);
        MessageAccessor.putProperty(message, MessageConst.PROPERTY_CORRELATION_ID, request.correlationId());
        MessageAccessor.putProperty(message, MessageConst.PROPERTY_MESSAGE_REPLY_TO_CLIENT, instance.getClientId());
        MessageAccessor.putProperty(message, MessageConst.PROPERTY_MESSAGE_TTL, String.valueOf(timeoutMillis));
        try {
            instance.introduceTo(producer.withNamespace(message.getTopic()));
        } catch (RuntimeException e) {
            instance.pendingRequests().close(request);
            throw e;
        }
        return request;
    }

    private static void tell(RequestCallback callback, Message reply, Throwable failure) {
        if (callback == null) {
            return;
        }
        try {
            if (failure == null) {
                callback.onSuccess(reply);
            } else {
                callback.onException(failure);
            }
        } catch (RuntimeException e) {
            LOG.warn("a request callback threw", e);
        }
    }
}
