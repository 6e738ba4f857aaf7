package org.apache.rocketmq.remoting.netty;

import io.netty.channel.Channel;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.rocketmq.remoting.ChannelEventListener;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener of connection events, in order, on one thread of its own. Thread-safe. */
final class ChannelEvents {
    enum Kind {
        CONNECT,
        CLOSE,
        IDLE,
        EXCEPTION
    }

    private record Event(Kind kind, String remoteAddress, Channel channel) {}

    private static final Logger LOG = LoggerFactory.getLogger(RemotingHelper.ROCKETMQ_REMOTING);
    private static final int MAX_WAITING = 100_000;

    private final ChannelEventListener listener;
    private final LinkedBlockingQueue<Event> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final Thread thread;

    /** @param listener null when nobody listens: then there is no thread */
    ChannelEvents(ChannelEventListener listener) {
        this.listener = listener;
        this.thread = listener == null ? null : new Thread(this::run, "NettyEventExecutor");
    }

    void start() {
        if (thread != null) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    void put(Kind kind, String remoteAddress, Channel channel) {
        if (listener != null && !waiting.offer(new Event(kind, remoteAddress, channel))) {
            LOG.error("more than {} connection events wait, dropping {} of {}", MAX_WAITING, kind, remoteAddress);
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tell(waiting.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Event event) {
        try {
            switch (event.kind) {
                case CONNECT -> listener.onChannelConnect(event.remoteAddress, event.channel);
                case CLOSE -> listener.onChannelClose(event.remoteAddress, event.channel);
                case IDLE -> listener.onChannelIdle(event.remoteAddress, event.channel);
                case EXCEPTION -> listener.onChannelException(event.remoteAddress, event.channel);
            }
        } catch (RuntimeException | Error e) {
            // Without this thread no closed connection would ever be noticed again.
            LOG.error("listener failed at {} of {}", event.kind, event.remoteAddress, e);
        }
    }
}
