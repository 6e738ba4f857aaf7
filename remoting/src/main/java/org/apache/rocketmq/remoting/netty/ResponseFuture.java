package org.apache.rocketmq.remoting.netty;

import io.netty.channel.Channel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.rocketmq.remoting.InvokeCallback;
import org.apache.rocketmq.remoting.common.SemaphoreReleaseOnlyOnce;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** A request that waits for its response. Thread-safe. */
public class ResponseFuture {
    private final Channel channel;
    private final int opaque;
    private final long timeoutMillis;
    private final InvokeCallback invokeCallback;
    private final SemaphoreReleaseOnlyOnce once;
    private final long beginTimestamp = System.currentTimeMillis();
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicBoolean callbackExecuted = new AtomicBoolean();
    private volatile boolean sendRequestOK = true;
    private volatile Throwable cause;
    private volatile RemotingCommand responseCommand;

    /**
     * @param invokeCallback told of the outcome; null for a synchronous request
     * @param once the permit the request holds; null for none
     */
    public ResponseFuture(
            Channel channel,
            int opaque,
            long timeoutMillis,
            InvokeCallback invokeCallback,
            SemaphoreReleaseOnlyOnce once) {
        this.channel = channel;
        this.opaque = opaque;
        this.timeoutMillis = timeoutMillis;
        this.invokeCallback = invokeCallback;
        this.once = once;
    }

    /** Calls the callback, the first time only. */
    public void executeInvokeCallback() {
        if (invokeCallback != null && callbackExecuted.compareAndSet(false, true)) {
            invokeCallback.operationComplete(this);
        }
    }

    /** Gives the permit back, the first time only. */
    public void release() {
        if (once != null) {
            once.release();
        }
    }

    public boolean isTimeout() {
        return System.currentTimeMillis() - beginTimestamp > timeoutMillis;
    }

    /** Waits for the response; null when none came in time or the request failed (see {@link #getCause}). */
    public RemotingCommand waitResponse(long timeoutMillis) throws InterruptedException {
        done.await(timeoutMillis, TimeUnit.MILLISECONDS);
        return responseCommand;
    }

    /** Ends the wait; null when the request failed. */
    public void putResponse(RemotingCommand responseCommand) {
        this.responseCommand = responseCommand;
        done.countDown();
    }

    public long getBeginTimestamp() {
        return beginTimestamp;
    }

    public boolean isSendRequestOK() {
        return sendRequestOK;
    }

    public void setSendRequestOK(boolean sendRequestOK) {
        this.sendRequestOK = sendRequestOK;
    }

    public long getTimeoutMillis() {
        return timeoutMillis;
    }

    public InvokeCallback getInvokeCallback() {
        return invokeCallback;
    }

    public Throwable getCause() {
        return cause;
    }

    public void setCause(Throwable cause) {
        this.cause = cause;
    }

    public RemotingCommand getResponseCommand() {
        return responseCommand;
    }

    public void setResponseCommand(RemotingCommand responseCommand) {
        this.responseCommand = responseCommand;
    }

    public int getOpaque() {
        return opaque;
    }

    public Channel getProcessChannel() {
        return channel;
    }

    @Override
    public String toString() {
        return "ResponseFuture [responseCommand=" + responseCommand + ", sendRequestOK=" + sendRequestOK + ", cause="
                + cause + ", opaque=" + opaque + ", processChannel=" + channel + ", timeoutMillis=" + timeoutMillis
                + ", beginTimestamp=" + beginTimestamp + "]";
    }
}
