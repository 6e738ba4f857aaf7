package org.apache.rocketmq.common.protocol.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to GET_BROKER_CLUSTER_INFO. */
public class ClusterInfo extends RemotingSerializable {
    /** Addresses per broker name. */
    private HashMap<String, BrokerData> brokerAddrTable = new HashMap<>();

    /** Broker names per cluster. */
    private HashMap<String, Set<String>> clusterAddrTable = new HashMap<>();

    public HashMap<String, BrokerData> getBrokerAddrTable() {
        return brokerAddrTable;
    }

    public void setBrokerAddrTable(HashMap<String, BrokerData> brokerAddrTable) {
        this.brokerAddrTable = brokerAddrTable;
    }

    public HashMap<String, Set<String>> getClusterAddrTable() {
        return clusterAddrTable;
    }

    public void setClusterAddrTable(HashMap<String, Set<String>> clusterAddrTable) {
        this.clusterAddrTable = clusterAddrTable;
    }

    /** Addresses of every master and slave of a cluster; empty when it is unknown. */
    public String[] retrieveAllAddrByCluster(String cluster) {
        List<String> addresses = new ArrayList<>();
        for (String brokerName : clusterAddrTable.getOrDefault(cluster, Set.of())) {
            BrokerData broker = brokerAddrTable.get(brokerName);
            if (broker != null) {
                addresses.addAll(broker.getBrokerAddrs().values());
            }
        }
        return addresses.toArray(new String[0]);
    }

    public String[] retrieveAllClusterNames() {
        return clusterAddrTable.keySet().toArray(new String[0]);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof ClusterInfo that
                        && Objects.equals(brokerAddrTable, that.brokerAddrTable)
                        && Objects.equals(clusterAddrTable, that.clusterAddrTable);
    }

    @Override
    public int hashCode() {
        return Objects.hash(brokerAddrTable, clusterAddrTable);
    }
}
