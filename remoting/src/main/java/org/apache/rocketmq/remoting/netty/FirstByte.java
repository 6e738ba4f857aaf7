package org.apache.rocketmq.remoting.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslContext;
import java.util.function.Supplier;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.common.TlsMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by the first byte a client sends whether its connection is TLS, then leaves the pipeline.
 *
 * <p>Confined to the connection's event loop. Source: wire format, TLS.
 */
final class FirstByte extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    private static final int TLS_HANDSHAKE_RECORD = 0x16;

    private final TlsMode mode;
    private final Supplier<SslContext> tls;

    /** @param tls gives the context in force, null when there is none */
    FirstByte(TlsMode mode, Supplier<SslContext> tls) {
        this.mode = mode;
        this.tls = tls;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        var in = (ByteBuf) message;
        if (!in.isReadable()) {
            in.release();
            return;
        }
        boolean wantsTls = in.getByte(in.readerIndex()) == TLS_HANDSHAKE_RECORD;
        var context = wantsTls ? tls.get() : null;
        if (wantsTls ? mode == TlsMode.DISABLED || context == null : mode == TlsMode.ENFORCING) {
            LOG.warn(
                    "closing the {} connection of {}: {} is {}{}",
                    wantsTls ? "TLS" : "plain",
                    RemotingHelper.parseChannelRemoteAddr(ctx.channel()),
                    TlsSystemConfig.TLS_SERVER_MODE,
                    mode.getName(),
                    wantsTls && mode != TlsMode.DISABLED ? " but there is no TLS context" : "");
            in.release();
            ctx.close();
            return;
        }
        if (wantsTls) {
            ctx.pipeline().addAfter(ctx.name(), "tls", context.newHandler(ctx.alloc()));
        }
        ctx.pipeline().remove(this);
        ctx.fireChannelRead(in);
    }
}
