package org.apache.rocketmq.broker.topic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.persist.JsonFile;
import org.apache.rocketmq.common.protocol.body.TopicConfigSerializeWrapper;
import org.apache.rocketmq.common.sysflag.TopicSysFlag;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics of this broker. Reads take no lock; changes are guarded by this object's monitor and are on disk before they
 * are answered. A {@link TopicConfig} that is in the table is never modified: a change replaces it.
 *
 * <p>File: {@code config/topics.json}. Source: broker specification, built-in topics, topic auto-creation on send.
 */
public final class TopicTable {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private final BrokerConfig config;
    private final BuiltInTopics builtIn;
    private final JsonFile<TopicConfigSerializeWrapper> file;
    private final ConcurrentMap<String, TopicConfig> topics = new ConcurrentHashMap<>(1024);
    private final DataVersion version = new DataVersion();
    private volatile TopicChanges changes = TopicChanges.NONE;

    public TopicTable(BrokerConfig config, Path path) {
        this.config = config;
        this.builtIn = new BuiltInTopics(config);
        this.file = new JsonFile<>(path, TopicConfigSerializeWrapper.class);
        builtIn.topics().forEach(topic -> topics.put(topic.getTopicName(), topic));
    }

    /** Who is told about changes; set once, before requests are served. */
    public void onChange(TopicChanges listener) {
        this.changes = listener;
    }

    /**
     * Reads the file; entries in it win over the built-in ones.
     *
     * @throws IOException when neither the file nor its backup can be read
     */
    public void load() throws IOException {
        file.load().ifPresent(stored -> {
            if (stored.getTopicConfigTable() != null) {
                topics.putAll(stored.getTopicConfigTable());
            }
            if (stored.getDataVersion() != null) {
                version.assignNewOne(stored.getDataVersion());
            }
        });
    }

    /** The settings of a topic, or null. */
    public TopicConfig find(String topic) {
        return topics.get(topic);
    }

    public Collection<TopicConfig> all() {
        return topics.values();
    }

    public Set<String> names() {
        return topics.keySet();
    }

    /** A copy of the current version. */
    public synchronized DataVersion version() {
        DataVersion copy = new DataVersion();
        copy.assignNewOne(version);
        return copy;
    }

    /** Table and version as they belong together. */
    public synchronized TopicConfigSerializeWrapper snapshot() {
        var wrapper = new TopicConfigSerializeWrapper();
        wrapper.setTopicConfigTable(new ConcurrentHashMap<>(topics));
        wrapper.setDataVersion(version());
        return wrapper;
    }

    public boolean isSystem(String topic) {
        return builtIn.isSystem(topic);
    }

    public Set<String> systemNames() {
        return builtIn.systemNames();
    }

    /** Whether clients may send to the name at all. */
    public boolean sendable(String topic) {
        return !TopicValidator.isNotAllowedSendTopic(topic);
    }

