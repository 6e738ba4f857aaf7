package org.apache.rocketmq.tools.command.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.protocol.body.ClusterInfo;
import org.apache.rocketmq.common.protocol.route.BrokerData;

/** Addresses in what a name server tells about clusters. Brokers come sorted by name. Stateless. */
public final class Clusters {
    /** Printed without a line end when a cluster is unknown; scripts look for it. */
    public static final String UNKNOWN =
            "[error] Make sure the specified clusterName exists or the name server connected to is correct.";

    private Clusters() {}

    /** The brokers of a cluster; null when the cluster is unknown. */
    public static List<BrokerData> brokers(ClusterInfo clusters, String name) {
        Set<String> members = clusters.getClusterAddrTable().get(name);
        if (members == null) {
            return null;
        }
        List<BrokerData> brokers = new ArrayList<>();
        for (String member : new TreeSet<>(members)) {
            BrokerData broker = clusters.getBrokerAddrTable().get(member);
            if (broker != null) {
                brokers.add(broker);
            }
        }
        return brokers;
    }

    /** The address with broker id 0 of each broker that has one. */
    public static Set<String> masters(List<BrokerData> brokers) {
        Set<String> addresses = new LinkedHashSet<>();
        for (BrokerData broker : brokers) {
            String master = broker.getBrokerAddrs().get(MixAll.MASTER_ID);
            if (master != null) {
                addresses.add(master);
            }
        }
        return addresses;
    }

    public static Set<String> mastersAndSlaves(List<BrokerData> brokers) {
        Set<String> addresses = new LinkedHashSet<>();
        brokers.forEach(broker -> addresses.addAll(broker.getBrokerAddrs().values()));
        return addresses;
    }

    /** The addresses of the slaves by that of their master; brokers without a master are left out. */
    public static Map<String, List<String>> slavesByMaster(List<BrokerData> brokers) {
        Map<String, List<String>> slaves = new LinkedHashMap<>();
        for (BrokerData broker : brokers) {
            String master = broker.getBrokerAddrs().get(MixAll.MASTER_ID);
            if (master != null) {
                List<String> others = new ArrayList<>(broker.getBrokerAddrs().values());
                others.remove(master);
                slaves.put(master, others);
            }
        }
        return slaves;
    }

    /** The name of the broker that owns an address; null when there is none. */
    public static String brokerName(ClusterInfo clusters, String address) {
        for (BrokerData broker : clusters.getBrokerAddrTable().values()) {
            if (broker.getBrokerAddrs().containsValue(address)) {
                return broker.getBrokerName();
            }
        }
        return null;
    }
}
