package org.apache.rocketmq.remoting.netty;

import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.rocketmq.remoting.InvokeCallback;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.common.SemaphoreReleaseOnlyOnce;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.exception.RemotingTooMuchRequestException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests this process originates and that wait for a response, matched by opaque alone.
 *
 * <p>Thread-safe. Source: wire format, matching and client-side limits.
 */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    /** 4.9 quirk: a call with a callback expires only this long after its timeout. */
    private static final long CALLBACK_GRACE_MILLIS = 1000;

    private static final InvokeCallback NOBODY = call -> {};

    private final ConcurrentHashMap<Integer, ResponseFuture> pending = new ConcurrentHashMap<>();
    private final Semaphore asyncPermits;
    private final Semaphore onewayPermits;
    private final Supplier<? extends Executor> callbackExecutor;

    Calls(int asyncPermits, int onewayPermits, Supplier<? extends Executor> callbackExecutor) {
        this.asyncPermits = new Semaphore(asyncPermits);
        this.onewayPermits = new Semaphore(onewayPermits);
        this.callbackExecutor = callbackExecutor;
    }

    /** A call whose outcome goes to a future, on the thread that learns of it. */
    private static final class FutureCall extends ResponseFuture {
        private final CompletableFuture<RemotingCommand> future;

        FutureCall(
                Connection connection,
                int opaque,
                long timeoutMillis,
                SemaphoreReleaseOnlyOnce permit,
                CompletableFuture<RemotingCommand> future) {
            super(connection.channel(), opaque, timeoutMillis, call -> settle(call, connection, future), permit);
            this.future = future;
        }

        private static void settle(
                ResponseFuture call, Connection connection, CompletableFuture<RemotingCommand> future) {
            if (call.getResponseCommand() != null) {
                future.complete(call.getResponseCommand());
            } else {
                future.completeExceptionally(failure(call, connection.remoteAddress()));
            }
        }
    }

    private static RemotingException failure(ResponseFuture call, String address) {
        return call.isSendRequestOK()
                ? new RemotingTimeoutException(address, call.getTimeoutMillis(), call.getCause())
                : new RemotingSendRequestException(address, call.getCause());
    }

    RemotingCommand sync(Connection connection, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingSendRequestException, RemotingTimeoutException {
        var call = new ResponseFuture(connection.channel(), request.getOpaque(), timeoutMillis, null, null);
        pending.put(call.getOpaque(), call);
        try {
            send(connection, request, call);
            var response = call.waitResponse(timeoutMillis);
            if (response != null) {
                return response;
            }
            if (call.isSendRequestOK()) {
                throw new RemotingTimeoutException(connection.remoteAddress(), timeoutMillis, call.getCause());
            }
            throw new RemotingSendRequestException(connection.remoteAddress(), call.getCause());
        } finally {
            pending.remove(call.getOpaque(), call);
        }
    }

    void async(Connection connection, RemotingCommand request, long timeoutMillis, InvokeCallback callback)
            throws InterruptedException, RemotingTooMuchRequestException, RemotingTimeoutException {
        long beganNanos = System.nanoTime();
        var permit = acquire(asyncPermits, timeoutMillis, "invokeAsyncImpl", "semaphoreAsyncValue");
        long leftMillis = timeoutMillis - (System.nanoTime() - beganNanos) / 1_000_000;
        if (leftMillis < 0) {
            permit.release();
            throw new RemotingTimeoutException("invokeAsyncImpl call timeout");
        }
        // Without a callback nobody would take the call out of the table when no answer comes.
        var told = callback == null ? NOBODY : callback;
        var call = new ResponseFuture(connection.channel(), request.getOpaque(), leftMillis, told, permit);
        pending.put(call.getOpaque(), call);
        send(connection, request, call);
    }

    /** Never blocks: without a free permit the future fails at once. */
    CompletableFuture<RemotingCommand> future(Connection connection, RemotingCommand request, long timeoutMillis) {
        if (!asyncPermits.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    new RemotingTooMuchRequestException("invoke: too many requests in flight"));
        }
        var future = new CompletableFuture<RemotingCommand>();
        var permit = new SemaphoreReleaseOnlyOnce(asyncPermits);
        var call = new FutureCall(connection, request.getOpaque(), timeoutMillis, permit, future);
        pending.put(call.getOpaque(), call);
        send(connection, request, call);
        return call.future;
    }

    void oneway(Connection connection, RemotingCommand request, long timeoutMillis)
            throws InterruptedException, RemotingTooMuchRequestException, RemotingTimeoutException,
                    RemotingSendRequestException {
        request.markOnewayRPC();
        if (!connection.channel().isActive()) {
            throw new RemotingSendRequestException(connection.remoteAddress(), new ClosedChannelException());
        }
        var permit = acquire(onewayPermits, timeoutMillis, "invokeOnewayImpl", "semaphoreOnewayValue");
        connection.write(request, null, permit::release);
    }

    private static SemaphoreReleaseOnlyOnce acquire(Semaphore permits, long timeoutMillis, String who, String what)
            throws InterruptedException, RemotingTooMuchRequestException, RemotingTimeoutException {
        if (permits.tryAcquire() || permits.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS)) {
            return new SemaphoreReleaseOnlyOnce(permits);
        }
        if (timeoutMillis <= 0) {
            throw new RemotingTooMuchRequestException(who + " invoke too fast");
        }
        throw new RemotingTimeoutException(
                who + " tryAcquire semaphore timeout, " + timeoutMillis + "ms, waiting thread nums: "
                        + permits.getQueueLength() + " " + what + ": " + permits.availablePermits());
    }

    private void send(Connection connection, RemotingCommand request, ResponseFuture call) {
        connection.write(request);
        // The connection may have closed before the call was in the table, then nobody else fails it.
        if (!connection.channel().isActive()) {
            fail(call, new ClosedChannelException());
        }
    }

    /** Takes a response that arrived. */
    void complete(Connection connection, RemotingCommand response) {
        var call = pending.remove(response.getOpaque());
        if (call == null) {
            LOG.warn(
                    "response of {} matches no request: opaque={} code={}",
                    connection.remoteAddress(),
                    response.getOpaque(),
                    response.getCode());
            return;
        }
        call.putResponse(response);
        finish(call);
    }

    /** Fails every call that waits on a connection that closed. */
    void failAll(Connection connection) {
        for (var call : pending.values()) {
            if (call.getProcessChannel() == connection.channel()) {
                fail(call, new ClosedChannelException());
            }
        }
    }

    private void fail(ResponseFuture call, Throwable cause) {
        if (pending.remove(call.getOpaque(), call)) {
            call.setSendRequestOK(false);
            call.setCause(cause);
            call.putResponse(null);
            finish(call);
        }
    }

    /** Ends calls whose time is over; called a few times a second. Waiting threads time out by themselves. */
    void expire() {
        long now = System.currentTimeMillis();
        for (var call : pending.values()) {
            if (call.getInvokeCallback() == null) {
                continue;
            }
            long graceMillis = call instanceof FutureCall ? 0 : CALLBACK_GRACE_MILLIS;
            if (now - call.getBeginTimestamp() >= call.getTimeoutMillis() + graceMillis
                    && pending.remove(call.getOpaque(), call)) {
                LOG.warn("request timed out: {}", call);
                call.putResponse(null);
                finish(call);
            }
        }
    }

    private void finish(ResponseFuture call) {
        call.release();
        if (call.getInvokeCallback() == null) {
            return;
        }
        if (call instanceof FutureCall) {
            call.executeInvokeCallback();
            return;
        }
        try {
            callbackExecutor.get().execute(() -> callBack(call));
        } catch (RejectedExecutionException busy) {
            callBack(call);
        }
    }

    private static void callBack(ResponseFuture call) {
        try {
            call.executeInvokeCallback();
        } catch (RuntimeException e) {
            LOG.error("callback of opaque {} failed", call.getOpaque(), e);
        }
    }
}
