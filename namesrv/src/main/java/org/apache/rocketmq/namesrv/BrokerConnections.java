package org.apache.rocketmq.namesrv;

import io.netty.channel.Channel;
import org.apache.rocketmq.namesrv.route.RouteRegistry;
import org.apache.rocketmq.remoting.ChannelEventListener;

/** Tells the registry of lost connections. Confined to the transport's event thread. */
final class BrokerConnections implements ChannelEventListener {
    private final RouteRegistry routes;

    BrokerConnections(RouteRegistry routes) {
        this.routes = routes;
    }

    @Override
    public void onChannelConnect(String remoteAddr, Channel channel) {
        // A connection means nothing until a broker registers on it.
    }

    @Override
    public void onChannelClose(String remoteAddr, Channel channel) {
        routes.connectionLost(channel);
    }

    @Override
    public void onChannelException(String remoteAddr, Channel channel) {
        routes.connectionLost(channel);
    }

    @Override
    public void onChannelIdle(String remoteAddr, Channel channel) {
        routes.connectionLost(channel);
    }
}
