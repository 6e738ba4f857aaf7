package org.apache.rocketmq.store.replication;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.log.CommitLog;
import org.apache.rocketmq.store.position.RisingPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slaves of this store: accepts them on {@code haListenPort}, sends them the log and learns how far they are.
 *
 * <p>Owns the thread "ReplicateToSlaves", which alone touches the connections. The other methods are thread-safe. Source:
 * replication specification.
 */
public final class SlaveConnections {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    /** More than anybody has slaves; a stranger cannot take all file descriptors. */
    private static final int MAX_CONNECTIONS = 64;

    private static final long STOP_MILLIS = 10_000;

    private final CommitLog log;
    private final MessageStoreConfig config;
    private final String bindAddress;
    /** The highest offset that any slave has reported. */
    private final RisingPosition replicated = new RisingPosition(0);
    /** Confined to the thread. */
    private final List<SlaveConnection> connections = new ArrayList<>();

    private volatile int available;
    private volatile boolean running;
    /** Set while the thread is about to wait or waits. */
    private volatile boolean sleeping;

    private Selector selector;
    private ServerSocketChannel server;
    private Thread thread;

    /** @param bindAddress local address on which slaves are served */
    public SlaveConnections(CommitLog log, MessageStoreConfig config, String bindAddress) {
        this.bindAddress = bindAddress;
        this.log = log;
        this.config = config;
    }

    /** @throws IOException when the port cannot be had */
    public void start() throws IOException {
        ServerSocketChannel opened = ServerSocketChannel.open();
        try {
            opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            opened.bind(new InetSocketAddress(bindAddress, config.getHaListenPort()));
            opened.configureBlocking(false);
            selector = Selector.open();
            opened.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            opened.close();
            throw new IOException(
                    "cannot serve slaves on port " + config.getHaListenPort() + " (listenPort+1): " + e.getMessage(),
                    e);
        }
        server = opened;
        running = true;
        thread = new Thread(this::run, "ReplicateToSlaves");
        thread.start();
    }

    /** Closes all connections and answers everyone who waits. Harmless when it was not started. */
    public void stop() throws InterruptedException {
        if (thread != null) {
            running = false;
            selector.wakeup();
            thread.join(STOP_MILLIS);
            thread = null;
        }
        replicated.giveUp();
    }

    /** The port as bound. */
    public int port() {
        return server.socket().getLocalPort();
    }

    /** Says that the log has grown. Costs a volatile read while the thread is busy. */
    public void appended() {
        if (sleeping && available > 0) {
            sleeping = false;
            selector.wakeup();
        }
    }

    /**
     * Completes with PUT_OK when a slave has everything before {@code endOffset}, with FLUSH_SLAVE_TIMEOUT when
     * {@link #expire} finds the deadline passed, and at once with SLAVE_NOT_AVAILABLE when there is no slave to wait for.
     */
    public CompletableFuture<PutStatus> whenReplicated(long endOffset, long deadlineMillis) {
        if (available == 0 || endOffset - replicated.get() >= config.getHaSlaveFallbehindMax()) {
            return CompletableFuture.completedFuture(PutStatus.SLAVE_NOT_AVAILABLE);
        }
        return replicated
                .whenReached(endOffset, deadlineMillis)
                .thenApply(reached -> reached ? PutStatus.PUT_OK : PutStatus.FLUSH_SLAVE_TIMEOUT);
    }

    public void expire(long nowMillis) {
        replicated.expire(nowMillis);
    }

    /** Slaves that are being served now. One that connects and says nothing is no slave. */
    public int available() {
        return available;
    }

    /** Bytes that the most advanced slave has not reported; -1 when no slave ever did. */
    public long lagBytes() {
        long reached = replicated.get();
        return reached == 0 && available == 0 ? -1 : Math.max(0, log.end() - reached);
    }

    private void run() {
        try {
            while (running) {
                round();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("slaves are not served any more", e);
        } finally {
            connections.forEach(SlaveConnection::close);
            connections.clear();
            available = 0;
            closeQuietly(server);
            closeQuietly(selector);
        }
    }

    private void round() throws IOException {
        sleeping = true;
        if (!running || anyCanSend()) {
            sleeping = false;
            selector.selectNow(this::ready);
        } else {
            selector.select(this::ready, connections.isEmpty() ? 0 : pauseMillis());
            sleeping = false;
        }
        long now = System.nanoTime();
        connections.removeIf(connection -> !goesOn(connection, now));
        int serving = 0;
        for (SlaveConnection connection : connections) {
            serving += connection.serves() ? 1 : 0;
        }
        available = serving;
    }

    /** Often enough to send heartbeats and notice silence in time. */
    private long pauseMillis() {
        int shortest = Math.min(config.getHaSendHeartbeatInterval(), config.getHaHousekeepingInterval());
        return Math.max(1, Math.min(shortest / 4, 1000));
    }

    private boolean anyCanSend() {
        for (SlaveConnection connection : connections) {
            if (connection.canSend()) {
                return true;
            }
        }
        return false;
    }

    private void ready(SelectionKey key) {
        if (key.isAcceptable()) {
            accept();
        } else if (key.isValid() && key.isReadable()) {
            hear((SlaveConnection) key.attachment());
        }
    }

    private void accept() {
        SocketChannel channel = null;
        try {
            channel = server.accept();
            if (channel == null) {
                return;
            }
            if (connections.size() >= MAX_CONNECTIONS) {
                LOG.warn("{} is turned away: there are {} slaves already", channel.getRemoteAddress(), MAX_CONNECTIONS);
                channel.close();
                return;
            }
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            SlaveConnection connection = new SlaveConnection(channel, key, log, config, System.nanoTime());
            key.attach(connection);
            connections.add(connection);
            LOG.info("slave {} is connected", connection);
        } catch (IOException e) {
            LOG.warn("a slave could not be accepted: {}", e.toString());
            closeQuietly(channel);
        }
    }

    private void hear(SlaveConnection connection) {
        try {
            connection.hear(System.nanoTime());
            if (replicated.get() < connection.reported()) {
                replicated.advanceTo(connection.reported());
            }
        } catch (IOException e) {
            drop(connection, e);
        }
    }

    private boolean goesOn(SlaveConnection connection, long nowNanos) {
        if (!connection.isOpen()) {
            return false;
        }
        try {
            connection.turn(nowNanos);
            return true;
        } catch (IOException e) {
            drop(connection, e);
            return false;
        }
    }

    private static void drop(SlaveConnection connection, IOException cause) {
        LOG.warn("the connection of slave {} is closed: {}", connection, cause.getMessage());
        connection.close();
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            LOG.debug("closing: {}", e.toString());
        }
    }
}
