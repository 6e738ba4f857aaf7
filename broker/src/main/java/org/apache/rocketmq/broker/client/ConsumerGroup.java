package org.apache.rocketmq.broker.client;

import io.netty.channel.Channel;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumerData;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live members of one consumer group and what the group subscribes. Reads take no lock; changes are guarded by this
 * object's monitor.
 *
 * <p>Type, model and starting point are those of the last heartbeat of any member. Source: broker specification, HEART_BEAT.
 */
public final class ConsumerGroup {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private final String name;
    private final ConcurrentMap<Channel, ClientConnection> members = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, SubscriptionData> subscriptions = new ConcurrentHashMap<>();
    private volatile ConsumeType consumeType;
    private volatile MessageModel messageModel;
    private volatile ConsumeFromWhere consumeFromWhere;

    ConsumerGroup(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public ConsumeType consumeType() {
        return consumeType;
    }

    public MessageModel messageModel() {
        return messageModel;
    }

    public ConsumeFromWhere consumeFromWhere() {
        return consumeFromWhere;
    }

    public Collection<ClientConnection> members() {
        return members.values();
    }

    /** Topic to subscription; a live view. */
    public Map<String, SubscriptionData> subscriptions() {
        return subscriptions;
    }

    public SubscriptionData subscription(String topic) {
        return subscriptions.get(topic);
    }

    public ClientConnection member(String clientId) {
        for (ClientConnection member : members.values()) {
            if (member.clientId().equals(clientId)) {
                return member;
            }
        }
        return null;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** Takes a heartbeat; true when the members or the set of topics changed. */
    synchronized boolean heartbeat(ClientConnection client, ConsumerData data, long nowMillis) {
        consumeType = data.getConsumeType();
        messageModel = data.getMessageModel();
        consumeFromWhere = data.getConsumeFromWhere();
        boolean joined = join(client, nowMillis);
        return subscribe(data.getSubscriptionDataSet(), client) || joined;
    }

    private boolean join(ClientConnection client, long nowMillis) {
        ClientConnection known = members.get(client.channel());
        if (known != null && known.clientId().equals(client.clientId())) {
            known.heartbeat(nowMillis);
            return false;
        }
        members.put(client.channel(), client);
        if (known == null) {
            log.info("consumer {} joins group {} ({} {})", client, name, consumeType, messageModel);
        } else {
            log.error("group {}: connection of {} is now that of {}", name, known, client);
        }
        return known == null;
    }

    private boolean subscribe(Set<SubscriptionData> asked, ClientConnection client) {
        boolean changed = false;
        Set<String> topics = new HashSet<>();
        for (SubscriptionData subscription : asked == null ? Set.<SubscriptionData>of() : asked) {
            topics.add(subscription.getTopic());
            SubscriptionData known = subscriptions.get(subscription.getTopic());
            if (known == null) {
                log.info("group {} subscribes {} by {}", name, subscription, client);
                subscriptions.put(subscription.getTopic(), subscription);
                changed = true;
            } else if (subscription.getSubVersion() > known.getSubVersion()) {
                if (!Objects.equals(known.getSubString(), subscription.getSubString()) && members.size() > 1) {
                    log.warn(
                            "group {} is inconsistent: {} subscribes {} to '{}', other members '{}'; messages will be "
                                    + "missed by some",
                            name,
                            client,
                            subscription.getTopic(),
                            subscription.getSubString(),
                            known.getSubString());
                }
                subscriptions.put(subscription.getTopic(), subscription);
            }
        }
        for (String topic : subscriptions.keySet()) {
            if (!topics.contains(topic)) {
                log.warn("group {} no longer subscribes {}: not in the heartbeat of {}", name, topic, client);
                subscriptions.remove(topic);
                changed = true;
            }
        }
        return changed;
    }

    /** Takes a connection out; its client, or null when it was no member. */
    synchronized ClientConnection leave(Channel channel) {
        ClientConnection left = members.remove(channel);
        if (left != null) {
            log.info("consumer {} leaves group {}", left, name);
        }
        return left;
    }
}
