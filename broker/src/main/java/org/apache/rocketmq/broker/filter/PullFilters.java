package org.apache.rocketmq.broker.filter;

import org.apache.rocketmq.broker.request.Refusal;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.store.RecordFilter;

/** Makes the filter of a pull from a subscription that is not a tag expression. Thread-safe. */
public interface PullFilters {
    /** Either a filter or why there is none. */
    record Choice(RecordFilter filter, Refusal refusal) {
        public static Choice of(RecordFilter filter) {
            return new Choice(filter, null);
        }

        public static Choice refused(int code, String remark) {
            return new Choice(null, new Refusal(code, remark));
        }
    }

    /**
     * @param group of the consumer that pulls
     * @param subscription what it subscribes; its expression type is not TAG
     * @param carried whether the request itself carried the expression, rather than a heartbeat before
     * @param requestSubVersion version of the subscription the client pulls with
     */
    Choice filterOf(String group, SubscriptionData subscription, boolean carried, long requestSubVersion);

    /** The filter of a pull from the group's retry topic, given the one by tags. */
    RecordFilter ofRetries(String group, RecordFilter tags);
}
