package org.apache.rocketmq.remoting.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * One request on its way through the server and the one place where its answer is given.
 *
 * <p>The server fills in opaque, response flag, version, language and the serialization of the request; a second answer
 * is ignored and logged, an answer to a oneway request is dropped. Responses given on the event loop are written at the
 * end of the read turn, all of them in one flush. Thread-safe for responding; reading the request is confined to the
 * thread that handles it.
 */
public interface Exchange {
    /** The request envelope: code, opaque, flag, version, language. */
    RemotingCommand request();

    int code();

    boolean oneway();

    /** The connection the request came on; requests to this peer can be sent on it. */
    Channel channel();

    /** Remote address as {@code ip:port}. */
    String remoteAddress();

    /** The ext fields as they arrived. */
    FieldReader fields();

    /** Reads the ext fields into {@code header} and checks it; returns {@code header}. */
    <H extends CommandCustomHeader> H read(H header) throws RemotingCommandException;

    /** The body where the transport put it: readable bytes only; empty when the request has none. Retain it to keep it. */
    ByteBuf body();

    /**
     * Leaves the rest of the work to another handler in a lane, because it may block. The body stays valid until {@code next}
     * returns; when the lane is full the request is answered as overload. Ext fields stay readable.
     */
    void continueOn(Lane lane, RequestHandler next);

    /** Answers with code 0 and nothing else. */
    default void respondSuccess() {
        respond(0, null, null, (byte[]) null);
    }

    /** Answers with code 0 and {@code header}. */
    default void respond(CommandCustomHeader header) {
        respond(0, null, header, (byte[]) null);
    }

    /** Answers with a code and a remark (null for none), without header and body. */
    default void respond(int code, String remark) {
        respond(code, remark, null, (byte[]) null);
    }

    /** Answers with header and body; any of remark, header and body may be null. The body is not copied. */
    void respond(int code, String remark, CommandCustomHeader header, byte[] body);

    /** Answers with a command that was built elsewhere, for example one that a proxied client gave. */
    void respond(RemotingCommand response);

    /**
     * Answers with a body that is a sequence of slices, written without copying. {@code release} runs exactly once when
     * the transport is done with them, also when the connection is gone.
     */
    void respond(int code, String remark, CommandCustomHeader header, List<ByteBuffer> body, Runnable release);
}
