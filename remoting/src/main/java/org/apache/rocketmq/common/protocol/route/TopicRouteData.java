package org.apache.rocketmq.common.protocol.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to GET_ROUTEINFO_BY_TOPIC: where the queues of a topic are. */
public class TopicRouteData extends RemotingSerializable {
    /** {@code broker:queues;broker:queues} of an ordered topic; null when not configured. */
    private String orderTopicConf;

    /** Queues per broker name. */
    private List<QueueData> queueDatas = new ArrayList<>();

    /** Addresses per broker name. */
    private List<BrokerData> brokerDatas = new ArrayList<>();

    /** Filter servers per broker address; no 4.9 broker has any. */
    private HashMap<String, List<String>> filterServerTable = new HashMap<>();

    public String getOrderTopicConf() {
        return orderTopicConf;
    }

    public void setOrderTopicConf(String orderTopicConf) {
        this.orderTopicConf = orderTopicConf;
    }

    public List<QueueData> getQueueDatas() {
        return queueDatas;
    }

    public void setQueueDatas(List<QueueData> queueDatas) {
        this.queueDatas = queueDatas;
    }

    public List<BrokerData> getBrokerDatas() {
        return brokerDatas;
    }

    public void setBrokerDatas(List<BrokerData> brokerDatas) {
        this.brokerDatas = brokerDatas;
    }

    public HashMap<String, List<String>> getFilterServerTable() {
        return filterServerTable;
    }

    public void setFilterServerTable(HashMap<String, List<String>> filterServerTable) {
        this.filterServerTable = filterServerTable;
    }

    /** A copy whose lists and maps may be changed without changing this route; the entries are shared. */
    public TopicRouteData cloneTopicRouteData() {
        TopicRouteData copy = new TopicRouteData();
        copy.orderTopicConf = orderTopicConf;
        copy.queueDatas = new ArrayList<>(queueDatas);
        copy.brokerDatas = new ArrayList<>(brokerDatas);
        copy.filterServerTable = new HashMap<>(filterServerTable);
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof TopicRouteData that
                        && Objects.equals(orderTopicConf, that.orderTopicConf)
                        && Objects.equals(queueDatas, that.queueDatas)
                        && Objects.equals(brokerDatas, that.brokerDatas)
                        && Objects.equals(filterServerTable, that.filterServerTable);
    }

    @Override
    public int hashCode() {
        return Objects.hash(orderTopicConf, queueDatas, brokerDatas, filterServerTable);
    }

    @Override
    public String toString() {
        return "TopicRouteData [orderTopicConf=" + orderTopicConf + ", queueDatas=" + queueDatas + ", brokerDatas="
                + brokerDatas + ", filterServerTable=" + filterServerTable + "]";
    }
}
