package org.apache.rocketmq.remoting;

import org.apache.rocketmq.remoting.netty.ResponseFuture;

/** Gets the outcome of an asynchronous request exactly once: an answer, a time-out or a failed write. */
public interface InvokeCallback {
    void operationComplete(ResponseFuture responseFuture);
}
