package org.apache.rocketmq.client.send;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.common.ThreadLocalIndex;
import org.apache.rocketmq.client.route.PublishQueues;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * Remembers how fast brokers answered and, if enabled, keeps away from slow ones for a while. Thread-safe; settings are
 * meant to be made before sending. Source: client behaviour, section 5.6.
 */
public final class BrokerFaults {
    /** Latency that a failure counts as. */
    private static final long FAILURE_LATENCY_MILLIS = 30_000;

    private record Fault(String broker, long latencyMillis, long availableAtMillis) {
        boolean available(long nowMillis) {
            return nowMillis >= availableAtMillis;
        }
    }

    private final ConcurrentHashMap<String, Fault> faults = new ConcurrentHashMap<>();
    private final ThreadLocalIndex counter = new ThreadLocalIndex();
    private volatile boolean enabled;
    private volatile long[] latencyMax = {50, 100, 550, 1_000, 2_000, 3_000, 15_000};
    private volatile long[] notAvailableDuration = {0, 0, 30_000, 60_000, 120_000, 180_000, 600_000};

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** Ascending latencies (ms), each with a pause in {@link #getNotAvailableDuration}. */
    public long[] getLatencyMax() {
        return latencyMax.clone();
    }

    public void setLatencyMax(long[] latencyMax) {
        this.latencyMax = latencyMax.clone();
    }

    /** Pauses (ms) by latency. */
    public long[] getNotAvailableDuration() {
        return notAvailableDuration.clone();
    }

    public void setNotAvailableDuration(long[] notAvailableDuration) {
        this.notAvailableDuration = notAvailableDuration.clone();
    }

    /** Notes how long a broker took; {@code failed} makes the pause that of a very slow answer. */
    public void note(String broker, long latencyMillis, boolean failed) {
        if (enabled) {
            long pauseMillis = pauseMillis(failed ? FAILURE_LATENCY_MILLIS : latencyMillis);
            faults.put(broker, new Fault(broker, latencyMillis, System.currentTimeMillis() + pauseMillis));
        }
    }

    private long pauseMillis(long latencyMillis) {
        for (int i = latencyMax.length - 1; i >= 0; i--) {
            if (latencyMillis >= latencyMax[i]) {
                return notAvailableDuration[i];
            }
        }
        return 0;
    }

    /** The next queue: not on {@code lastBroker}, or if enabled on a broker that is not paused. */
    public MessageQueue select(PublishQueues queues, String lastBroker) {
        if (!enabled) {
            return queues.nextAvoiding(lastBroker);
        }
        MessageQueue queue = queues.nextOn(this::available);
        if (queue != null) {
            return queue;
        }
        String broker = leastBad();
        if (broker != null) {
            int count = queues.queuesOn(broker);
            if (count > 0) {
                String topic = queues.next().getTopic();
                return new MessageQueue(topic, broker, queues.nextIndex() % count);
            }
            faults.remove(broker);
        }
        return queues.next();
    }

    private boolean available(String broker) {
        Fault fault = faults.get(broker);
        return fault == null || fault.available(System.currentTimeMillis());
    }

    /** One of the better half. */
    private String leastBad() {
        long nowMillis = System.currentTimeMillis();
        List<Fault> sorted = new ArrayList<>(faults.values());
        if (sorted.isEmpty()) {
            return null;
        }
        sorted.sort(Comparator.comparing((Fault fault) -> !fault.available(nowMillis))
                .thenComparingLong(Fault::latencyMillis)
                .thenComparingLong(Fault::availableAtMillis));
        int half = sorted.size() / 2;
        return sorted.get(half == 0 ? 0 : counter.incrementAndGet() % half).broker();
    }
}