    /**
     * The topic of a send, made from {@code defaultTopic} when it is unknown and the rules allow it. May write a file: not
     * for the event loop.
     *
     * @return null when the topic is unknown and cannot be made
     */
    public TopicConfig findOrCreateForSend(
            String topic, String defaultTopic, String remoteAddress, int defaultTopicQueueNums, int topicSysFlag) {
        TopicConfig made;
        synchronized (this) {
            TopicConfig known = topics.get(topic);
            if (known != null) {
                return known;
            }
            made = fromTemplate(topic, defaultTopic, remoteAddress, defaultTopicQueueNums, topicSysFlag);
            if (made == null && topic.startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX)) {
                made = new TopicConfig(topic, 1, 1, PermName.PERM_READ | PermName.PERM_WRITE);
                made.setTopicSysFlag(topicSysFlag);
            }
            if (made == null) {
                return null;
            }
            log.info("topic {} is made for a send from {}: {}", topic, remoteAddress, made);
            replace(made);
        }
        changes.created(made);
        return made;
    }

    private TopicConfig fromTemplate(
            String topic, String defaultTopic, String remoteAddress, int queueNums, int topicSysFlag) {
        TopicConfig template = defaultTopic == null ? null : topics.get(defaultTopic);
        if (template == null
                || !PermName.isInherited(template.getPerm())
                || (defaultTopic.equals(TopicValidator.AUTO_CREATE_TOPIC_KEY_TOPIC)
                        && !config.isAutoCreateTopicEnable())) {
            log.warn(
                    "topic {} from {} is unknown and not made: {} is no template here (autoCreateTopicEnable={})",
                    topic,
                    remoteAddress,
                    defaultTopic,
                    config.isAutoCreateTopicEnable());
            return null;
        }
        int queues = Math.max(0, Math.min(queueNums, template.getWriteQueueNums()));
        var made = new TopicConfig(topic, queues, queues, template.getPerm() & ~PermName.PERM_INHERIT);
        made.setTopicFilterType(template.getTopicFilterType());
        made.setTopicSysFlag(topicSysFlag);
        return made;
    }

    /** The topic, made with these settings when it is unknown. May write a file: not for the event loop. */
    public TopicConfig findOrCreate(String topic, int queueNums, int perm, int topicSysFlag) {
        TopicConfig known = topics.get(topic);
        if (known != null) {
            return known;
        }
        TopicConfig made;
        synchronized (this) {
            known = topics.get(topic);
            if (known != null) {
                return known;
            }
            made = new TopicConfig(topic, queueNums, queueNums, perm);
            made.setTopicSysFlag(topicSysFlag);
            replace(made);
        }
        changes.created(made);
        return made;
    }

    /** Adds or replaces a topic as an administrator asks for. */
    public void put(TopicConfig topic) {
        synchronized (this) {
            replace(topic);
        }
        log.info("topic {} is set to {}", topic.getTopicName(), topic);
        changes.updated(topic);
    }

    /** Removes a topic; false when it was unknown. Its queues are the store's affair. */
    public synchronized boolean remove(String topic) {
        if (topics.remove(topic) == null) {
            return false;
        }
        log.info("topic {} is removed", topic);
        version.nextVersion();
        save();
        return true;
    }

    /** Marks exactly the topics of {@code ordered} as ordered; true when that changed anything. */
    public synchronized boolean applyOrdered(Set<String> ordered) {
        boolean changed = false;
        for (TopicConfig topic : topics.values()) {
            boolean order = ordered.contains(topic.getTopicName());
            if (topic.isOrder() != order) {
                TopicConfig copy = copyOf(topic);
                copy.setOrder(order);
                topics.put(copy.getTopicName(), copy);
                changed = true;
            }
        }
        if (changed) {
            version.nextVersion();
            save();
        }
        return changed;
    }

    /** Moves the version on without a change of a topic: the broker's own permission changed. */
    public synchronized void touch() {
        version.nextVersion();
        save();
    }

    /** Takes over the table of the master. */
    public synchronized void replaceAll(TopicConfigSerializeWrapper master) {
        topics.keySet().retainAll(master.getTopicConfigTable().keySet());
        topics.putAll(master.getTopicConfigTable());
        version.assignNewOne(master.getDataVersion());
        save();
    }

    private void replace(TopicConfig topic) {
        topics.put(topic.getTopicName(), topic);
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

    /** System flag of a topic that a send or a heartbeat of a unit makes. */
    public static int sysFlagOf(String topic, boolean unitMode) {
        if (!unitMode) {
            return 0;
        }
        boolean retry = topic.startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX);
        return TopicSysFlag.buildSysFlag(!retry, retry);
    }

    private static TopicConfig copyOf(TopicConfig topic) {
        var copy = new TopicConfig(
                topic.getTopicName(), topic.getReadQueueNums(), topic.getWriteQueueNums(), topic.getPerm());
        copy.setTopicFilterType(topic.getTopicFilterType());
        copy.setTopicSysFlag(topic.getTopicSysFlag());
        copy.setOrder(topic.isOrder());
        return copy;
    }
}
