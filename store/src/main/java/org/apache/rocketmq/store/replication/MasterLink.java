package org.apache.rocketmq.store.replication;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.log.CommitLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the master: connects, says how far the own log is, appends what comes and says so.
 *
 * <p>Owns the thread "ReplicateFromMaster". Thread-safe. Source: replication specification, rules for the slave.
 */
public final class MasterLink {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final int CONNECT_MILLIS = 5_000;
    private static final long SHORTEST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    /** A log that differs seldom mends itself: somebody would have to put files of the master back. */
    private static final long PAUSE_AFTER_DIVERGENCE_MILLIS = 30_000;

    private static final long STOP_MILLIS = 10_000;
    private static final int BUFFER_BYTES = 512 * 1024;
    private static final long NOTHING = -1;

    private final CommitLog log;
    private final MessageStoreConfig config;
    private final ByteBuffer received = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer report = ByteBuffer.allocateDirect(ReplicationFrame.REPORT_BYTES);
    private final Object pause = new Object();
    /** The last offset reported on this connection. Confined to the thread. */
    private long told;

    private volatile boolean running;
    /** {@code host:port}; null while nobody knows the master. */
    private volatile String target;

    private volatile String state = "no master known";
    private Thread thread;
    private volatile Selector selector;

    public MasterLink(CommitLog log, MessageStoreConfig config) {
        this.log = log;
        this.config = config;
    }

    public void start() {
        running = true;
        thread = new Thread(this::run, "ReplicateFromMaster");
        thread.start();
    }

    /** Ends the thread. Harmless when it was not started. */
    public void stop() throws InterruptedException {
        if (thread == null) {
            return;
        }
        running = false;
        wake();
        thread.join(STOP_MILLIS);
        thread = null;
    }

    /** Where the master is, {@code host:port}; holds from the next connect on, an open connection is kept. */
    public void target(String address) {
        if (!address.equals(target)) {
            LOG.info("the master serves its slaves at {}", address);
            target = address;
            synchronized (pause) {
                pause.notifyAll();
            }
        }
    }

    /** The master's address; null while nobody knows it. */
    public String target() {
        return target;
    }

    /** What the link is doing, for people. */
    public String state() {
        return state;
    }

    private void wake() {
        synchronized (pause) {
            pause.notifyAll();
        }
        Selector waiting = selector;
        if (waiting != null) {
            waiting.wakeup();
        }
    }

    private void run() {
        long pauseMillis = SHORTEST_PAUSE_MILLIS;
        while (running) {
            String address = target;
            if (address == null) {
                sleep(LONGEST_PAUSE_MILLIS, null);
                continue;
            }
            long before = log.end();
            try {
                follow(address);
            } catch (Divergence e) {
                tell("refused: " + e.getMessage(), true);
                sleep(PAUSE_AFTER_DIVERGENCE_MILLIS, address);
                continue;
            } catch (IOException | RuntimeException e) {
                tell("not connected to " + address + ": " + e.getMessage(), false);
            }
            pauseMillis = log.end() > before ? SHORTEST_PAUSE_MILLIS : Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
            sleep(pauseMillis, address);
        }
    }

    /** Logs what is new, not what is repeated. */
    private void tell(String news, boolean grave) {
        if (!running || news.equals(state)) {
            return;
        }
        state = news;
        if (grave) {
            LOG.error("replication is {}", news);
        } else {
            LOG.warn("replication is {}", news);
        }
    }

    /** Sleeps until the time is over, the target is another one than {@code address}, or the link is stopped. */
    private void sleep(long millis, String address) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (pause) {
            try {
                while (running && (address == null ? target == null : address.equals(target))) {
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (left <= 0) {
                        return;
                    }
                    pause.wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }

    private void follow(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        if (colon <= 0) {
            throw new IOException("the address '" + address + "' is not host:port");
        }
        try (SocketChannel channel = SocketChannel.open();
                Selector opened = Selector.open()) {
            selector = opened;
            int port = Integer.parseInt(address.substring(colon + 1));
            channel.socket().connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            SelectionKey key = channel.register(opened, SelectionKey.OP_READ);
            received.clear();
            report.clear().limit(0);
            receive(channel, key);
        } finally {
            selector = null;
        }
    }

    private void receive(SocketChannel channel, SelectionKey key) throws IOException {
        ReceivedLog frames = new ReceivedLog(log);
        LOG.info("connected to master {}, this log ends at {}", channel.getRemoteAddress(), log.end());
        state = "connected to " + target;
        long heard = System.nanoTime();
        long toldNanos = heard;
        told = NOTHING;
        report(channel, key, frames.report(), true);
        while (running) {
            key.selector().select(pauseMillis());
            key.selector().selectedKeys().clear();
            long now = System.nanoTime();
            int count = channel.read(received);
            if (count < 0) {
                throw new IOException("closed by the master");
            }
            if (count > 0) {
                heard = now;
                received.flip();
                frames.take(received);
                received.compact();
            } else if (elapsedMillis(heard, now) > config.getHaHousekeepingInterval()) {
                throw new IOException("the master was silent for more than haHousekeepingInterval="
                        + config.getHaHousekeepingInterval() + " ms");
            }
            boolean due = elapsedMillis(toldNanos, now) > config.getHaSendHeartbeatInterval();
            if (report(channel, key, frames.report(), due)) {
                toldNanos = now;
            }
        }
    }

    private long pauseMillis() {
        int shortest = Math.min(config.getHaSendHeartbeatInterval(), config.getHaHousekeepingInterval());
        return Math.max(1, Math.min(shortest / 4, 1000));
    }

    /** Reports an offset that is new or due; false when there was no need. What a full socket left over goes first. */
    private boolean report(SocketChannel channel, SelectionKey key, long offset, boolean due) throws IOException {
        if (report.hasRemaining()) {
            channel.write(report);
        }
        boolean reports = !report.hasRemaining() && (due || offset != told);
        if (reports) {
            report.clear().putLong(0, offset);
            told = offset;
            channel.write(report);
        }
        key.interestOps(report.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        return reports;
    }

    private static long elapsedMillis(long since, long now) {
        return TimeUnit.NANOSECONDS.toMillis(now - since);
    }
}
