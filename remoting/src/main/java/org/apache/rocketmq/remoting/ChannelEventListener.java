package org.apache.rocketmq.remoting;

import io.netty.channel.Channel;

/** Learns what happens to connections. All calls come from one thread, in the order of the events. */
public interface ChannelEventListener {
    void onChannelConnect(String remoteAddr, Channel channel);

    void onChannelClose(String remoteAddr, Channel channel);

    void onChannelException(String remoteAddr, Channel channel);

    /** The connection was silent in both directions for the idle time and is being closed. */
    void onChannelIdle(String remoteAddr, Channel channel);
}
