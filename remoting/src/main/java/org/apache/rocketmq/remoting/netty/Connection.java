package org.apache.rocketmq.remoting.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection, on either side: bytes in, commands out of them, commands in, bytes out.
 *
 * <p>{@link #write} is thread-safe; the rest is confined to the connection's event loop.
 */
final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    private static final AttributeKey<Connection> KEY = AttributeKey.valueOf(Connection.class, "connection");

    /** What the side that owns the connection does with it; all calls come on the event loop. */
    interface Owner {
        /** {@code body} is null when there is none; it belongs to the connection. */
        void request(Connection connection, RemotingCommand request, ByteBuf body);

        /** A response, its body copied into the command. */
        void response(Connection connection, RemotingCommand response);

        void event(ChannelEvents.Kind kind, Connection connection);
    }

    private final Owner owner;
    private final ListenPort port;
    private final long idleNanos;
    private final boolean pausesWhenFull;
    private final FrameDecoder frames = new FrameDecoder(FrameLimit.MAX_FRAME_BYTES, this::frame);
    private ChannelHandlerContext ctx;
    private Outbox outbox;
    private String remoteAddress;
    private long lastReadNanos = System.nanoTime();

    /**
     * @param port the port it came in on; null on the client side
     * @param idleSeconds closes the connection when it is silent that long in both directions; 0 = never
     * @param pausesWhenFull stops reading while the peer does not take what was written
     */
    Connection(Owner owner, ListenPort port, int idleSeconds, boolean pausesWhenFull) {
        this.owner = owner;
        this.port = port;
        this.idleNanos = TimeUnit.SECONDS.toNanos(idleSeconds);
        this.pausesWhenFull = pausesWhenFull;
    }

    /** The connection of a channel of ours; null for a foreign one. */
    static Connection of(Channel channel) {
        return channel.attr(KEY).get();
    }

    Channel channel() {
        return ctx.channel();
    }

    ChannelHandlerContext context() {
        return ctx;
    }

    ListenPort port() {
        return port;
    }

    /** {@code ip:port} of the peer. */
    String remoteAddress() {
        // A caller of ours may be told of the connection a moment before it is told itself.
        var known = remoteAddress;
        return known != null ? known : RemotingHelper.parseChannelRemoteAddr(ctx.channel());
    }

    void write(RemotingCommand command) {
        outbox.write(command);
    }

    /** Writes a command whose body is {@code tail} (null: its own); {@code done} runs once it was sent or given up. */
    void write(RemotingCommand command, List<ByteBuffer> tail, Runnable done) {
        outbox.write(command, tail, done);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        this.ctx = ctx;
        outbox = new Outbox(ctx);
        ctx.channel().attr(KEY).set(this);
        if (ctx.channel().isActive()) {
            remoteAddress = RemotingHelper.parseChannelRemoteAddr(ctx.channel());
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        remoteAddress = RemotingHelper.parseChannelRemoteAddr(ctx.channel());
        if (idleNanos > 0) {
            ctx.executor().schedule(this::checkIdle, idleNanos, TimeUnit.NANOSECONDS);
        }
        owner.event(ChannelEvents.Kind.CONNECT, this);
        ctx.fireChannelActive();
    }

    private void checkIdle() {
        if (!ctx.channel().isActive()) {
            return;
        }
        long silentNanos = System.nanoTime() - Math.max(lastReadNanos, outbox.lastFlushNanos());
        if (silentNanos >= idleNanos) {
            LOG.warn("connection to {} was idle for {} s, closing it", remoteAddress, silentNanos / 1_000_000_000);
            owner.event(ChannelEvents.Kind.IDLE, this);
            ctx.close();
        } else {
            ctx.executor().schedule(this::checkIdle, idleNanos - silentNanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        var in = (ByteBuf) message;
        try {
            outbox.beginReadTurn();
            if (ctx.channel().isOpen()) {
                frames.read(in, ctx.alloc());
            }
        } catch (RemotingCommandException e) {
            LOG.warn("closing the connection to {}: {}", remoteAddress, e.getMessage());
            ctx.close();
        } finally {
            in.release();
        }
    }

    private void frame(ByteBuf in, int frameLength) throws RemotingCommandException {
        int end = in.readerIndex() + frameLength;
        var command = RemotingCommand.decodeHeader(in, frameLength);
        int bodyLength = end - in.readerIndex();
        if (!command.isResponseType()) {
            owner.request(this, command, bodyLength == 0 ? null : in.slice(in.readerIndex(), bodyLength));
            return;
        }
        if (bodyLength > 0) {
            var body = new byte[bodyLength];
            in.readBytes(body);
            command.setBody(body);
        }
        owner.response(this, command);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        lastReadNanos = System.nanoTime();
        outbox.endReadTurn();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (pausesWhenFull) {
            ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        outbox.close();
        owner.event(ChannelEvents.Kind.CLOSE, this);
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        frames.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.warn("connection to {} failed, closing it: {}", remoteAddress, cause.toString());
        LOG.debug("cause of the failed connection", cause);
        owner.event(ChannelEvents.Kind.EXCEPTION, this);
        ctx.close();
    }
}
