package org.apache.rocketmq.broker;

import static org.apache.rocketmq.common.protocol.RequestCode.PULL_MESSAGE;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.admin.ConfigHandler;
import org.apache.rocketmq.broker.admin.ConsumptionHandler;
import org.apache.rocketmq.broker.admin.GroupAdminHandler;
import org.apache.rocketmq.broker.admin.PermissionChange;
import org.apache.rocketmq.broker.admin.RuntimeInfoHandler;
import org.apache.rocketmq.broker.admin.SlaveGuard;
import org.apache.rocketmq.broker.admin.StatsHandler;
import org.apache.rocketmq.broker.admin.TopicAdminHandler;
import org.apache.rocketmq.broker.client.BrokerToClient;
import org.apache.rocketmq.broker.client.ClientHousekeeping;
import org.apache.rocketmq.broker.client.ClientQueryHandler;
import org.apache.rocketmq.broker.client.ClientRelayHandler;
import org.apache.rocketmq.broker.client.ConsumerGroups;
import org.apache.rocketmq.broker.client.HeartbeatHandler;
import org.apache.rocketmq.broker.client.ProducerGroups;
import org.apache.rocketmq.broker.client.RebalanceLockHandler;
import org.apache.rocketmq.broker.client.RebalanceLocks;
import org.apache.rocketmq.broker.delay.DelayOffsetHandler;
import org.apache.rocketmq.broker.delay.DelayOffsets;
import org.apache.rocketmq.broker.delay.DelayedDelivery;
import org.apache.rocketmq.broker.filter.CheckClientHandler;
import org.apache.rocketmq.broker.filter.FilterTable;
import org.apache.rocketmq.broker.filter.SqlFilters;
import org.apache.rocketmq.broker.group.GroupTable;
import org.apache.rocketmq.broker.offset.ConsumerOffsets;
import org.apache.rocketmq.broker.offset.OffsetHandler;
import org.apache.rocketmq.broker.offset.OffsetResetHandler;
import org.apache.rocketmq.broker.pull.LongPolling;
import org.apache.rocketmq.broker.pull.OffsetMovedEvents;
import org.apache.rocketmq.broker.pull.PullHandler;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.query.MessageQueryHandler;
import org.apache.rocketmq.broker.replication.MetadataCopy;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.request.Lanes;
import org.apache.rocketmq.broker.retry.RetryRedirect;
import org.apache.rocketmq.broker.retry.SendBackHandler;
import org.apache.rocketmq.broker.route.NameServers;
import org.apache.rocketmq.broker.send.PutAnswers;
import org.apache.rocketmq.broker.send.ReplyHandler;
import org.apache.rocketmq.broker.send.SendHandler;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.broker.stats.StatsTimer;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.broker.transaction.Transactions;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.remoting.RemotingServer;
import org.apache.rocketmq.remoting.netty.Lane;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyRemotingClient;
import org.apache.rocketmq.remoting.netty.NettyRemotingServer;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.delay.DelayLevels;
import org.apache.rocketmq.store.engine.DefaultMessageStore;
import org.apache.rocketmq.store.engine.StoreEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One broker: builds its parts, starts and stops everything; {@link RequestTable} lists which request goes where. Nothing knows this
 * class but the program's start. {@link #open}, {@link #start} and {@link #stop} are called once each, in this order.
 */
final class Broker {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    /** The fast port lies so far below the main port. */
    private static final int FAST_PORT_DISTANCE = 2;

    private static final long LANE_GRACE_MILLIS = 3_000;
    private static final long LOCK_LEASE_MILLIS = Long.getLong("rocketmq.broker.rebalance.lockMaxLiveTime", 60_000);

    private final BrokerConfig config;
    private final MessageStoreConfig storeConfig;
    private final NettyServerConfig serverConfig;
    private final LongSupplier clock = System::currentTimeMillis;

    private final BrokerTimer timer = new BrokerTimer();
    private final Lanes lanes;
    private final TopicTable topics;
    private final GroupTable groups;
    private final ConsumerOffsets offsets;
    private final FilterTable filters;
    private final MessageStore store;
    private final DelayOffsets delayOffsets;
    private final DelayedDelivery delayedDelivery;
    private final Transactions transactions;
    private final MetadataCopy metadataCopy;
    private final BrokerStats stats;
    private final ConsumerGroups consumers;
    private final LongPolling longPolling;
    private final ClientHousekeeping housekeeping;
    private final RemotingServer server;
    private final NettyRemotingClient outgoing;
    private final NameServers nameServers;
    private boolean opened;

