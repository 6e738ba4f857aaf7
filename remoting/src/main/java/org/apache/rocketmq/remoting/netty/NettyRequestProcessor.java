package org.apache.rocketmq.remoting.netty;

import io.netty.channel.ChannelHandlerContext;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** Handles requests in the shape of the public API; runs on the executor it was registered with. */
public interface NettyRequestProcessor {
    /** Returns the response, or null when it is written to {@code ctx} by other means or never. */
    RemotingCommand processRequest(ChannelHandlerContext ctx, RemotingCommand request) throws Exception;

    /** True while requests are refused before they are queued. */
    boolean rejectRequest();
}
