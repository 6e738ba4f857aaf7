package org.apache.rocketmq.client.producer;

/** Gets the outcome of an asynchronous send exactly once, on a callback thread. */
public interface SendCallback {
    void onSuccess(SendResult sendResult);

    void onException(Throwable e);
}