    Broker(
            BrokerConfig config,
            NettyServerConfig serverConfig,
            NettyClientConfig clientConfig,
            MessageStoreConfig storeConfig,
            Settings settings) {
        this.config = config;
        this.storeConfig = storeConfig;
        this.serverConfig = serverConfig;
        int port = serverConfig.getListenPort();
        BooleanRole role = new BooleanRole(storeConfig);
        var identity = new BrokerIdentity(
                config.getBrokerClusterName(),
                config.getBrokerName(),
                config::getBrokerId,
                config.getBrokerIP1(),
                port,
                new InetSocketAddress(config.getBrokerIP1(), port),
                clock.getAsLong());
        Path configFolder = Path.of(storeConfig.getStorePathRootDir(), "config");

        lanes = Lanes.of(config);
        store = new DefaultMessageStore(
                storeConfig, StoreEnvironment.ofMachine().withBindAddress(serverConfig.getBindAddress()));
        topics = new TopicTable(config, configFolder.resolve("topics.json"));
        groups = new GroupTable(config, configFolder.resolve("subscriptionGroup.json"));
        offsets = new ConsumerOffsets(configFolder.resolve("consumerOffset.json"));
        filters =
                new FilterTable(configFolder.resolve("consumerFilter.json"), config::getFilterDataCleanTimeSpan, clock);
        stats = new BrokerStats(identity.clusterName(), config::isEnableDetailStat, clock);
        longPolling = new LongPolling(store, clock);

        var connectionEvents = new LateListener();
        server = new NettyRemotingServer(serverConfig, connectionEvents);
        outgoing = new NettyRemotingClient(clientConfig);
        var toClient = new BrokerToClient(server, config::isNotifyConsumerIdsChangedEnable);
        consumers = new ConsumerGroups(toClient, this::notifiesMembers);
        var producers = new ProducerGroups();
        housekeeping = new ClientHousekeeping(producers, consumers, clock);
        connectionEvents.set(housekeeping);
        nameServers = new NameServers(
                config,
                identity,
                topics,
                outgoing,
                config.getBrokerIP2() + ":" + storeConfig.getHaListenPort(),
                this::masterKnown);
        topics.onChange(nameServers);

        var delayLevels = DelayLevels.parse(storeConfig.getMessageDelayLevel());
        var internalPut = new InternalPut(store, delayLevels);
        delayOffsets = new DelayOffsets(configFolder.resolve("delayOffset.json"));
        delayedDelivery = new DelayedDelivery(store, internalPut, delayLevels, delayOffsets, stats, storeConfig, clock);
        transactions = Transactions.of(
                config, storeConfig, identity, topics, offsets, store, internalPut, producers, toClient, clock);
        metadataCopy = new MetadataCopy(identity.address(), topics, groups, offsets, delayOffsets, outgoing);
        var answers = new PutAnswers(config, storeConfig, identity, () -> DiskShare.of(storeConfig));
        var send = new SendHandler(
                config,
                identity,
                topics,
                store,
                internalPut,
                new RetryRedirect(groups, topics),
                answers,
                stats,
                lanes.send(),
                clock);
        var reply = new ReplyHandler(config, identity, topics, producers, toClient, internalPut, stats, clock);
        var sendBack = new SendBackHandler(config, identity, groups, topics, store, internalPut, stats);
        var pull = new PullHandler(
                config,
                storeConfig,
                identity,
                groups,
                topics,
                consumers,
                new SqlFilters(config, filters),
                offsets,
                longPolling,
                new OffsetMovedEvents(identity, internalPut, clock),
                store,
                stats,
                lanes.pull(),
                clock);
        var heartbeats = new HeartbeatHandler(groups, topics, producers, consumers, filters, clock);
        var locks = new RebalanceLockHandler(new RebalanceLocks(LOCK_LEASE_MILLIS, clock));
        var clients = new ClientQueryHandler(consumers, producers);
        var relay = new ClientRelayHandler(identity, consumers, toClient, store);
        var offset = new OffsetHandler(offsets, store);
        var reset = new OffsetResetHandler(identity, topics, offsets, consumers, toClient, store);
        var query = new MessageQueryHandler(storeConfig, store, consumers);
        var guard = new SlaveGuard(role::slave);
        var topicAdmin = new TopicAdminHandler(config, identity, topics, store, stats, guard);
        var groupAdmin = new GroupAdminHandler(config, groups, offsets, stats, guard);
        var consumption = new ConsumptionHandler(identity, topics, groups, offsets, consumers, store, stats, clock);
        var configAdmin = new ConfigHandler(settings, new PermissionChange(topics, nameServers::registerNow));
        var runtime = new RuntimeInfoHandler(config, identity, store, stats, delayedDelivery, lanes, clock);

        new RequestTable(
                        send,
                        sendBack,
                        reply,
                        pull,
                        transactions,
                        heartbeats,
                        new CheckClientHandler(config),
                        clients,
                        relay,
                        locks,
                        offset,
                        new DelayOffsetHandler(delayOffsets),
                        reset,
                        query,
                        topicAdmin,
                        groupAdmin,
                        consumption,
                        configAdmin,
                        runtime,
                        new StatsHandler(stats))
                .registerOn(server, lanes);
    }

