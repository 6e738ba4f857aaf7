package org.apache.rocketmq.client.instance;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.route.RouteListener;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumerData;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.common.protocol.heartbeat.ProducerData;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;

/** The producer, consumer and admin groups of one instance, each at most once. Thread-safe. */
public final class Members implements RouteListener {
    private final Map<String, ProducerPart> producers = new ConcurrentHashMap<>();
    private final Map<String, ConsumerPart> consumers = new ConcurrentHashMap<>();
    private final Set<String> admins = ConcurrentHashMap.newKeySet();

    /** False when the group is taken. */
    public boolean add(ProducerPart producer) {
        return producers.putIfAbsent(producer.group(), producer) == null;
    }

    public boolean add(ConsumerPart consumer) {
        return consumers.putIfAbsent(consumer.group(), consumer) == null;
    }

    public boolean addAdmin(String group) {
        return admins.add(group);
    }

    public void removeProducer(String group) {
        producers.remove(group);
    }

    public void removeConsumer(String group) {
        consumers.remove(group);
    }

    public void removeAdmin(String group) {
        admins.remove(group);
    }

    /** The producer of a group, or null. */
    public ProducerPart producer(String group) {
        return group == null ? null : producers.get(group);
    }

    /** The consumer of a group, or null. */
    public ConsumerPart consumer(String group) {
        return group == null ? null : consumers.get(group);
    }

    public Collection<ProducerPart> producers() {
        return producers.values();
    }

    public Collection<ConsumerPart> consumers() {
        return consumers.values();
    }

    /** True when nothing but the instance's own producer is left. */
    public boolean onlyInnerProducerLeft() {
        return consumers.isEmpty()
                && admins.isEmpty()
                && producers.keySet().stream().allMatch(MixAll.CLIENT_INNER_PRODUCER_GROUP::equals);
    }

    /** Every topic some consumer subscribes. */
    public Set<String> subscribedTopics() {
        Set<String> topics = new HashSet<>();
        for (ConsumerPart consumer : consumers.values()) {
            for (SubscriptionData subscription : consumer.subscriptions()) {
                topics.add(subscription.getTopic());
            }
        }
        return topics;
    }

    /** What brokers are told about this client. Source: client behaviour, section 3.4. */
    HeartbeatData heartbeat(String clientId) {
        HeartbeatData heartbeat = new HeartbeatData();
        heartbeat.setClientID(clientId);
        for (ConsumerPart consumer : consumers.values()) {
            ConsumerData data = new ConsumerData();
            data.setGroupName(consumer.group());
            data.setConsumeType(consumer.consumeType());
            data.setMessageModel(consumer.messageModel());
            data.setConsumeFromWhere(consumer.consumeFromWhere());
            data.getSubscriptionDataSet().addAll(consumer.subscriptions());
            data.setUnitMode(consumer.unitMode());
            heartbeat.getConsumerDataSet().add(data);
        }
        for (String group : producers.keySet()) {
            ProducerData data = new ProducerData();
            data.setGroupName(group);
            heartbeat.getProducerDataSet().add(data);
        }
        return heartbeat;
    }

    @Override
    public boolean lacksQueues(String topic) {
        return consumers.values().stream().anyMatch(consumer -> consumer.lacksQueues(topic));
    }

    @Override
    public void queuesFound(String topic, Set<MessageQueue> queues) {
        consumers.values().forEach(consumer -> consumer.queuesFound(topic, queues));
    }
}
