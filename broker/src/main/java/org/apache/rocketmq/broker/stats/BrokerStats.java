package org.apache.rocketmq.broker.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Counts what clients do. Thread-safe; counting neither blocks nor builds keys: the counters of a topic or of a group in a
 * queue are looked up once and kept together.
 *
 * <p>Source: broker specification, stats. Names and keys are those of the 4.9 line, which mqadmin and consoles ask for.
 */
public final class BrokerStats {
    public static final String TOPIC_PUT_NUMS = "TOPIC_PUT_NUMS";
    public static final String TOPIC_PUT_SIZE = "TOPIC_PUT_SIZE";
    public static final String QUEUE_PUT_NUMS = "QUEUE_PUT_NUMS";
    public static final String QUEUE_PUT_SIZE = "QUEUE_PUT_SIZE";
    public static final String GROUP_GET_NUMS = "GROUP_GET_NUMS";
    public static final String GROUP_GET_SIZE = "GROUP_GET_SIZE";
    public static final String GROUP_GET_LATENCY = "GROUP_GET_LATENCY";
    public static final String SNDBCK_PUT_NUMS = "SNDBCK_PUT_NUMS";
    public static final String BROKER_PUT_NUMS = "BROKER_PUT_NUMS";
    public static final String BROKER_GET_NUMS = "BROKER_GET_NUMS";

    private record TopicCounters(Counter messages, Counter bytes) {}

    private record QueueOfTopic(String topic, int queueId) {}

    private record GroupOfTopic(String group, String topic, int queueId) {}

    private record GroupCounters(Counter messages, Counter bytes, Counter latency) {}

    private final Map<String, CounterSet> sets = new LinkedHashMap<>();
    private final ConcurrentMap<String, TopicCounters> topics = new ConcurrentHashMap<>();
    private final ConcurrentMap<QueueOfTopic, TopicCounters> queues = new ConcurrentHashMap<>();
    private final ConcurrentMap<GroupOfTopic, GroupCounters> groups = new ConcurrentHashMap<>();
    private final BooleanSupplier detailed;
    private final Counter brokerPuts;
    private final Counter brokerGets;
    private final LongAdder putTotal = new LongAdder();
    private final LongAdder getTotal = new LongAdder();
    private final DailyTotals daily = new DailyTotals();

    /**
     * @param clusterName key of the broker's own totals
     * @param detailed whether counters are kept per queue ({@code enableDetailStat})
     * @param clockMillis milliseconds since the epoch
     */
    public BrokerStats(String clusterName, BooleanSupplier detailed, LongSupplier clockMillis) {
        this.detailed = detailed;
        for (String name : new String[] {
            TOPIC_PUT_NUMS,
            TOPIC_PUT_SIZE,
            QUEUE_PUT_NUMS,
            QUEUE_PUT_SIZE,
            GROUP_GET_NUMS,
            GROUP_GET_SIZE,
            GROUP_GET_LATENCY,
            SNDBCK_PUT_NUMS,
            BROKER_PUT_NUMS,
            BROKER_GET_NUMS
        }) {
            sets.put(name, new CounterSet(name, clockMillis));
        }
        brokerPuts = set(BROKER_PUT_NUMS).of(clusterName);
        brokerGets = set(BROKER_GET_NUMS).of(clusterName);
    }

    private CounterSet set(String name) {
        return sets.get(name);
    }

    /** A send was stored: {@code topic} is the one finally written. */
    public void sent(String topic, int queueId, int messages, int bytes) {
        TopicCounters counters = topics.get(topic);
        if (counters == null) {
            counters = topics.computeIfAbsent(
                    topic,
                    t -> new TopicCounters(
                            set(TOPIC_PUT_NUMS).of(t), set(TOPIC_PUT_SIZE).of(t)));
        }
        counters.messages.add(messages, 1);
        counters.bytes.add(bytes, 1);
        if (detailed.getAsBoolean()) {
            sentToQueue(topic, queueId, messages, bytes);
        }
        brokerPuts.add(messages, 0);
        putTotal.add(messages);
    }

    private void sentToQueue(String topic, int queueId, int messages, int bytes) {
        var key = new QueueOfTopic(topic, queueId);
        TopicCounters counters = queues.get(key);
        if (counters == null) {
            String text = topic + "@" + queueId;
            counters = queues.computeIfAbsent(
                    key,
                    k -> new TopicCounters(
                            set(QUEUE_PUT_NUMS).of(text), set(QUEUE_PUT_SIZE).of(text)));
        }
        counters.messages.add(messages, 1);
        counters.bytes.add(bytes, 1);
    }

    /** A pull gave out messages. */
    public void pulled(String group, String topic, int queueId, int messages, int bytes, long latencyMillis) {
        var key = new GroupOfTopic(group, topic, queueId);
        GroupCounters counters = groups.get(key);
        if (counters == null) {
            counters = groups.computeIfAbsent(key, this::groupCounters);
        }
        counters.messages.add(messages, 1);
        counters.bytes.add(bytes, 1);
        counters.latency.add(latencyMillis, 1);
        brokerGets.add(messages, 0);
        getTotal.add(messages);
    }

    /** The broker itself took a message out of a queue, as a consumer would, without a client that got it. */
    public void taken(String group, String topic, int queueId, int messages, int bytes) {
        GroupCounters counters = groups.computeIfAbsent(new GroupOfTopic(group, topic, queueId), this::groupCounters);
        counters.messages.add(messages, 1);
        counters.bytes.add(bytes, 1);
    }

    private GroupCounters groupCounters(GroupOfTopic key) {
        String text = key.topic + "@" + key.group;
        String latencyKey = detailed.getAsBoolean() ? key.queueId + "@" + text : text;
        return new GroupCounters(
                set(GROUP_GET_NUMS).of(text),
                set(GROUP_GET_SIZE).of(text),
                set(GROUP_GET_LATENCY).of(latencyKey));
    }

    /** A consumer sent a message back. */
    public void sentBack(String group, String topic) {
        set(SNDBCK_PUT_NUMS).of(topic + "@" + group).add(1, 1);
    }

    /** Messages per second that a group got from a topic in the last minute. */
    public double groupGetTps(String group, String topic) {
        Counter counter = set(GROUP_GET_NUMS).find(topic + "@" + group);
        return counter == null ? 0 : counter.lastMinute().tps();
    }

    /** The counter behind request 315, or null. */
    public Counter find(String statsName, String statsKey) {
        CounterSet named = sets.get(statsName);
        return named == null ? null : named.find(statsKey);
    }

    Iterable<CounterSet> sets() {
        return sets.values();
    }

    /** Messages taken in since the start. */
    public long putTotal() {
        return putTotal.sum();
    }

    /** Messages given out since the start. */
    public long getTotal() {
        return getTotal.sum();
    }

    /** Totals as of the last two midnights. */
    public DailyTotals daily() {
        return daily;
    }

    /** Forgets a topic that was deleted. */
    public void forgetTopic(String topic) {
        topics.remove(topic);
        queues.keySet().removeIf(key -> key.topic.equals(topic));
        groups.keySet().removeIf(key -> key.topic.equals(topic));
        sets.values().forEach(set -> set.removePart(topic));
    }

    /** Forgets a group that was deleted. */
    public void forgetGroup(String group) {
        groups.keySet().removeIf(key -> key.group.equals(group));
        sets.values().forEach(set -> set.removePart(group));
    }
}
