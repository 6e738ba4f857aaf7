package org.apache.rocketmq.broker.request;

import io.netty.buffer.ByteBufUtil;
import org.apache.rocketmq.common.json.JsonException;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** A request that lacks something or holds something unreadable; answered with code 1 and exactly this message. */
public final class BadRequest extends RemotingCommandException {
    private static final long serialVersionUID = 1L;

    public BadRequest(String message) {
        super(message);
    }

    /** The value of a header field that the request cannot do without. */
    public static <T> T required(String field, T value) throws BadRequest {
        if (value == null) {
            throw new BadRequest("the header field " + field + " is missing or cannot be read");
        }
        return value;
    }

    /** The body of a request as what it must hold. */
    public static <T> T body(Exchange exchange, Class<T> type) throws BadRequest {
        T value = bodyOrNull(exchange, type);
        if (value == null) {
            throw new BadRequest(
                    "request " + exchange.code() + " needs a JSON body (" + type.getSimpleName() + ") and has none");
        }
        return value;
    }

    /** As {@link #body}, null when the request has no body. */
    public static <T> T bodyOrNull(Exchange exchange, Class<T> type) throws BadRequest {
        byte[] bytes = ByteBufUtil.getBytes(exchange.body());
        if (bytes.length == 0) {
            return null;
        }
        try {
            return RemotingSerializable.decode(bytes, type);
        } catch (JsonException e) {
            throw new BadRequest("the body of request " + exchange.code() + " is not the JSON of a "
                    + type.getSimpleName() + ": " + e.getMessage());
        }
    }

    /** A client's mistake is no place in this program. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
