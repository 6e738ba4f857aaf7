package org.apache.rocketmq.broker.group;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.persist.JsonFile;
import org.apache.rocketmq.common.protocol.body.SubscriptionGroupWrapper;
import org.apache.rocketmq.common.subscription.SubscriptionGroupConfig;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumer groups of this broker. Reads take no lock; changes are guarded by this object's monitor and are on disk
 * before they are answered.
 *
 * <p>File: {@code config/subscriptionGroup.json}. Source: broker specification, subscription group lookup.
 */
public final class GroupTable {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private static final List<String> BUILT_IN = List.of(
            MixAll.TOOLS_CONSUMER_GROUP,
            MixAll.FILTERSRV_CONSUMER_GROUP,
            MixAll.SELF_TEST_CONSUMER_GROUP,
            MixAll.ONS_HTTP_PROXY_GROUP,
            MixAll.CID_ONSAPI_PULL_GROUP,
            MixAll.CID_ONSAPI_PERMISSION_GROUP,
            MixAll.CID_ONSAPI_OWNER_GROUP);

    private final BrokerConfig config;
    private final JsonFile<SubscriptionGroupWrapper> file;
    private final ConcurrentMap<String, SubscriptionGroupConfig> groups = new ConcurrentHashMap<>();
    private final DataVersion version = new DataVersion();

    public GroupTable(BrokerConfig config, Path path) {
        this.config = config;
        this.file = new JsonFile<>(path, SubscriptionGroupWrapper.class);
        BUILT_IN.forEach(group -> groups.put(group, withDefaults(group)));
    }

    /**
     * Reads the file; entries in it win over the built-in ones.
     *
     * @throws IOException when neither the file nor its backup can be read
     */
    public void load() throws IOException {
        file.load().ifPresent(stored -> {
            if (stored.getSubscriptionGroupTable() != null) {
                groups.putAll(stored.getSubscriptionGroupTable());
            }
            if (stored.getDataVersion() != null) {
                version.assignNewOne(stored.getDataVersion());
            }
        });
    }

    /** The group if it is known; never makes one. */
    public SubscriptionGroupConfig peek(String group) {
        return groups.get(group);
    }

    /**
     * The group, made with defaults when it is unknown and {@code autoCreateSubscriptionGroup} or its system name allows it.
     * May write a file.
     *
     * @return null when it is unknown and may not be made, or its name is illegal
     */
    public SubscriptionGroupConfig find(String group) {
        SubscriptionGroupConfig known = groups.get(group);
        if (known != null) {
            return known;
        }
        if (!config.isAutoCreateSubscriptionGroup() && !MixAll.isSysConsumerGroup(group)) {
            return null;
        }
        // The name becomes part of a retry topic, which becomes a folder.
        if (group.isBlank() || TopicValidator.isTopicOrGroupIllegal(group)) {
            return null;
        }
        synchronized (this) {
            known = groups.get(group);
            if (known == null) {
                known = withDefaults(group);
                log.info("consumer group {} is made on first use", group);
                replace(known);
            }
            return known;
        }
    }

    public Collection<SubscriptionGroupConfig> all() {
        return groups.values();
    }

    /** Adds or replaces a group as an administrator asks for. */
    public synchronized void put(SubscriptionGroupConfig group) {
        replace(group);
        log.info("consumer group {} is set to {}", group.getGroupName(), group);
    }

    /** Removes a group; false when it was unknown. */
    public synchronized boolean remove(String group) {
        if (groups.remove(group) == null) {
            return false;
        }
        log.info("consumer group {} is removed", group);
        version.nextVersion();
        save();
        return true;
    }

    /** A copy of the current version. */
    public synchronized DataVersion version() {
        DataVersion copy = new DataVersion();
        copy.assignNewOne(version);
        return copy;
    }

    /** Table and version as they belong together. */
    public synchronized SubscriptionGroupWrapper snapshot() {
        var wrapper = new SubscriptionGroupWrapper();
        wrapper.setSubscriptionGroupTable(new ConcurrentHashMap<>(groups));
        wrapper.setDataVersion(version());
        return wrapper;
    }

    /** Takes over the table of the master. */
    public synchronized void replaceAll(SubscriptionGroupWrapper master) {
        groups.keySet().retainAll(master.getSubscriptionGroupTable().keySet());
        groups.putAll(master.getSubscriptionGroupTable());
        version.assignNewOne(master.getDataVersion());
        save();
    }

    private void replace(SubscriptionGroupConfig group) {
        groups.put(group.getGroupName(), group);
        version.nextVersion();
        save();
    }

    private void save() {
        try {
            file.save(snapshot());
        } catch (IOException e) {
            // The table in memory goes on; the next change tries again.
            log.error("{} could not be written: {}", file.path(), e.toString(), e);
        }
    }

    private static SubscriptionGroupConfig withDefaults(String group) {
        var made = new SubscriptionGroupConfig();
        made.setGroupName(group);
        return made;
    }
}
