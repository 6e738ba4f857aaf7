package org.apache.rocketmq.client.impl.factory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.broker.BrokerApi;
import org.apache.rocketmq.client.broker.TopicApi;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.MQAdminImpl;
import org.apache.rocketmq.client.impl.MQClientAPIImpl;
import org.apache.rocketmq.client.impl.MQClientManager;
import org.apache.rocketmq.client.impl.producer.DefaultMQProducerImpl;
import org.apache.rocketmq.client.instance.BrokerRequests;
import org.apache.rocketmq.client.instance.ConsumerPart;
import org.apache.rocketmq.client.instance.Heartbeats;
import org.apache.rocketmq.client.instance.Members;
import org.apache.rocketmq.client.instance.ProducerPart;
import org.apache.rocketmq.client.instance.RebalanceLoop;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.request.PendingRequests;
import org.apache.rocketmq.client.route.RouteTable;
import org.apache.rocketmq.client.route.TopicRoute;
import org.apache.rocketmq.client.stat.ConsumerStatsManager;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.ServiceState;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.namesrv.TopAddressing;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.RPCHook;
import org.apache.rocketmq.remoting.RemotingClient;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyRemotingClient;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that the facades with one client id share: connections, routes, heartbeats, timers, the inner producer.
 *
 * <p>Owns the timer thread; its parts own theirs. Thread-safe; starting and stopping are guarded by {@code this}. Source:
 * client behaviour, section 3.
 */
public class MQClientInstance {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long DISCOVERY_PERIOD_MILLIS = 120_000;

    private final MQClientManager registry;
    private final ClientConfig config;
    private final String clientId;
    private final RemotingClient remoting;
    private final BrokerApi brokerApi;
    private final TopicApi topicApi;
    private final Members members = new Members();
    private final RouteTable routes;
    private final Heartbeats heartbeats;
    private final RebalanceLoop rebalanceLoop = new RebalanceLoop(members);
    private final PendingRequests pendingRequests = new PendingRequests();
    private final ConsumerStatsManager consumerStatsManager = new ConsumerStatsManager();
    private final ScheduledExecutorService timer;
    // Dashboards look for this name by reflection.
    private final MQClientAPIImpl mQClientAPIImpl;
    private final MQAdminImpl mQAdminImpl;
    private final DefaultMQProducer defaultMQProducer;
    // Guarded by this.
    private ServiceState state = ServiceState.CREATE_JUST;
    private String discoveredNameServers;

