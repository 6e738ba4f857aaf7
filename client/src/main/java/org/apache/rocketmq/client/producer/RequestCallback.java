package org.apache.rocketmq.client.producer;

import org.apache.rocketmq.common.message.Message;

/** Gets the reply to a request, or the reason why there is none, exactly once. */
public interface RequestCallback {
    void onSuccess(Message message);

    void onException(Throwable e);
}
