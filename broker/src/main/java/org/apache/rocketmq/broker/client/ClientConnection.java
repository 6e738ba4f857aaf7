package org.apache.rocketmq.broker.client;

import io.netty.channel.Channel;
import org.apache.rocketmq.remoting.protocol.LanguageCode;

/**
 * A client process on one connection, as its last heartbeat described it. Immutable but for the time of that heartbeat;
 * thread-safe.
 */
public final class ClientConnection {
    private final Channel channel;
    private final String clientId;
    private final LanguageCode language;
    private final int version;
    private volatile long lastHeartbeatMillis;

    ClientConnection(Channel channel, String clientId, LanguageCode language, int version, long nowMillis) {
        this.channel = channel;
        this.clientId = clientId;
        this.language = language;
        this.version = version;
        this.lastHeartbeatMillis = nowMillis;
    }

    public Channel channel() {
        return channel;
    }

    public String clientId() {
        return clientId;
    }

    /** Null when the client named a language that is unknown here. */
    public LanguageCode language() {
        return language;
    }

    /** Version ordinal of the client's library. */
    public int version() {
        return version;
    }

    public long lastHeartbeatMillis() {
        return lastHeartbeatMillis;
    }

    void heartbeat(long nowMillis) {
        lastHeartbeatMillis = nowMillis;
    }

    @Override
    public String toString() {
        return clientId + " at " + channel.remoteAddress() + " (" + language + " " + version + ")";
    }
}
