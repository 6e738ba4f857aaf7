package org.apache.rocketmq.namesrv.route;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** topic -> broker name -> queues. No topic is empty. Guarded by the registry's lock. */
final class TopicTable {
    private final Map<String, Map<String, TopicQueues>> topics = new HashMap<>();

    void put(String topic, String brokerName, TopicQueues queues) {
        topics.computeIfAbsent(topic, name -> new HashMap<>(4)).put(brokerName, queues);
    }

    /** Broker name -> queues; empty when the topic is unknown. */
    Map<String, TopicQueues> brokersOf(String topic) {
        return topics.getOrDefault(topic, Map.of());
    }

    void remove(String topic) {
        topics.remove(topic);
    }

    void remove(String topic, Set<String> brokerNames) {
        var brokers = topics.get(topic);
        if (brokers != null) {
            brokers.keySet().removeAll(brokerNames);
            if (brokers.isEmpty()) {
                topics.remove(topic);
            }
        }
    }

    void removeBroker(String brokerName) {
        topics.values().removeIf(brokers -> brokers.remove(brokerName) != null && brokers.isEmpty());
    }

    /** Changes every topic's queues on one broker name. @return how many topics it has */
    int change(String brokerName, UnaryOperator<TopicQueues> change) {
        int changed = 0;
        for (var brokers : topics.values()) {
            if (brokers.computeIfPresent(brokerName, (name, queues) -> change.apply(queues)) != null) {
                changed++;
            }
        }
        return changed;
    }

    Set<String> names() {
        return new HashSet<>(topics.keySet());
    }

    Set<String> namesHavingBroker(Predicate<String> brokerName) {
        var names = new HashSet<String>();
        topics.forEach((topic, brokers) -> {
            if (brokers.keySet().stream().anyMatch(brokerName)) {
                names.add(topic);
            }
        });
        return names;
    }

    /** 4.9 quirk: the flag of one broker, whichever comes first, stands for the topic. */
    Set<String> namesBySysFlag(IntPredicate topicSysFlag) {
        var names = new HashSet<String>();
        topics.forEach((topic, brokers) -> {
            if (topicSysFlag.test(brokers.values().iterator().next().topicSysFlag())) {
                names.add(topic);
            }
        });
        return names;
    }
}
