package org.apache.rocketmq.namesrv.route;

import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.common.protocol.body.TopicList;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The route tables of a name server. Each operation is atomic. Thread-safe: one read-write lock over all tables, never
 * held while bytes are read or written. Source: name server behaviour, state, registration, expiry, queries.
 */
public final class RouteRegistry {
    /** A broker that says nothing for so long is gone. */
    public static final long BROKER_EXPIRY_MILLIS = 120_000;

    private static final Logger log = LoggerFactory.getLogger(LoggerName.NAMESRV_LOGGER_NAME);

    private final LongSupplier nowMillis;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final TopicTable topics = new TopicTable();
    private final BrokerTable brokers = new BrokerTable();
    private final LiveBrokers live = new LiveBrokers();
    private final Map<String, List<String>> filterServers = new HashMap<>();

    public RouteRegistry(LongSupplier nowMillis) {
        this.nowMillis = nowMillis;
    }

    /**
     * Takes over a broker's registration. A topic that is not in it stays (deleting is a request of its own); only
     * masters contribute topics, and only when their data version or their place in the tables is new.
     */
    public MasterAddresses register(Registration broker, Channel connection) {
        return write(() -> {
            var isNew = brokers.put(broker.clusterName(), broker.brokerName(), broker.brokerId(), broker.brokerAddr());
            var isMaster = broker.brokerId() == MixAll.MASTER_ID;
            if (isMaster && (isNew || live.isChanged(broker.brokerAddr(), broker.version()))) {
                for (var topic : broker.topics()) {
                    topics.put(topic.getTopicName(), broker.brokerName(), TopicQueues.of(topic));
                }
            }
            var known = live.get(broker.brokerAddr()) != null;
            live.put(
                    broker.brokerAddr(),
                    new LiveBrokers.Live(nowMillis.getAsLong(), broker.version(), connection, broker.haServerAddr()));
            if (!known) {
                log.info(
                        "new broker registered, {} of {} HAServer: {}",
                        broker.brokerAddr(),
                        broker.brokerName(),
                        broker.haServerAddr());
            }
            setFilterServers(broker);
            return isMaster ? MasterAddresses.NONE : masterOf(broker.brokerName());
        });
    }

    private void setFilterServers(Registration broker) {
        if (broker.filterServers() == null) {
            return;
        }
        if (broker.filterServers().isEmpty()) {
            filterServers.remove(broker.brokerAddr());
        } else {
            filterServers.put(broker.brokerAddr(), List.copyOf(broker.filterServers()));
        }
    }

    private MasterAddresses masterOf(String brokerName) {
        var master = brokers.master(brokerName);
        var liveMaster = master == null ? null : live.get(master);
        return liveMaster == null ? MasterAddresses.NONE : new MasterAddresses(master, liveMaster.haServerAddr());
    }

    /** Whether the broker has to register again; an unchanged version counts as a sign of life. */
    public boolean isChanged(String brokerAddr, DataVersion version) {
        return write(() -> {
            var changed = live.isChanged(brokerAddr, version);
            if (!changed) {
                live.touch(brokerAddr, nowMillis.getAsLong());
            }
            return changed;
        });
    }

    /** What the broker registered last; empty when it does not live. */
    public Optional<DataVersion> version(String brokerAddr) {
        return read(() -> Optional.ofNullable(live.get(brokerAddr)).map(LiveBrokers.Live::version));
    }

    /** A broker takes itself out; its name and topics go with its last address. */
    public void unregister(String clusterName, String brokerName, String brokerAddr, long brokerId) {
        write(() -> {
            live.remove(brokerAddr);
            filterServers.remove(brokerAddr);
            if (brokers.removeId(clusterName, brokerName, brokerId)) {
                topics.removeBroker(brokerName);
            }
            return null;
        });
        log.info("unregister broker, {} {} id {} of cluster {}", brokerName, brokerAddr, brokerId, clusterName);
    }

    /** Takes out the brokers that registered last on this connection: one, or none for a client. */
    public void connectionLost(Channel connection) {
        var lost = write(() -> {
            var addresses = live.addressesOf(connection);
            addresses.forEach(this::remove);
            return addresses;
        });
        if (!lost.isEmpty()) {
            log.info("the broker's connection is gone, it is removed: {}", lost);
        }
    }

