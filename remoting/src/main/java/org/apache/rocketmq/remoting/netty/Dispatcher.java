package org.apache.rocketmq.remoting.netty;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.common.Pair;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the handler of a request and the thread it runs on.
 *
 * <p>Thread-safe. Source: wire format, unknown codes, errors, overload.
 */
final class Dispatcher {
    /** Remark of a request that finds its lane full. */
    static final String OVERLOAD = "[OVERLOAD]system busy, start flow control for a while";

    /** What is done with a request that nobody handles. */
    enum UnknownCode {
        /** Answered with code 3, unless it is oneway. */
        ANSWER,
        /** Answered with code 3, oneway or not. */
        ANSWER_ALWAYS,
        /** Not answered at all. */
        IGNORE
    }

    /** Where the requests of one code go: at most one of lane and executor is set, none = event loop. */
    private record Route(RequestHandler handler, Lane lane, ExecutorService executor) {}

    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    private static final int DENSE_CODES = 512;

    private final AtomicReferenceArray<Route> dense = new AtomicReferenceArray<>(DENSE_CODES);
    private final Map<Integer, Route> sparse = new ConcurrentHashMap<>();
    private final List<RPCHook> hooks = new CopyOnWriteArrayList<>();
    private final Set<Lane> lanes = new CopyOnWriteArraySet<>();
    private volatile Route defaultRoute;
    private volatile UnknownCode unknownCode;

    Dispatcher(UnknownCode unknownCode) {
        this.unknownCode = unknownCode;
    }

    void unknownCode(UnknownCode unknownCode) {
        this.unknownCode = unknownCode;
    }

    List<RPCHook> hooks() {
        return hooks;
    }

    void addHook(RPCHook hook) {
        if (hook != null && !hooks.contains(hook)) {
            hooks.add(hook);
        }
    }

    void register(int code, RequestHandler handler, Lane lane) {
        put(code, route(handler, lane));
    }

    void registerDefault(RequestHandler handler, Lane lane) {
        defaultRoute = route(handler, lane);
    }

    void register(int code, NettyRequestProcessor processor, ExecutorService executor) {
        put(code, new Route(new ProcessorHandler(processor), null, executor));
    }

    void registerDefault(NettyRequestProcessor processor, ExecutorService executor) {
        defaultRoute = new Route(new ProcessorHandler(processor), null, executor);
    }

    private Route route(RequestHandler handler, Lane lane) {
        if (lane != null) {
            lanes.add(lane);
        }
        return new Route(handler, lane, null);
    }

    private void put(int code, Route route) {
        if (code >= 0 && code < DENSE_CODES) {
            dense.set(code, route);
        } else {
            sparse.put(code, route);
        }
    }

    private Route find(int code) {
        return code >= 0 && code < DENSE_CODES ? dense.get(code) : sparse.get(code);
    }

    Pair<NettyRequestProcessor, ExecutorService> processor(int code) {
        var route = find(code);
        return route != null && route.handler instanceof ProcessorHandler adapted
                ? new Pair<>(adapted.processor(), route.executor)
                : null;
    }

    /** Looks after a lane to which handlers send work themselves. */
    void watch(Lane lane) {
        lanes.add(lane);
    }

    /** Answers what waited too long; called every 10 ms. */
    void expireWaiting() {
        for (var lane : lanes) {
            lane.expire();
        }
    }

    /** Takes a request on the event loop of its connection; {@code body} may be null and belongs to the caller. */
    void dispatch(Connection connection, RemotingCommand request, ByteBuf body) {
        int code = request.getCode();
        var route = find(code);
        if (route == null) {
            route = defaultRoute;
        }
        if (route == null || connection.port() != null && !connection.port().serves(code)) {
            answerUnknown(connection, request);
            return;
        }
        var exchange = new InboundExchange(connection, request, body, route.handler, hooks);
        if (route.handler.refusesNow()) {
            exchange.refuse(
                    RemotingSysResponseCode.SYSTEM_BUSY, "[REJECTREQUEST]system busy, start flow control for a while");
        } else if (route.lane == null && route.executor == null) {
            exchange.run();
        } else {
            exchange.holdBody();
            if (!queue(route, exchange)) {
                overload(exchange);
            }
        }
    }

    private static boolean queue(Route route, InboundExchange exchange) {
        if (route.lane != null) {
            return route.lane.offer(exchange);
        }
        try {
            route.executor.execute(exchange);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private static void overload(InboundExchange exchange) {
        LOG.warn(
                "too many requests, refusing code {} of {}",
                exchange.code(),
                exchange.connection().remoteAddress());
        if (exchange.oneway()) {
            exchange.drop();
        } else {
            exchange.refuse(RemotingSysResponseCode.SYSTEM_BUSY, OVERLOAD);
        }
    }

    private void answerUnknown(Connection connection, RemotingCommand request) {
        LOG.warn("no handler for request code {} of {}", request.getCode(), connection.remoteAddress());
        var policy = unknownCode;
        if (policy == UnknownCode.IGNORE || policy == UnknownCode.ANSWER && request.isOnewayRPC()) {
            return;
        }
        var response = RemotingCommand.createResponseCommand(
                RemotingSysResponseCode.REQUEST_CODE_NOT_SUPPORTED,
                " request type " + request.getCode() + " not supported");
        response.setOpaque(request.getOpaque());
        response.setSerializeTypeCurrentRPC(request.getSerializeTypeCurrentRPC());
        connection.write(response);
    }
}
