package org.apache.rocketmq.client.impl.consumer;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.common.filter.FilterAPI;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;

/** What a consumer reads, by topic. Thread-safe. Source: client behaviour, section 8.5. */
final class Subscriptions {
    private final ConcurrentHashMap<String, SubscriptionData> byTopic = new ConcurrentHashMap<>();

    /** @throws Exception when the expression is malformed */
    void add(String topic, String tags) throws Exception {
        byTopic.put(topic, FilterAPI.buildSubscriptionData(topic, tags));
    }

    /** A null selector means everything. */
    void add(String topic, MessageSelector selector) throws Exception {
        if (selector == null) {
            add(topic, SubscriptionData.SUB_ALL);
        } else {
            byTopic.put(topic, FilterAPI.build(topic, selector.getExpression(), selector.getExpressionType()));
        }
    }

    void addClassFilter(String topic, String className, String source) throws Exception {
        SubscriptionData subscription = FilterAPI.buildSubscriptionData(topic, SubscriptionData.SUB_ALL);
        subscription.setSubString(className);
        subscription.setClassFilterMode(true);
        subscription.setFilterClassSource(source);
        byTopic.put(topic, subscription);
    }

    void remove(String topic) {
        byTopic.remove(topic);
    }

    SubscriptionData of(String topic) {
        return byTopic.get(topic);
    }

    boolean contains(String topic) {
        return byTopic.containsKey(topic);
    }

    /** A live view. */
    Map<String, SubscriptionData> map() {
        return byTopic;
    }

    /** A live view. */
    Set<String> topics() {
        return byTopic.keySet();
    }

    Set<SubscriptionData> all() {
        return new HashSet<>(byTopic.values());
    }
}
