package org.apache.rocketmq.remoting.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A received request together with the handler that was chosen for it. */
final class InboundExchange extends QueuedRequest implements Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    private static final AtomicIntegerFieldUpdater<InboundExchange> ANSWERED =
            AtomicIntegerFieldUpdater.newUpdater(InboundExchange.class, "answered");

    private final Connection connection;
    private final RemotingCommand request;
    private final ByteBuf body;
    private final RequestHandler handler;
    private final List<RPCHook> hooks;
    private boolean bodyHeld;
    private volatile int answered;

    InboundExchange(
            Connection connection, RemotingCommand request, ByteBuf body, RequestHandler handler, List<RPCHook> hooks) {
        this.connection = connection;
        this.request = request;
        this.body = body == null ? Unpooled.EMPTY_BUFFER : body;
        this.handler = handler;
        this.hooks = hooks;
        if (body != null) {
            request.attachBody(body);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Keeps the body until the request was handled on another thread. */
    void holdBody() {
        body.retain();
        bodyHeld = true;
    }

    private void letBodyGo() {
        request.attachBody(null);
        if (bodyHeld) {
            bodyHeld = false;
            body.release();
        }
    }

    /** Handles the request on the calling thread. */
    @Override
    public void run() {
        try {
            for (var hook : hooks) {
                hook.doBeforeRequest(connection.remoteAddress(), request);
            }
            handler.handle(this);
        } catch (Exception e) {
            fail(e);
        } catch (Error e) {
            fail(e);
            throw e;
        } finally {
            letBodyGo();
        }
    }

    private void fail(Throwable e) {
        LOG.warn("request code {} of {} failed", request.getCode(), connection.remoteAddress(), e);
        if (answered == 0) {
            respond(RemotingSysResponseCode.SYSTEM_ERROR, RemotingHelper.exceptionSimpleDesc(e));
        }
    }

    @Override
    public void continueOn(Lane lane, RequestHandler next) {
        body.retain();
        var rest = new Rest(next);
        if (!lane.offer(rest)) {
            rest.refuse(RemotingSysResponseCode.SYSTEM_BUSY, Dispatcher.OVERLOAD);
        }
    }

    /** What is left of the work, waiting in a lane; holds the body until it is done. */
    private final class Rest extends QueuedRequest {
        private final RequestHandler next;

        Rest(RequestHandler next) {
            this.next = next;
        }

        @Override
        public void run() {
            try {
                next.handle(InboundExchange.this);
            } catch (Exception e) {
                fail(e);
            } catch (Error e) {
                fail(e);
                throw e;
            } finally {
                body.release();
            }
        }

        @Override
        void refuse(int code, String remark) {
            answerRefusal(code, remark);
            body.release();
        }

        @Override
        void drop() {
            body.release();
        }
    }

    private void answerRefusal(int code, String remark) {
        if (ANSWERED.compareAndSet(this, 0, 1)) {
            send(RemotingCommand.createResponseCommand(code, remark), null, null);
        }
    }

    @Override
    void refuse(int code, String remark) {
        answerRefusal(code, remark);
        letBodyGo();
    }

    @Override
    void drop() {
        letBodyGo();
    }

    @Override
    public RemotingCommand request() {
        return request;
    }

    @Override
    public int code() {
        return request.getCode();
    }

    @Override
    public boolean oneway() {
        return request.isOnewayRPC();
    }

    @Override
    public Channel channel() {
        return connection.channel();
    }

    @Override
    public String remoteAddress() {
        return connection.remoteAddress();
    }

    @Override
    public FieldReader fields() {
        return request.fields();
    }

    @Override
    public <H extends CommandCustomHeader> H read(H header) throws RemotingCommandException {
        return request.readInto(header);
    }

    @Override
    public ByteBuf body() {
        return body;
    }

    @Override
    public void respond(int code, String remark, CommandCustomHeader header, byte[] body) {
        var response = RemotingCommand.createResponseCommand(code, remark);
        response.writeCustomHeader(header);
        response.setBody(body);
        respond(response);
    }

    @Override
    public void respond(RemotingCommand response) {
        if (claim(response.getCode())) {
            answer(response, null, null);
        }
    }

    @Override
    public void respond(int code, String remark, CommandCustomHeader header, List<ByteBuffer> body, Runnable release) {
        if (!claim(code)) {
            release.run();
            return;
        }
        var response = RemotingCommand.createResponseCommand(code, remark);
        response.writeCustomHeader(header);
        answer(response, body, release);
    }

    private boolean claim(int code) {
        if (ANSWERED.compareAndSet(this, 0, 1)) {
            return true;
        }
        LOG.warn("second answer (code {}) to request code {} is ignored", code, request.getCode());
        return false;
    }

    private void answer(RemotingCommand response, List<ByteBuffer> tail, Runnable release) {
        if (!hooks.isEmpty()) {
            runAfterHooks(response);
        }
        if (!oneway()) {
            send(response, tail, release);
        } else if (release != null) {
            release.run();
        }
    }

    private void runAfterHooks(RemotingCommand response) {
        try {
            for (var hook : hooks) {
                hook.doAfterResponse(connection.remoteAddress(), request, response);
            }
        } catch (RuntimeException e) {
            LOG.error("hook failed after request code {}", request.getCode(), e);
        }
    }

    private void send(RemotingCommand response, List<ByteBuffer> tail, Runnable release) {
        response.setOpaque(request.getOpaque());
        response.markResponseType();
        response.setSerializeTypeCurrentRPC(request.getSerializeTypeCurrentRPC());
        if (tail == null) {
            connection.write(response);
        } else {
            connection.write(response, tail, release);
        }
    }
}
