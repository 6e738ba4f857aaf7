package org.apache.rocketmq.broker.client;

import io.netty.channel.Channel;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.remoting.ChannelEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices clients that are gone: closed and idle connections at once, silent ones by a scan. Connection events come on the
 * server's event thread, {@link #scan} on the broker's timer.
 */
public final class ClientHousekeeping implements ChannelEventListener {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    /** A client without a heartbeat for so long is dropped. */
    static final long SILENCE_LIMIT_MILLIS = 120_000;

    private final ProducerGroups producers;
    private final ConsumerGroups consumers;
    private final LongSupplier clockMillis;

    public ClientHousekeeping(ProducerGroups producers, ConsumerGroups consumers, LongSupplier clockMillis) {
        this.producers = producers;
        this.consumers = consumers;
        this.clockMillis = clockMillis;
    }

    /** Closes the connections of clients that fell silent. */
    public void scan() {
        long limit = clockMillis.getAsLong() - SILENCE_LIMIT_MILLIS;
        Set<Channel> silent = new HashSet<>(producers.silentSince(limit));
        silent.addAll(consumers.silentSince(limit));
        for (Channel channel : silent) {
            log.warn("no heartbeat from {} for {} ms, closing", channel.remoteAddress(), SILENCE_LIMIT_MILLIS);
            gone(channel);
            channel.close();
        }
    }

    @Override
    public void onChannelConnect(String remoteAddress, Channel channel) {}

    @Override
    public void onChannelClose(String remoteAddress, Channel channel) {
        gone(channel);
    }

    @Override
    public void onChannelException(String remoteAddress, Channel channel) {
        gone(channel);
    }

    @Override
    public void onChannelIdle(String remoteAddress, Channel channel) {
        gone(channel);
    }

    private void gone(Channel channel) {
        producers.disconnected(channel);
        consumers.disconnected(channel);
    }
}
