package org.apache.rocketmq.broker.filter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.client.HeartbeatListener;
import org.apache.rocketmq.broker.filter.FilterFile.Entry;
import org.apache.rocketmq.broker.filter.sql.SqlException;
import org.apache.rocketmq.broker.filter.sql.SqlExpression;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.persist.JsonFile;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumerData;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQL conditions that consumer groups registered by heartbeat, per topic and group. Lookups take no lock; changes are
 * atomic per entry.
 *
 * <p>File: {@code config/consumerFilter.json}. Source: broker specification, filter registration.
 */
public final class FilterTable implements HeartbeatListener {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.FILTER_LOGGER_NAME);

    /** A restart may take so long without making a live filter look older than it is. */
    private static final long DEAD_BEFORE_LOAD_MILLIS = 30_000;

    private record Key(String topic, String group) {}

    /**
     * One registered condition.
     *
     * @param clientVersion version of the subscription that brought it
     * @param deadSince when its group was last found gone; 0 while it lives
     */
    record Filter(
            SqlExpression expression, String text, String type, long bornMillis, long clientVersion, long deadSince) {
        Filter deadAt(long millis) {
            return new Filter(expression, text, type, bornMillis, clientVersion, millis);
        }

        Filter alive(long newClientVersion) {
            return new Filter(expression, text, type, bornMillis, newClientVersion, 0);
        }
    }

    private final JsonFile<FilterFile> file;
    private final LongSupplier cleanAfterMillis;
    private final LongSupplier clockMillis;
    private final ConcurrentMap<Key, Filter> filters = new ConcurrentHashMap<>();

    /** @param cleanAfterMillis how long a dead condition is kept ({@code filterDataCleanTimeSpan}) */
    public FilterTable(Path path, LongSupplier cleanAfterMillis, LongSupplier clockMillis) {
        this.file = new JsonFile<>(path, FilterFile.class);
        this.cleanAfterMillis = cleanAfterMillis;
        this.clockMillis = clockMillis;
    }

    /**
     * Reads the file; everything in it counts as dead until its group shows up.
     *
     * @throws IOException when neither the file nor its backup can be read
     */
    public void load() throws IOException {
        long now = clockMillis.getAsLong();
        file.load().ifPresent(stored -> stored.entries().forEach(entry -> load(entry, now)));
    }

    private void load(Entry entry, long now) {
        try {
            SqlExpression expression = compile(entry.getExpression(), entry.getExpressionType());
            long deadSince = entry.getDeadTime() > 0
                    ? entry.getDeadTime()
                    : Math.max(now - DEAD_BEFORE_LOAD_MILLIS, entry.getBornTime());
            filters.put(
                    new Key(entry.getTopic(), entry.getConsumerGroup()),
                    new Filter(
                            expression,
                            entry.getExpression(),
                            entry.getExpressionType(),
                            entry.getBornTime(),
                            entry.getClientVersion(),
                            deadSince));
        } catch (SqlException e) {
            log.warn(
                    "{}: the condition '{}' of group {} is left out: {}",
                    file.path(),
                    entry.getExpression(),
                    entry.getConsumerGroup(),
                    e.getMessage());
        }
    }

    /** The compiled form of an expression of a type; only SQL92 has one. */
    static SqlExpression compile(String expression, String type) throws SqlException {
        if (!ExpressionType.SQL92.equals(type)) {
            throw SqlException.unknownType(type);
        }
        return SqlExpression.compile(expression == null ? "" : expression);
    }

    /** The condition of a group for a topic, or null. */
    Filter find(String topic, String group) {
        return filters.get(new Key(topic, group));
    }

    @Override
    public void consumerAlive(ConsumerData consumer) {
        if (consumer.getSubscriptionDataSet() == null) {
            return;
        }
        for (SubscriptionData subscription : consumer.getSubscriptionDataSet()) {
            if (!ExpressionType.isTagType(subscription.getExpressionType())) {
                filters.compute(
                        new Key(subscription.getTopic(), consumer.getGroupName()),
                        (key, known) -> registered(key, known, subscription));
            }
        }
    }

    /** The entry after a heartbeat; null when there is to be none. */
    private Filter registered(Key key, Filter known, SubscriptionData subscription) {
        long version = subscription.getSubVersion();
        if (known != null && version < known.clientVersion) {
            return known;
        }
        if (known != null && version == known.clientVersion) {
            return known.deadSince == 0 ? known : known.alive(version);
        }
        if (known != null
                && known.text.equals(subscription.getSubString())
                && known.type.equals(subscription.getExpressionType())) {
            return known.alive(version);
        }
        try {
            SqlExpression expression = compile(subscription.getSubString(), subscription.getExpressionType());
            log.info("group {} filters {} by {}", key.group, key.topic, expression);
            return new Filter(
                    expression,
                    subscription.getSubString(),
                    subscription.getExpressionType(),
                    clockMillis.getAsLong(),
                    version,
                    0);
        } catch (SqlException e) {
            log.warn(
                    "group {} gets nothing of {}: its condition '{}' cannot be used: {}",
                    key.group,
                    key.topic,
                    subscription.getSubString(),
                    e.getMessage());
            return null;
        }
    }

    /**
     * Marks conditions whose group is gone, drops those that have been dead for long and writes the file. Called by the
     * broker's timer and at shutdown.
     *
     * @param subscribes whether a group (second) that is online subscribes a topic (first)
     */
    public synchronized void persist(BiPredicate<String, String> subscribes) {
        long now = clockMillis.getAsLong();
        boolean nothing = filters.isEmpty();
        for (Key key : filters.keySet()) {
            filters.computeIfPresent(key, (k, filter) -> {
                if (filter.deadSince == 0) {
                    return subscribes.test(k.topic, k.group) ? filter : filter.deadAt(now);
                }
                return now - filter.deadSince >= cleanAfterMillis.getAsLong() ? null : filter;
            });
        }
        if (nothing && !java.nio.file.Files.exists(file.path())) {
            return;
        }
        try {
            file.save(snapshot());
        } catch (IOException e) {
            // Live consumers register again; the next round tries again.
            log.error("{} could not be written: {}", file.path(), e.toString(), e);
        }
    }

    private FilterFile snapshot() {
        Map<String, Map<String, Entry>> topics = new TreeMap<>();
        filters.forEach((key, filter) -> topics.computeIfAbsent(key.topic, t -> new TreeMap<>())
                .put(key.group, Entry.of(key.topic, key.group, filter)));
        return FilterFile.of(topics);
    }
}
