package org.apache.rocketmq.common.filter;

/** What a client-side message filter knows besides the message. */
public class FilterContext {
    private String consumerGroup;

    public FilterContext() {}

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }
}
