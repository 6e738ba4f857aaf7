package org.apache.rocketmq.client.consumer;

/** Gets the outcome of an asynchronous pull exactly once. */
public interface PullCallback {
    void onSuccess(PullResult pullResult);

    void onException(Throwable e);
}
