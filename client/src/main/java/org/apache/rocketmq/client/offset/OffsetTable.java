package org.apache.rocketmq.client.offset;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.common.message.MessageQueue;

/** Offsets in memory. Thread-safe; updates take no lock. */
public final class OffsetTable {
    /** What {@link #get} says when there is none. */
    public static final long NONE = -1;

    private final ConcurrentHashMap<MessageQueue, AtomicLong> offsets = new ConcurrentHashMap<>();

    /** Sets the offset; with {@code increaseOnly} it never goes back. */
    public void update(MessageQueue queue, long offset, boolean increaseOnly) {
        AtomicLong held = offsets.get(queue);
        if (held == null) {
            held = offsets.putIfAbsent(queue, new AtomicLong(offset));
            if (held == null) {
                return;
            }
        }
        if (!increaseOnly) {
            held.set(offset);
            return;
        }
        for (long old = held.get(); offset > old; old = held.get()) {
            if (held.compareAndSet(old, offset)) {
                return;
            }
        }
    }

    public long get(MessageQueue queue) {
        AtomicLong held = offsets.get(queue);
        return held == null ? NONE : held.get();
    }

    public void remove(MessageQueue queue) {
        offsets.remove(queue);
    }

    /** A copy; of all topics when {@code topic} is blank. */
    public Map<MessageQueue, Long> copy(String topic) {
        Map<MessageQueue, Long> copy = new HashMap<>();
        offsets.forEach((queue, offset) -> {
            if (topic == null || topic.isBlank() || topic.equals(queue.getTopic())) {
                copy.put(queue, offset.get());
            }
        });
        return copy;
    }
}
