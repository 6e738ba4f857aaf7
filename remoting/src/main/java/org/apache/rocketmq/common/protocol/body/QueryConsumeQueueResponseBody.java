package org.apache.rocketmq.common.protocol.body;

import java.util.List;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to QUERY_CONSUME_QUEUE. */
public class QueryConsumeQueueResponseBody extends RemotingSerializable {
    /** Subscription of the asked group; null when it has none. */
    private SubscriptionData subscriptionData;

    /** Its compiled filter as text; null without one. */
    private String filterData;

    /** The entries. */
    private List<ConsumeQueueData> queueData;

    /** Index after the last entry of the queue. */
    private long maxQueueIndex;

    /** Index of the first entry of the queue. */
    private long minQueueIndex;

    public SubscriptionData getSubscriptionData() {
        return subscriptionData;
    }

    public void setSubscriptionData(SubscriptionData subscriptionData) {
        this.subscriptionData = subscriptionData;
    }

    public String getFilterData() {
        return filterData;
    }

    public void setFilterData(String filterData) {
        this.filterData = filterData;
    }

    public List<ConsumeQueueData> getQueueData() {
        return queueData;
    }

    public void setQueueData(List<ConsumeQueueData> queueData) {
        this.queueData = queueData;
    }

    public long getMaxQueueIndex() {
        return maxQueueIndex;
    }

    public void setMaxQueueIndex(long maxQueueIndex) {
        this.maxQueueIndex = maxQueueIndex;
    }

    public long getMinQueueIndex() {
        return minQueueIndex;
    }

    public void setMinQueueIndex(long minQueueIndex) {
        this.minQueueIndex = minQueueIndex;
    }
}
