package org.apache.rocketmq.namesrv.route;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.protocol.route.BrokerData;

/** broker name -> cluster and addresses, cluster -> broker names. Guarded by the registry's lock. */
final class BrokerTable {
    private record Broker(String cluster, TreeMap<Long, String> addresses) {
        BrokerData toBrokerData(String name) {
            return new BrokerData(cluster, name, new HashMap<>(addresses));
        }
    }

    private final Map<String, Broker> brokers = new LinkedHashMap<>();
    private final Map<String, Set<String>> clusters = new LinkedHashMap<>();

    /**
     * Puts an address under its id; the same address under another id goes away (role change on the same host).
     * 4.9 quirk: an entry keeps its first cluster, while the name is listed under the new one too.
     *
     * @return whether the broker name or the id is new
     */
    boolean put(String cluster, String brokerName, long brokerId, String address) {
        clusters.computeIfAbsent(cluster, name -> new LinkedHashSet<>()).add(brokerName);
        var known = brokers.containsKey(brokerName);
        var addresses = brokers.computeIfAbsent(brokerName, name -> new Broker(cluster, new TreeMap<>()))
                .addresses();
        addresses.entrySet().removeIf(entry -> entry.getValue().equals(address) && entry.getKey() != brokerId);
        return addresses.put(brokerId, address) == null || !known;
    }

    /** @return the master's address, or null */
    String master(String brokerName) {
        var broker = brokers.get(brokerName);
        return broker == null ? null : broker.addresses().get(MixAll.MASTER_ID);
    }

    /** Null when unknown. */
    BrokerData data(String brokerName) {
        var broker = brokers.get(brokerName);
        return broker == null ? null : broker.toBrokerData(brokerName);
    }

    Map<String, BrokerData> all() {
        var all = new HashMap<String, BrokerData>();
        brokers.forEach((name, broker) -> all.put(name, broker.toBrokerData(name)));
        return all;
    }

    Map<String, Set<String>> clusters() {
        var copy = new HashMap<String, Set<String>>();
        clusters.forEach((cluster, names) -> copy.put(cluster, new HashSet<>(names)));
        return copy;
    }

    Set<String> namesOfCluster(String cluster) {
        return clusters.getOrDefault(cluster, Set.of());
    }

    Collection<String> names() {
        return brokers.keySet();
    }

    /** An address of the first broker, the lowest id first; null without brokers. */
    String firstAddress() {
        for (var broker : brokers.values()) {
            if (!broker.addresses().isEmpty()) {
                return broker.addresses().firstEntry().getValue();
            }
        }
        return null;
    }

    /**
     * Takes an id out of a broker name, whatever its address.
     *
     * @param cluster the one whose list loses the name when no address remains
     * @return whether the broker name is gone
     */
    boolean removeId(String cluster, String brokerName, long brokerId) {
        var broker = brokers.get(brokerName);
        if (broker == null) {
            return false;
        }
        broker.addresses().remove(brokerId);
        return dropIfEmpty(cluster, brokerName, broker);
    }

    /** Takes an address out of the broker that has it. @return the broker name when it is gone with it, else null */
    String removeAddress(String address) {
        for (var entry : brokers.entrySet()) {
            var broker = entry.getValue();
            if (broker.addresses().values().remove(address)) {
                var name = entry.getKey();
                return dropIfEmpty(null, name, broker) ? name : null;
            }
        }
        return null;
    }

    /** @param cluster null = whichever lists the name */
    private boolean dropIfEmpty(String cluster, String brokerName, Broker broker) {
        if (!broker.addresses().isEmpty()) {
            return false;
        }
        brokers.remove(brokerName);
        clusters.entrySet()
                .removeIf(entry -> (cluster == null || entry.getKey().equals(cluster))
                        && entry.getValue().remove(brokerName)
                        && entry.getValue().isEmpty());
        return true;
    }
}
