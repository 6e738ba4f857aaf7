package org.apache.rocketmq.common.protocol.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.common.admin.ConsumeStats;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to GET_BROKER_CONSUME_STATS: the progress of every group on one broker. */
public class ConsumeStatsList extends RemotingSerializable {
    /** One map per group: its name and its progress per topic. */
    private List<Map<String, List<ConsumeStats>>> consumeStatsList = new ArrayList<>();

    /** ip:port of the broker. */
    private String brokerAddr;

    /** Lag over all groups. */
    private long totalDiff;

    public List<Map<String, List<ConsumeStats>>> getConsumeStatsList() {
        return consumeStatsList;
    }

    public void setConsumeStatsList(List<Map<String, List<ConsumeStats>>> consumeStatsList) {
        this.consumeStatsList = consumeStatsList;
    }

    public String getBrokerAddr() {
        return brokerAddr;
    }

    public void setBrokerAddr(String brokerAddr) {
        this.brokerAddr = brokerAddr;
    }

    public long getTotalDiff() {
        return totalDiff;
    }

    public void setTotalDiff(long totalDiff) {
        this.totalDiff = totalDiff;
    }
}