    /** Takes over {@code config}; {@code hook} may be null. */
    public MQClientInstance(MQClientManager registry, ClientConfig config, String clientId, RPCHook hook) {
        System.setProperty(RemotingCommand.REMOTING_VERSION_KEY, Integer.toString(MQVersion.CURRENT_VERSION));
        this.registry = registry;
        this.config = config;
        this.clientId = clientId;
        NettyClientConfig netty = new NettyClientConfig();
        netty.setClientCallbackExecutorThreads(config.getClientCallbackExecutorThreads());
        netty.setUseTLS(config.isUseTLS());
        this.remoting = new NettyRemotingClient(netty);
        if (config.isEnableStreamRequestType()) {
            remoting.registerRPCHook(new StreamRequestHook());
        }
        if (hook != null) {
            remoting.registerRPCHook(hook);
        }
        new BrokerRequests(members, rebalanceLoop, pendingRequests).register(remoting);
        this.brokerApi = new BrokerApi(remoting, config.isVipChannelEnabled());
        this.topicApi = new TopicApi(remoting, config.isVipChannelEnabled());
        this.routes = new RouteTable(topic -> topicApi.route(topic, config.getMqClientApiTimeout()), members);
        this.heartbeats = new Heartbeats(
                clientId, config.getLanguage(), config.getMqClientApiTimeout(), members, routes.brokers(), brokerApi);
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ClientTimer_" + clientId);
            thread.setDaemon(true);
            return thread;
        });
        this.mQClientAPIImpl = new MQClientAPIImpl(remoting, brokerApi, topicApi);
        this.mQAdminImpl = new MQAdminImpl(this);
        this.defaultMQProducer = new DefaultMQProducer(MixAll.CLIENT_INNER_PRODUCER_GROUP);
        this.defaultMQProducer.resetClientConfig(config);
        if (config.getNamesrvAddr() != null) {
            updateNameServers(config.getNamesrvAddr());
        }
    }

    /** Starts on the first call; a running instance is left as it is. */
    public synchronized void start() throws MQClientException {
        switch (state) {
            case CREATE_JUST -> {
                state = ServiceState.START_FAILED;
                if (config.getNamesrvAddr() == null) {
                    discoverNameServers();
                }
                remoting.start();
                startTimers();
                innerProducer().start(this);
                state = ServiceState.RUNNING;
                LOG.info("client instance {} started", clientId);
            }
            case START_FAILED ->
                throw new MQClientException(
                        "The Factory object[" + clientId + "] has been created before, and failed.", null);
            default -> {}
        }
    }

    // Deprecated for applications only.
    @SuppressWarnings("deprecation")
    private DefaultMQProducerImpl innerProducer() {
        return defaultMQProducer.getDefaultMQProducerImpl();
    }

    private void startTimers() {
        if (config.getNamesrvAddr() == null) {
            every(DISCOVERY_PERIOD_MILLIS, 10_000, "name server discovery", this::discoverNameServers);
        }
        every(config.getPollNameServerInterval(), 10, "route refresh", this::refreshRoutes);
        every(config.getHeartbeatBrokerInterval(), 1_000, "heartbeat", () -> {
            routes.dropOfflineBrokers();
            heartbeats.send();
        });
        every(config.getPersistConsumerOffsetInterval(), 10_000, "offset persistence", () -> members.consumers()
                .forEach(ConsumerPart::persistOffsets));
        every(1_000, 3_000, "expiry of requests", () -> pendingRequests.expire(remoting.getCallbackExecutor()));
    }

    private void every(long periodMillis, long firstAfterMillis, String what, Runnable work) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                // The timer would never run this task again if the exception got out.
                LOG.error("{} of client instance {} failed", what, clientId, e);
            }
        };
        timer.scheduleAtFixedRate(guarded, firstAfterMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    private void refreshRoutes() {
        members.producers().forEach(producer -> routes.publish(producer.templateTopic()));
        routes.refreshAll(members.subscribedTopics());
    }

    private synchronized void discoverNameServers() {
        String found = new TopAddressing(MixAll.getWSAddr(), config.getUnitName()).fetchNSAddr();
        if (found != null && !found.isEmpty() && !found.equals(discoveredNameServers)) {
            LOG.info("name servers discovered: {} instead of {}", found, discoveredNameServers);
            discoveredNameServers = found;
            updateNameServers(found);
        }
    }

    /** Replaces the name server list: {@code host:port} separated by semicolons. */
    public void updateNameServers(String addresses) {
        remoting.updateNameServerAddressList(new ArrayList<>(Arrays.asList(addresses.split(";"))));
    }

    /** Stops everything if no consumer, no admin client and only the inner producer is left; else does nothing. */
    public void shutdown() {
        synchronized (this) {
            if (!members.onlyInnerProducerLeft() || state != ServiceState.RUNNING) {
                return;
            }
            state = ServiceState.SHUTDOWN_ALREADY;
        }
        innerProducer().leave();
        timer.shutdownNow();
        rebalanceLoop.stop();
        remoting.shutdown();
        pendingRequests.stop();
        registry.removeClientFactory(clientId);
        LOG.info("client instance {} stopped", clientId);
    }

    /** False when this instance already has a producer of that group. */
    public boolean registerProducer(ProducerPart producer) {
        return members.add(producer);
    }

    public void unregisterProducer(String group) {
        members.removeProducer(group);
        heartbeats.unregister(group, null);
    }

    /** False when this instance already has a consumer of that group. Starts the rebalance thread. */
    public boolean registerConsumer(ConsumerPart consumer) {
        boolean added = members.add(consumer);
        if (added) {
            rebalanceLoop.start();
        }
        return added;
    }

    public void unregisterConsumer(String group) {
        members.removeConsumer(group);
        heartbeats.unregister(null, group);
    }

    /** False when this instance already has an admin client of that group. Admin groups send no heartbeats. */
    public boolean registerAdminExt(String group) {
        return members.addAdmin(group);
    }

    public void unregisterAdminExt(String group) {
        members.removeAdmin(group);
    }

    /**
     * The members of a consumer group, asked from one random broker of the topic; null when there is none or it does not
     * answer.
     */
    public List<String> findConsumerIdList(String topic, String group) {
        String address = randomBroker(topic);
        if (address == null) {
            routes.refresh(topic);
            address = randomBroker(topic);
        }
        if (address == null) {
            return null;
        }
        try {
            return brokerApi.consumerIds(address, group, config.getMqClientApiTimeout());
        } catch (RemotingException | MQBrokerException e) {
            LOG.warn("member list of group {} from broker {} failed: {}", group, address, e.toString());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** The address of a random broker of the topic's cached route, its master if known; null without a route. */
    public String randomBroker(String topic) {
        TopicRoute route = routes.find(topic);
        if (route == null || route.data().getBrokerDatas().isEmpty()) {
            return null;
        }
        List<BrokerData> brokers = route.data().getBrokerDatas();
        return brokers.get(ThreadLocalRandom.current().nextInt(brokers.size())).selectBrokerAddr();
    }

    /** The master of a broker; an unknown broker makes the topic's route be refreshed once. Null if it stays unknown. */
    public String masterOf(String brokerName, String topic) {
        String address = routes.brokers().master(brokerName);
        if (address == null) {
            routes.refresh(topic);
            address = routes.brokers().master(brokerName);
        }
        return address;
    }

    /** Makes the brokers of {@code topic} know this client, so that they can send to it, unless its route is known. */
    public void introduceTo(String topic) {
        if (routes.find(topic) == null) {
            routes.refresh(topic);
            heartbeats.send();
        }
    }

    public String getClientId() {
        return clientId;
    }

    /** The settings as they were when the first facade started. */
    public ClientConfig getClientConfig() {
        return config;
    }

    public RouteTable routes() {
        return routes;
    }

    public BrokerApi brokerApi() {
        return brokerApi;
    }

    public TopicApi topicApi() {
        return topicApi;
    }

    public Heartbeats heartbeats() {
        return heartbeats;
    }

    public RebalanceLoop rebalanceLoop() {
        return rebalanceLoop;
    }

    public PendingRequests pendingRequests() {
        return pendingRequests;
    }

    public RemotingClient remoting() {
        return remoting;
    }

    public MQClientAPIImpl getMQClientAPIImpl() {
        return mQClientAPIImpl;
    }

    public MQAdminImpl getMQAdminImpl() {
        return mQAdminImpl;
    }

    /** The counters of this instance's consumers. */
    public ConsumerStatsManager getConsumerStatsManager() {
        return consumerStatsManager;
    }

    /** The instance's own producer, group {@code CLIENT_INNER_PRODUCER}. */
    public DefaultMQProducer getDefaultMQProducer() {
        return defaultMQProducer;
    }
}
