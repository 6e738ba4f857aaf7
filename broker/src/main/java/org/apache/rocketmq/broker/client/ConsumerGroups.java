package org.apache.rocketmq.broker.client;

import io.netty.channel.Channel;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumerData;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;

/**
 * The consumer groups that are online. Thread-safe. When members or topics of a group change, all its members are told to
 * rebalance.
 */
public final class ConsumerGroups {
    private final ConcurrentMap<String, ConsumerGroup> groups = new ConcurrentHashMap<>(256);
    private final BrokerToClient toClient;
    /** Whether members of a group are told about changes: the group's own switch. */
    private final Predicate<String> notifies;

    public ConsumerGroups(BrokerToClient toClient, Predicate<String> notifies) {
        this.toClient = toClient;
        this.notifies = notifies;
    }

    /** The group if any member is online, else null. */
    public ConsumerGroup find(String group) {
        return groups.get(group);
    }

    public Collection<ConsumerGroup> all() {
        return groups.values();
    }

    /** The live member of that client id, or null. */
    public ClientConnection member(String group, String clientId) {
        ConsumerGroup found = groups.get(group);
        return found == null ? null : found.member(clientId);
    }

    /** What an online group subscribes of a topic, or null. */
    public SubscriptionData subscription(String group, String topic) {
        ConsumerGroup found = groups.get(group);
        return found == null ? null : found.subscription(topic);
    }

    /** Names of the online groups that subscribe a topic. */
    public Set<String> subscribersOf(String topic) {
        Set<String> names = new HashSet<>();
        groups.values().forEach(group -> {
            if (group.subscription(topic) != null) {
                names.add(group.name());
            }
        });
        return names;
    }

    /** Takes the heartbeat of a member. */
    void heartbeat(ClientConnection client, ConsumerData data, long nowMillis) {
        boolean[] changed = new boolean[1];
        // Joining and the removal of an empty group exclude each other through the map's lock on the key.
        ConsumerGroup group = groups.compute(data.getGroupName(), (name, known) -> {
            ConsumerGroup entry = known == null ? new ConsumerGroup(name) : known;
            changed[0] = entry.heartbeat(client, data, nowMillis);
            return entry;
        });
        if (changed[0] && notifies.test(group.name())) {
            toClient.consumerIdsChanged(group);
        }
    }

    /** A client says goodbye to one group. */
    void unregister(String group, Channel channel) {
        remove(group, channel);
        ConsumerGroup rest = groups.get(group);
        if (rest != null && notifies.test(group)) {
            toClient.consumerIdsChanged(rest);
        }
    }

    /** A connection is gone: it leaves every group. */
    void disconnected(Channel channel) {
        for (String group : groups.keySet()) {
            if (remove(group, channel)) {
                ConsumerGroup rest = groups.get(group);
                if (rest != null) {
                    toClient.consumerIdsChanged(rest);
                }
            }
        }
    }

    private boolean remove(String group, Channel channel) {
        boolean[] removed = new boolean[1];
        groups.computeIfPresent(group, (name, known) -> {
            removed[0] = known.leave(channel) != null;
            return known.isEmpty() ? null : known;
        });
        return removed[0];
    }

    /** Connections whose last heartbeat is older than {@code sinceMillis}. */
    Set<Channel> silentSince(long sinceMillis) {
        Set<Channel> silent = new HashSet<>();
        groups.values().forEach(group -> group.members().forEach(member -> {
            if (member.lastHeartbeatMillis() < sinceMillis) {
                silent.add(member.channel());
            }
        }));
        return silent;
    }
}
