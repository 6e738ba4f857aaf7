package org.apache.rocketmq.broker.filter;

import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode;

/** The answer of a broker on which {@code enablePropertyFilter} is off: only tags filter. */
public final class TagsOnly implements PullFilters {
    @Override
    public Choice filterOf(String group, SubscriptionData subscription, boolean carried, long requestSubVersion) {
        return Choice.refused(
                RemotingSysResponseCode.SYSTEM_ERROR,
                "The broker does not support consumer to filter message by " + subscription.getExpressionType());
    }
}
