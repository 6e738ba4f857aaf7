package org.apache.rocketmq.namesrv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.namesrv.kvconfig.KvConfig;
import org.apache.rocketmq.namesrv.request.NamesrvRequests;
import org.apache.rocketmq.namesrv.route.RouteRegistry;
import org.apache.rocketmq.remoting.RemotingServer;
import org.apache.rocketmq.remoting.netty.Lane;
import org.apache.rocketmq.remoting.netty.NettyRemotingServer;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A name server: builds its parts, starts and stops them. Several may live in one JVM. {@link #initialize}, {@link #start}
 * and {@link #shutdown} are called once each, in this order, by one thread.
 */
public class NamesrvController {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.NAMESRV_LOGGER_NAME);

    private static final long EXPIRY_FIRST_SECONDS = 5;
    private static final long EXPIRY_PERIOD_SECONDS = 10;
    private static final long KV_LOG_FIRST_MINUTES = 1;
    private static final long KV_LOG_PERIOD_MINUTES = 10;
    private static final long STOP_GRACE_MILLIS = 3_000;

    /** Far more requests than there are brokers: the name server never answers that it is busy. */
    private static final int REQUEST_QUEUE_CAPACITY = 100_000;

    private final NamesrvConfig namesrvConfig;
    private final NettyServerConfig nettyServerConfig;
    private final Settings settings;
    private final KvConfig kvConfig;
    private final RouteRegistry routes;
    private final RemotingServer server;
    private final Lane requestLane;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "NamesrvTimer");
        thread.setDaemon(true);
        return thread;
    });

    public NamesrvController(NamesrvConfig namesrvConfig, NettyServerConfig nettyServerConfig) {
        this(
                namesrvConfig,
                nettyServerConfig,
                NamesrvSettings.of(namesrvConfig, nettyServerConfig),
                System::currentTimeMillis);
    }

    /**
     * @param settings binds the two configuration objects and knows the file that they came from
     * @param nowMillis the clock by which brokers expire
     */
    NamesrvController(
            NamesrvConfig namesrvConfig,
            NettyServerConfig nettyServerConfig,
            Settings settings,
            LongSupplier nowMillis) {
        this.namesrvConfig = namesrvConfig;
        this.nettyServerConfig = nettyServerConfig;
        this.settings = settings;
        kvConfig = new KvConfig(Path.of(namesrvConfig.getKvConfigPath()));
        routes = new RouteRegistry(nowMillis);
        server = new NettyRemotingServer(nettyServerConfig, new BrokerConnections(routes));
        requestLane = new Lane(
                "NamesrvRequest", nettyServerConfig.getServerWorkerThreads(), () -> REQUEST_QUEUE_CAPACITY, () -> 0);
    }

    /** Loads what is persistent and lists the request handlers. @return false when that fails; the log says why */
    public boolean initialize() {
        try {
            kvConfig.load();
        } catch (IOException unreadable) {
            log.error("the KV configuration cannot be loaded, the name server does not start", unreadable);
            return false;
        }
        NamesrvRequests.register(server, requestLane, routes, kvConfig, namesrvConfig, settings);
        timer.scheduleAtFixedRate(this::expireBrokers, EXPIRY_FIRST_SECONDS, EXPIRY_PERIOD_SECONDS, TimeUnit.SECONDS);
        timer.scheduleAtFixedRate(kvConfig::logAll, KV_LOG_FIRST_MINUTES, KV_LOG_PERIOD_MINUTES, TimeUnit.MINUTES);
        return true;
    }

    /**
     * Listens.
     *
     * @throws org.apache.rocketmq.remoting.exception.PortInUseException when the port is taken
     */
    public void start() {
        server.start();
    }

    public void shutdown() {
        server.shutdown();
        try {
            requestLane.stop(STOP_GRACE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
    }

    /** A failure must not end the timer. */
    void expireBrokers() {
        try {
            routes.expire();
        } catch (RuntimeException | Error failed) {
            log.error("expiring silent brokers failed", failed);
        }
    }

    /** The port as bound. */
    public int getListenPort() {
        return server.localListenPort();
    }

    public NamesrvConfig getNamesrvConfig() {
        return namesrvConfig;
    }

    public NettyServerConfig getNettyServerConfig() {
        return nettyServerConfig;
    }

    public RemotingServer getRemotingServer() {
        return server;
    }
}
