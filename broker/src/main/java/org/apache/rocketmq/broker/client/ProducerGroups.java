package org.apache.rocketmq.broker.client;

import io.netty.channel.Channel;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.common.constant.LoggerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The producers that are online, by group and by client id. Thread-safe. */
public final class ProducerGroups {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private final ConcurrentMap<String, ConcurrentMap<Channel, ClientConnection>> groups = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Channel> channelOfClient = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** Group name to its online members; a live view. */
    public Map<String, ? extends Map<Channel, ClientConnection>> all() {
        return groups;
    }

    /** The online members of a group; empty when there are none. */
    public Collection<ClientConnection> membersOf(String group) {
        Map<Channel, ClientConnection> members = groups.get(group);
        return members == null ? List.of() : members.values();
    }

    /** The connection of a producer's client id, or null. */
    public Channel channelOf(String clientId) {
        return channelOfClient.get(clientId);
    }

    /** One writable connection of a group, members in turn; null when there is none. */
    public Channel anyOf(String group) {
        List<ClientConnection> members = List.copyOf(membersOf(group));
        for (int i = 0; i < members.size(); i++) {
            Channel channel = members.get(Math.floorMod(turn.getAndIncrement(), members.size()))
                    .channel();
            if (channel.isActive() && channel.isWritable()) {
                return channel;
            }
        }
        return null;
    }

    void heartbeat(String group, ClientConnection client, long nowMillis) {
        groups.compute(group, (name, known) -> {
            ConcurrentMap<Channel, ClientConnection> members = known == null ? new ConcurrentHashMap<>() : known;
            ClientConnection member = members.putIfAbsent(client.channel(), client);
            if (member == null) {
                channelOfClient.put(client.clientId(), client.channel());
                log.info("producer {} joins group {}", client, group);
            } else {
                member.heartbeat(nowMillis);
            }
            return members;
        });
    }

    void unregister(String group, Channel channel) {
        groups.computeIfPresent(group, (name, members) -> {
            ClientConnection left = members.remove(channel);
            if (left != null) {
                channelOfClient.remove(left.clientId(), channel);
                log.info("producer {} leaves group {}", left, group);
            }
            return members.isEmpty() ? null : members;
        });
    }

    void disconnected(Channel channel) {
        groups.keySet().forEach(group -> unregister(group, channel));
    }

    /** Connections whose last heartbeat is older than {@code sinceMillis}. */
    Set<Channel> silentSince(long sinceMillis) {
        Set<Channel> silent = new HashSet<>();
        groups.values().forEach(members -> members.values().forEach(member -> {
            if (member.lastHeartbeatMillis() < sinceMillis) {
                silent.add(member.channel());
            }
        }));
        return silent;
    }
}
