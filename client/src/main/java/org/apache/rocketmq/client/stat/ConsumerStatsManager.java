package org.apache.rocketmq.client.stat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.common.protocol.body.ConsumeStatus;

/** The counters of an instance by group and topic; the name and {@code inc} methods are what samples reach. Thread-safe. */
public class ConsumerStatsManager {
    private final Map<String, Map<String, TopicCounters>> counters = new ConcurrentHashMap<>();

    /** The counters to keep for one group and topic; worth holding on to. */
    public TopicCounters counters(String group, String topic) {
        return counters.computeIfAbsent(group, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(topic, name -> new TopicCounters(System.currentTimeMillis()));
    }

    public void incPullRT(String group, String topic, long rt) {
        counters(group, topic).pullTook(System.currentTimeMillis(), rt);
    }

    public void incPullTPS(String group, String topic, long msgs) {
        counters(group, topic).pulled(System.currentTimeMillis(), msgs);
    }

    public void incConsumeRT(String group, String topic, long rt) {
        counters(group, topic).listenerTook(System.currentTimeMillis(), rt);
    }

    public void incConsumeOKTPS(String group, String topic, long msgs) {
        counters(group, topic).succeeded(System.currentTimeMillis(), msgs);
    }

    public void incConsumeFailedTPS(String group, String topic, long msgs) {
        counters(group, topic).failed(System.currentTimeMillis(), msgs);
    }

    public ConsumeStatus consumeStatus(String group, String topic) {
        return counters(group, topic).status(System.currentTimeMillis());
    }
}
