package org.apache.rocketmq.remoting.netty;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** Encodes commands that processors of the public API write to the channel themselves. Stateless. */
@ChannelHandler.Sharable
final class CommandEncoder extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (!(message instanceof RemotingCommand command)) {
            ctx.write(message, promise);
            return;
        }
        var body = command.getBody();
        var out = ctx.alloc().directBuffer(256 + (body == null ? 0 : body.length));
        try {
            command.encodeHeader(out, body == null ? 0 : body.length);
        } catch (RuntimeException e) {
            out.release();
            throw e;
        }
        if (body != null) {
            out.writeBytes(body);
        }
        ctx.write(out, promise);
    }
}
