package org.apache.rocketmq.common.protocol.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** The addresses behind one broker name. */
public class BrokerData implements Comparable<BrokerData> {
    /** Cluster name. */
    private String cluster;

    /** Broker name. */
    private String brokerName;

    /** ip:port per broker id; id 0 is the master. */
    private HashMap<Long, String> brokerAddrs;

    public BrokerData() {}

    public BrokerData(String cluster, String brokerName, HashMap<Long, String> brokerAddrs) {
        this.cluster = cluster;
        this.brokerName = brokerName;
        this.brokerAddrs = brokerAddrs;
    }

    public String getCluster() {
        return cluster;
    }

    public void setCluster(String cluster) {
        this.cluster = cluster;
    }

    public String getBrokerName() {
        return brokerName;
    }

    public void setBrokerName(String brokerName) {
        this.brokerName = brokerName;
    }

    public HashMap<Long, String> getBrokerAddrs() {
        return brokerAddrs;
    }

    public void setBrokerAddrs(HashMap<Long, String> brokerAddrs) {
        this.brokerAddrs = brokerAddrs;
    }

    /** The master's address, else that of any slave; null without addresses. */
    public String selectBrokerAddr() {
        String master = brokerAddrs.get(0L);
        if (master != null || brokerAddrs.isEmpty()) {
            return master;
        }
        List<String> slaves = new ArrayList<>(brokerAddrs.values());
        return slaves.get(ThreadLocalRandom.current().nextInt(slaves.size()));
    }

    @Override
    public int compareTo(BrokerData o) {
        return brokerName.compareTo(o.brokerName);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof BrokerData that
                        && Objects.equals(brokerName, that.brokerName)
                        && Objects.equals(brokerAddrs, that.brokerAddrs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(brokerName, brokerAddrs);
    }

    @Override
    public String toString() {
        return "BrokerData [brokerName=" + brokerName + ", brokerAddrs=" + brokerAddrs + "]";
    }
}
