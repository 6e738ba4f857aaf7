package org.apache.rocketmq.broker.pull;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.filter.PropertyFilter;
import org.apache.rocketmq.store.ArrivalListener;
import org.apache.rocketmq.store.MessageStore;

/**
 * The pulls that wait for messages, by queue. Thread-safe: parked on event loops, woken by the store's dispatcher and the
 * broker's timer.
 *
 * <p>A pull is parked first and the queue looked at again afterwards, so a message that arrives in between wakes it. Source:
 * broker specification, long polling.
 */
public final class LongPolling implements ArrivalListener {
    private record QueueKey(String topic, int queueId) {}

    private final MessageStore store;
    private final LongSupplier clockMillis;
    private final ConcurrentMap<QueueKey, ConcurrentLinkedQueue<WaitingPull>> waiting = new ConcurrentHashMap<>();
    private volatile Consumer<WaitingPull> wake = pull -> {};

    public LongPolling(MessageStore store, LongSupplier clockMillis) {
        this.store = store;
        this.clockMillis = clockMillis;
    }

    /** What runs a pull again; set once before requests are served. */
    void onWake(Consumer<WaitingPull> again) {
        this.wake = again;
    }

    /** Lets a pull wait. It may be woken before this returns. */
    void park(WaitingPull pull) {
        PullRequest request = pull.request;
        waiting.computeIfAbsent(new QueueKey(request.topic(), request.queueId()), k -> new ConcurrentLinkedQueue<>())
                .add(pull);
        if (store.maxOffset(request.topic(), request.queueId()) > pull.awaitedOffset && pull.take()) {
            wake.accept(pull);
        }
    }

    @Override
    public void onArrival(
            String topic,
            int queueId,
            long queueOffset,
            long tagsCode,
            long storeTimestamp,
            byte[] bitmap,
            byte[] properties) {
        if (waiting.isEmpty()) {
            return;
        }
        var pulls = waiting.get(new QueueKey(topic, queueId));
        if (pulls == null || pulls.isEmpty()) {
            return;
        }
        for (Iterator<WaitingPull> each = pulls.iterator(); each.hasNext(); ) {
            WaitingPull pull = each.next();
            if (pull.taken()) {
                each.remove();
            } else if (queueOffset >= pull.awaitedOffset
                    && pull.filter.matchesQueueUnit(tagsCode, bitmap)
                    && matchesProperties(pull, properties)
                    && pull.take()) {
                each.remove();
                wake.accept(pull);
            }
        }
    }

    private static boolean matchesProperties(WaitingPull pull, byte[] properties) {
        return properties == null
                || !(pull.filter instanceof PropertyFilter filter)
                || filter.matchesProperties(properties);
    }

    @Override
    public boolean needsProperties(String topic, int queueId) {
        if (waiting.isEmpty()) {
            return false;
        }
        var pulls = waiting.get(new QueueKey(topic, queueId));
        if (pulls != null) {
            for (WaitingPull pull : pulls) {
                if (pull.filter instanceof PropertyFilter) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Wakes every pull whose time is over and forgets those whose connection is lost; called by the broker's timer.
     *
     * @param alsoGrown also those whose queue has grown, matching or not, so that a client's position moves on over messages
     *     it does not want
     */
    public void sweep(boolean alsoGrown) {
        long now = clockMillis.getAsLong();
        for (Map.Entry<QueueKey, ConcurrentLinkedQueue<WaitingPull>> entry : waiting.entrySet()) {
            QueueKey queue = entry.getKey();
            long end = alsoGrown ? store.maxOffset(queue.topic, queue.queueId) : 0;
            for (Iterator<WaitingPull> each = entry.getValue().iterator(); each.hasNext(); ) {
                WaitingPull pull = each.next();
                boolean due = end > pull.awaitedOffset || now >= pull.deadlineMillis;
                if (pull.taken() || !pull.exchange.channel().isActive()) {
                    each.remove();
                } else if (due && pull.take()) {
                    each.remove();
                    wake.accept(pull);
                }
            }
        }
    }

    /** How many pulls wait. */
    public int size() {
        int size = 0;
        for (var pulls : waiting.values()) {
            size += pulls.size();
        }
        return size;
    }
}