    private boolean notifiesMembers(String group) {
        SubscriptionGroupConfig known = groups.peek(group);
        return known == null || known.isNotifyConsumerIdsChangedEnable();
    }

    /**
     * Loads metadata and messages.
     *
     * @throws IOException when a file cannot be read or the folder is in use; nothing was changed
     */
    void open() throws IOException {
        topics.load();
        groups.load();
        offsets.load();
        filters.load();
        delayOffsets.load();
        store.setArrivalListener(new ArrivalListeners(List.of(longPolling, delayedDelivery)));
        store.open();
        opened = true;
    }

    /**
     * Starts serving; returns when the broker is registered.
     *
     * @throws org.apache.rocketmq.remoting.exception.PortInUseException when a port is taken
     */
    void start() {
        store.start();
        server.start();
        server.bind(fastPort(), Set.of(PULL_MESSAGE));
        outgoing.start();
        if (storeConfig.getBrokerRole() != BrokerRole.SLAVE) {
            delayedDelivery.start();
            transactions.check().start();
        } else {
            metadataCopy.start();
        }
        startTimers();
        nameServers.start();
    }

    private void persistFilters() {
        filters.persist((topic, group) -> consumers.subscription(group, topic) != null);
    }

    /** A slave learns from the name servers where to copy from; a master has none. */
    private void masterKnown(String masterAddress, String haServerAddress) {
        if (storeConfig.getBrokerRole() != BrokerRole.SLAVE) {
            return;
        }
        metadataCopy.masterKnown(masterAddress);
        if (haServerAddress != null && !haServerAddress.isBlank()) {
            store.replicateFrom(haServerAddress);
        }
    }

    private void logLag() {
        long lagBytes = store.slaveLagBytes();
        if (lagBytes >= 0 && storeConfig.getBrokerRole() != BrokerRole.SLAVE) {
            log.info("Slave fall behind master: {} bytes", lagBytes);
        }
    }

    private int fastPort() {
        return serverConfig.getListenPort() == 0 ? 0 : serverConfig.getListenPort() - FAST_PORT_DISTANCE;
    }

    private void startTimers() {
        new StatsTimer(stats, clock).start(timer.executor());
        timer.every(10_000, config.getFlushConsumerOffsetInterval(), "persist consumer offsets", offsets::persist);
        timer.every(10_000, 10_000, "persist conditions of consumers", this::persistFilters);
        timer.every(
                10_000, storeConfig.getFlushDelayOffsetInterval(), "persist delay offsets", delayedDelivery::persist);
        timer.every(1_000, 10, "refuse sends while the page cache is busy", this::refuseSendsWhileBusy);
        timer.every(10_000, 10_000, "drop silent clients", housekeeping::scan);
        timer.every(1_000, 1_000, "end waiting pulls", () -> longPolling.sweep(!config.isLongPollingEnable()));
        timer.every(5_000, 5_000, "look after waiting pulls", () -> longPolling.sweep(true));
        timer.every(10_000, 60_000, "log how far slaves are behind", this::logLag);
        var waterMarks = new WaterMarks(lanes);
        timer.every(10_000, 1_000, "write water marks", waterMarks::write);
    }

    private void refuseSendsWhileBusy() {
        if (config.isBrokerFastFailureEnable()) {
            lanes.send().refuseWhilePageCacheBusy(store::pageCacheBusy);
        }
    }

    /** Stops serving, flushes everything and gives the store's folder back. */
    void stop() {
        server.shutdown();
        timer.stop();
        metadataCopy.stop();
        delayedDelivery.stop();
        transactions.check().stop();
        store.shutdown();
        nameServers.stop();
        lanes.all().forEach(Broker::stop);
        outgoing.shutdown();
        // The files of a folder that could not be opened belong to somebody else.
        if (opened) {
            offsets.persist();
            persistFilters();
        }
        log.info("broker {} is stopped", config.getBrokerName());
    }

    private static void stop(Lane lane) {
        try {
            lane.stop(LANE_GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    MessageStore store() {
        return store;
    }

    /** The main port as bound. */
    int listenPort() {
        return server.localListenPort();
    }

    /** The role as configured now. */
    private record BooleanRole(MessageStoreConfig storeConfig) {
        boolean slave() {
            return storeConfig.getBrokerRole() == BrokerRole.SLAVE;
        }
    }
}
