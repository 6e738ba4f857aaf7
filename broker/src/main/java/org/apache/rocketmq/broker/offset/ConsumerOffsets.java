package org.apache.rocketmq.broker.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.persist.JsonFile;
import org.apache.rocketmq.common.protocol.body.ConsumerOffsetSerializeWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The next queue offset of every group in every queue. Thread-safe; commits take no lock of ours.
 *
 * <p>File: {@code config/consumerOffset.json}, keyed {@code topic@group}. Source: broker specification, offsets.
 */
public final class ConsumerOffsets {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private record Key(String topic, String group) {
        static Key parse(String text) {
            int at = text.indexOf('@');
            return at < 0 ? null : new Key(text.substring(0, at), text.substring(at + 1));
        }

        String text() {
            return topic + '@' + group;
        }
    }

    private final JsonFile<ConsumerOffsetSerializeWrapper> file;
    private final ConcurrentMap<Key, ConcurrentMap<Integer, Long>> table = new ConcurrentHashMap<>(512);
    /** Whether the table may differ from the file. Set after a change, taken back before the table is copied. */
    private volatile boolean changed;

    public ConsumerOffsets(Path path) {
        this.file = new JsonFile<>(path, ConsumerOffsetSerializeWrapper.class);
    }

    /** @throws IOException when neither the file nor its backup can be read */
    public void load() throws IOException {
        file.load().ifPresent(stored -> merge(stored.getOffsetTable()));
        changed = false;
    }

    /** The next offset to consume, or -1 when the group never committed. */
    public long find(String group, String topic, int queueId) {
        Map<Integer, Long> offsets = table.get(new Key(topic, group));
        Long offset = offsets == null ? null : offsets.get(queueId);
        return offset == null ? -1 : offset;
    }

    /** Takes the offset as it is; a smaller one than before is taken too, and logged. */
    public void commit(String clientHost, String group, String topic, int queueId, long offset) {
        Long before = table.computeIfAbsent(new Key(topic, group), k -> new ConcurrentHashMap<>(8))
                .put(queueId, offset);
        markChanged(before, offset);
        if (before != null && offset < before) {
            log.warn(
                    "offset of group {} in {} queue {} goes back from {} to {}, asked for by {}",
                    group,
                    topic,
                    queueId,
                    before,
                    offset,
                    clientHost);
        }
    }

    private void markChanged(Long before, long now) {
        if (!changed && (before == null || before != now)) {
            changed = true;
        }
    }

    /** Queue id to offset; empty when the group never committed. A copy, ordered by queue. */
    public Map<Integer, Long> of(String group, String topic) {
        Map<Integer, Long> offsets = table.get(new Key(topic, group));
        return offsets == null ? Map.of() : new TreeMap<>(offsets);
    }

    public Set<String> topicsOf(String group) {
        Set<String> topics = new HashSet<>();
        table.keySet().forEach(key -> {
            if (key.group.equals(group)) {
                topics.add(key.topic);
            }
        });
        return topics;
    }

    public Set<String> groupsOf(String topic) {
        Set<String> groups = new HashSet<>();
        table.keySet().forEach(key -> {
            if (key.topic.equals(topic)) {
                groups.add(key.group);
            }
        });
        return groups;
    }

    /** Forgets a group in all topics. */
    public void remove(String group) {
        if (table.keySet().removeIf(key -> key.group.equals(group))) {
            changed = true;
        }
    }

    /** Gives {@code target} the offsets that {@code source} has in a topic; nothing happens when it has none. */
    public void copy(String source, String target, String topic) {
        Map<Integer, Long> offsets = table.get(new Key(topic, source));
        if (offsets != null) {
            table.put(new Key(topic, target), new ConcurrentHashMap<>(offsets));
            changed = true;
        }
    }

    /** Adds offsets of a file or another broker; ours stay where the other has none. Keys without {@code @} are left out. */
    public void merge(Map<String, ? extends Map<Integer, Long>> others) {
        if (others == null) {
            return;
        }
        others.forEach((text, offsets) -> {
            Key key = Key.parse(text);
            if (key != null && offsets != null) {
                table.computeIfAbsent(key, k -> new ConcurrentHashMap<>(8)).putAll(offsets);
            }
        });
        changed = true;
    }

    /**
     * Takes over what a master has. What a client of this slave committed stays when it is further: the master may have come
     * back with older offsets. What only ever came from the master follows it, also back.
     *
     * @param copied what the master had the last time; null when that is not known
     */
    public void follow(String topicAtGroup, int queueId, Long copied, long master) {
        Key key = Key.parse(topicAtGroup);
        if (key == null) {
            return;
        }
        Map<Integer, Long> offsets = table.computeIfAbsent(key, k -> new ConcurrentHashMap<>(8));
        Long before = offsets.get(queueId);
        Long after = offsets.merge(
                queueId, master, (mine, theirs) -> mine.equals(copied) ? theirs : Long.valueOf(Math.max(mine, theirs)));
        if (!after.equals(before)) {
            changed = true;
        }
    }

    /** The table as requests and the file carry it. */
    public ConsumerOffsetSerializeWrapper snapshot() {
        ConcurrentMap<String, ConcurrentMap<Integer, Long>> copy = new ConcurrentHashMap<>();
        table.forEach((key, offsets) -> copy.put(key.text(), new ConcurrentHashMap<>(offsets)));
        var wrapper = new ConsumerOffsetSerializeWrapper();
        wrapper.setOffsetTable(copy);
        return wrapper;
    }

    /** Writes the file if anything changed. Called by the broker's timer and at shutdown. */
    public synchronized void persist() {
        if (!changed) {
            return;
        }
        changed = false;
        try {
            file.save(snapshot());
        } catch (IOException e) {
            changed = true;
            // Offsets stay in memory; the next round tries again.
            log.error("{} could not be written: {}", file.path(), e.toString(), e);
        }
    }
}
