package org.apache.rocketmq.client.impl.consumer;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.common.filter.FilterAPI;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;

/**
 * What a consumer reads, by topic. Thread-safe. Source: client behaviour, section 8.5.
 *
 * <p>Brokers refuse pulls whose subscription is newer than the last heartbeat, and accept older ones. So pulls see a change
 * only after it was announced.
 */
final class Subscriptions {
    private final ConcurrentHashMap<String, SubscriptionData> byTopic = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, SubscriptionData> announced = new ConcurrentHashMap<>();

    /** @throws Exception when the expression is malformed */
    void add(String topic, String tags) throws Exception {
        put(FilterAPI.buildSubscriptionData(topic, tags));
    }

    /** A null selector means everything. */
    void add(String topic, MessageSelector selector) throws Exception {
        if (selector == null) {
            add(topic, SubscriptionData.SUB_ALL);
        } else {
            put(FilterAPI.build(topic, selector.getExpression(), selector.getExpressionType()));
        }
    }

    void addClassFilter(String topic, String className, String source) throws Exception {
        SubscriptionData subscription = FilterAPI.buildSubscriptionData(topic, SubscriptionData.SUB_ALL);
        subscription.setSubString(className);
        subscription.setClassFilterMode(true);
        subscription.setFilterClassSource(source);
        put(subscription);
    }

    /** A new topic has no older subscription that pulls could go on with. */
    private void put(SubscriptionData subscription) {
        byTopic.put(subscription.getTopic(), subscription);
        announced.putIfAbsent(subscription.getTopic(), subscription);
    }

    void remove(String topic) {
        byTopic.remove(topic);
        announced.remove(topic);
    }

    /** Gives the subscription a new version, so that brokers take over the next heartbeat's. */
    void renew(String topic) {
        byTopic.computeIfPresent(topic, (name, old) -> {
            SubscriptionData renewed = new SubscriptionData(topic, old.getSubString());
            renewed.setClassFilterMode(old.isClassFilterMode());
            renewed.setTagsSet(old.getTagsSet());
            renewed.setCodeSet(old.getCodeSet());
            renewed.setExpressionType(old.getExpressionType());
            renewed.setFilterClassSource(old.getFilterClassSource());
            return renewed;
        });
    }

    /** To be called after a heartbeat: from now on pulls use what it said. */
    void announced() {
        announced.putAll(byTopic);
    }

    /** The newest subscription, announced or not; null when there is none. */
    SubscriptionData of(String topic) {
        return byTopic.get(topic);
    }

    boolean contains(String topic) {
        return byTopic.containsKey(topic);
    }

    /** A live view of what pulls use. */
    Map<String, SubscriptionData> forPulls() {
        return announced;
    }

    /** A live view. */
    Set<String> topics() {
        return byTopic.keySet();
    }

    Set<SubscriptionData> all() {
        return new HashSet<>(byTopic.values());
    }
}
