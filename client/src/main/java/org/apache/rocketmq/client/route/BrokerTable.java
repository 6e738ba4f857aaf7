package org.apache.rocketmq.client.route;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.protocol.route.BrokerData;

/** Broker nodes by name and id, as the cached routes know them. Thread-safe; lookups take no lock. */
public final class BrokerTable {
    private final ConcurrentHashMap<String, Map<Long, String>> addresses = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> versions = new ConcurrentHashMap<>();

    /** The master's address, or null when the broker or its master is unknown. */
    public String master(String brokerName) {
        Map<Long, String> nodes = addresses.get(brokerName);
        return nodes == null ? null : nodes.get(MixAll.MASTER_ID);
    }

    /**
     * The node with {@code brokerId}; if it is absent the next id (for slaves), else any node, unless
     * {@code onlyThisNode}. Null when nothing fits. Source: client behaviour, section 3.5.
     */
    public BrokerAddress find(String brokerName, long brokerId, boolean onlyThisNode) {
        Map<Long, String> nodes = addresses.get(brokerName);
        if (nodes == null || nodes.isEmpty()) {
            return null;
        }
        long id = brokerId;
        String address = nodes.get(id);
        if (address == null && brokerId != MixAll.MASTER_ID) {
            id = brokerId + 1;
            address = nodes.get(id);
        }
        if (address == null && !onlyThisNode) {
            Map.Entry<Long, String> any = nodes.entrySet().iterator().next();
            id = any.getKey();
            address = any.getValue();
        }
        return address == null ? null : new BrokerAddress(address, id != MixAll.MASTER_ID, version(address));
    }

    /** Version ordinal of the last heartbeat answer of {@code address}, 0 when unknown. */
    public int version(String address) {
        return versions.getOrDefault(address, 0);
    }

    public void learnVersion(String address, int version) {
        versions.put(address, version);
    }

    /** All nodes: broker name to (id to address), ids ascending. A live view; the inner maps are immutable. */
    public Map<String, Map<Long, String>> all() {
        return addresses;
    }

    /** Replaces the nodes of the named brokers. */
    void learn(Collection<BrokerData> brokers) {
        for (BrokerData broker : brokers) {
            addresses.put(broker.getBrokerName(), new TreeMap<>(broker.getBrokerAddrs()));
        }
    }

    /** Forgets nodes whose address appears in none of {@code routes}. */
    void retain(Collection<TopicRoute> routes) {
        Set<String> used = new HashSet<>();
        for (TopicRoute route : routes) {
            for (BrokerData broker : route.data().getBrokerDatas()) {
                used.addAll(broker.getBrokerAddrs().values());
            }
        }
        for (String brokerName : addresses.keySet()) {
            addresses.computeIfPresent(brokerName, (name, nodes) -> {
                Map<Long, String> kept = new TreeMap<>(nodes);
                kept.values().retainAll(used);
                return kept.isEmpty() ? null : kept;
            });
        }
        versions.keySet().retainAll(used);
    }
}
