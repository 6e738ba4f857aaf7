package org.apache.rocketmq.broker;

import io.netty.channel.Channel;
import org.apache.rocketmq.remoting.ChannelEventListener;

/**
 * Passes connection events on to a listener that is built after the server it listens to. Set once before the server starts.
 */
final class LateListener implements ChannelEventListener {
    private volatile ChannelEventListener target;

    void set(ChannelEventListener listener) {
        this.target = listener;
    }

    @Override
    public void onChannelConnect(String remoteAddress, Channel channel) {
        target.onChannelConnect(remoteAddress, channel);
    }

    @Override
    public void onChannelClose(String remoteAddress, Channel channel) {
        target.onChannelClose(remoteAddress, channel);
    }

    @Override
    public void onChannelException(String remoteAddress, Channel channel) {
        target.onChannelException(remoteAddress, channel);
    }

    @Override
    public void onChannelIdle(String remoteAddress, Channel channel) {
        target.onChannelIdle(remoteAddress, channel);
    }
}