    /** Takes out brokers that were silent for {@link #BROKER_EXPIRY_MILLIS} and closes their connections. */
    public void expire() {
        var expired = write(() -> {
            var connections = new ArrayList<Channel>();
            for (var address : live.silentSince(nowMillis.getAsLong() - BROKER_EXPIRY_MILLIS)) {
                log.warn("the broker was silent for {} ms, it is removed: {}", BROKER_EXPIRY_MILLIS, address);
                connections.add(live.get(address).connection());
                remove(address);
            }
            return connections;
        });
        expired.forEach(Channel::close);
    }

    private void remove(String brokerAddr) {
        live.remove(brokerAddr);
        filterServers.remove(brokerAddr);
        var goneName = brokers.removeAddress(brokerAddr);
        if (goneName != null) {
            topics.removeBroker(goneName);
        }
    }

    /** Brokers and queues of a topic; empty when no known broker has it. */
    public Optional<TopicRouteData> route(String topic) {
        return read(() -> {
            var route = new TopicRouteData();
            topics.brokersOf(topic).forEach((brokerName, queues) -> {
                route.getQueueDatas().add(queues.toQueueData(brokerName));
                var broker = brokers.data(brokerName);
                if (broker != null) {
                    route.getBrokerDatas().add(broker);
                    for (var address : broker.getBrokerAddrs().values()) {
                        if (filterServers.containsKey(address)) {
                            route.getFilterServerTable().put(address, filterServers.get(address));
                        }
                    }
                }
            });
            return route.getBrokerDatas().isEmpty() ? Optional.empty() : Optional.of(route);
        });
    }

    public ClusterInfo clusterInfo() {
        return read(() -> {
            var info = new ClusterInfo();
            info.setBrokerAddrTable(new HashMap<>(brokers.all()));
            info.setClusterAddrTable(new HashMap<>(brokers.clusters()));
            return info;
        });
    }

    public Set<String> topics() {
        return read(topics::names);
    }

    public Set<String> topicsOfCluster(String cluster) {
        return read(() -> {
            var names = brokers.namesOfCluster(cluster);
            return topics.namesHavingBroker(names::contains);
        });
    }

    public Set<String> topicsBySysFlag(IntPredicate topicSysFlag) {
        return read(() -> topics.namesBySysFlag(topicSysFlag));
    }

    /** The topics that every cluster and broker has by its own name, and a broker to ask for the rest. */
    public TopicList systemTopics() {
        return read(() -> {
            var names = new HashSet<>(brokers.names());
            names.addAll(brokers.clusters().keySet());
            var list = new TopicList();
            list.setTopicList(names);
            list.setBrokerAddr(brokers.firstAddress());
            return list;
        });
    }

    /** @param cluster null or empty = everywhere */
    public void deleteTopic(String topic, String cluster) {
        write(() -> {
            if (cluster == null || cluster.isEmpty()) {
                topics.remove(topic);
            } else {
                topics.remove(topic, brokers.namesOfCluster(cluster));
            }
            return null;
        });
        log.info("delete topic {} in cluster {}", topic, cluster);
    }

    /** Stops producers from choosing a broker, until its data version changes. @return topics that it has */
    public int wipeWritePerm(String brokerName) {
        return change(brokerName, TopicQueues::withoutWritePerm);
    }

    /** @return topics that the broker has */
    public int addWritePerm(String brokerName) {
        return change(brokerName, TopicQueues::readableAndWritable);
    }

    private int change(String brokerName, UnaryOperator<TopicQueues> change) {
        return write(() -> topics.change(brokerName, change));
    }

    private <R> R read(Supplier<R> action) {
        return locked(lock.readLock(), action);
    }

    private <R> R write(Supplier<R> action) {
        return locked(lock.writeLock(), action);
    }

    private static <R> R locked(Lock held, Supplier<R> action) {
        held.lock();
        try {
            return action.get();
        } finally {
            held.unlock();
        }
    }
}
