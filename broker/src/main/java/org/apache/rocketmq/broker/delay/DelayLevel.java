package org.apache.rocketmq.broker.delay;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.put.StoredProperties;
import org.apache.rocketmq.broker.put.StoredRecord;
import org.apache.rocketmq.broker.stats.BrokerStats;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageStore.QueueUnit;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.RecordSlice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One level of delayed messages: its queue, in strict order. A message that cannot be stored holds up its own level only.
 *
 * <p>Confined to the delivering thread but for {@link #arrived}. Source: store format, delayed messages.
 */
final class DelayLevel {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    static final long PAUSE_AFTER_ERROR_MILLIS = 10_000;
    private static final long RETRY_MILLIS = 100;
    /** Most units looked at in one turn, so that no level waits long for its own. */
    private static final int TURN_UNITS = 128;
    /** A put that keeps failing is reported once in so many tries. */
    private static final int REPORT_EVERY = 100;

    private static final String STATS_GROUP = "SCHEDULE_CONSUMER";

    private final int level;
    private final int queueId;
    private final long delayMillis;
    private final MessageStore store;
    private final InternalPut internalPut;
    private final DelayOffsets offsets;
    /** Null when deliveries are not counted. */
    private final BrokerStats stats;

    private final Runnable wake;

    /** Queue offset of the next message to deliver. */
    private long next;
    /** Nothing is looked at before this time. */
    private long pausedUntil;
    /** The put under way; the level waits for it. */
    private CompletableFuture<PutResult> putting;

    private int failures;
    /** True while the queue is known to end at {@link #next}. */
    private volatile boolean empty;

    DelayLevel(
            int level,
            long delayMillis,
            MessageStore store,
            InternalPut internalPut,
            DelayOffsets offsets,
            BrokerStats stats,
            Runnable wake) {
        this.level = level;
        this.queueId = level - 1;
        this.delayMillis = delayMillis;
        this.store = store;
        this.internalPut = internalPut;
        this.offsets = offsets;
        this.stats = stats;
        this.wake = wake;
    }

    /** Takes up the stored progress, moved into what the queue holds. */
    void resume() {
        long stored = offsets.find(level);
        long min = store.minOffset(DelayedDelivery.TOPIC, queueId);
        long max = store.maxOffset(DelayedDelivery.TOPIC, queueId);
        next = Math.max(min, Math.min(stored, max));
        if (stored >= 0 && next != stored) {
            log.warn("{} is delivered from {} on: {} lies outside its queue [{}, {})", this, next, stored, min, max);
            offsets.put(level, next);
        }
        putting = null;
        pausedUntil = 0;
        failures = 0;
        empty = false;
    }

    /** A message came in; true when the delivering thread does not expect one. */
    boolean arrived() {
        if (!empty) {
            return false;
        }
        empty = false;
        return true;
    }

    long pause(long untilMillis) {
        pausedUntil = untilMillis;
        return untilMillis;
    }

    /**
     * Delivers what is due.
     *
     * @return when to come back; {@link Long#MAX_VALUE} when something has to happen first, which wakes the thread
     */
    long turn(long now) {
        if (now < pausedUntil) {
            return pausedUntil;
        }
        if (putting != null && !settle(now)) {
            return putting == null ? pausedUntil : Long.MAX_VALUE;
        }
        if (empty) {
            return Long.MAX_VALUE;
        }
        List<QueueUnit> units = store.queueUnits(DelayedDelivery.TOPIC, queueId, next, TURN_UNITS);
        if (units.isEmpty()) {
            return nothingAt(now);
        }
        for (QueueUnit unit : units) {
            long due = dueMillis(unit);
            // A due time further away than the level's delay comes from another clock or table.
            if (due > now && due <= now + delayMillis) {
                return due;
            }
            putting = deliver(unit);
            if (putting != null && !settle(now)) {
                return putting == null ? pausedUntil : Long.MAX_VALUE;
            }
        }
        return now;
    }

    /** The unit's code is the due time, or, with an extension file, a negative address. */
    private long dueMillis(QueueUnit unit) {
        return unit.tagsCode() >= 0
                ? unit.tagsCode()
                : store.storeTimeOf(DelayedDelivery.TOPIC, queueId, unit.queueOffset()) + delayMillis;
    }

    /** No unit can be read at {@link #next}. */
    private long nothingAt(long now) {
        long min = store.minOffset(DelayedDelivery.TOPIC, queueId);
        long max = store.maxOffset(DelayedDelivery.TOPIC, queueId);
        if (next < min || next > max) {
            log.warn("{} goes on at {} instead of {}", this, next < min ? min : max, next);
            next = next < min ? min : max;
            return now;
        }
        if (next < max) {
            return pause(now + RETRY_MILLIS);
        }
        empty = true;
        // Looked at once more after saying so: a message that came in between is seen here or by arrived().
        if (store.maxOffset(DelayedDelivery.TOPIC, queueId) > next) {
            empty = false;
            return now;
        }
        return Long.MAX_VALUE;
    }

    /** Starts the put of a due message; null, and the next one's turn, when there is nothing to deliver. */
    private CompletableFuture<PutResult> deliver(QueueUnit unit) {
        try (RecordSlice slice = store.recordAt(unit.physicalOffset())) {
            MessageToStore message = slice == null ? null : readable(slice.buffer());
            if (message == null) {
                log.error("{}: the message at {} is passed over, record {}", this, next, unit);
                advance();
                return null;
            }
            CompletableFuture<PutResult> started = internalPut.putNow(message);
            if (!started.isDone()) {
                started.whenComplete((result, failure) -> wake.run());
            }
            return stats == null ? started : started.thenApply(result -> counted(message, unit, result));
        }
    }

    /** One damaged record must not hold up those behind it. */
    private MessageToStore readable(ByteBuffer record) {
        try {
            return messageOf(record);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            log.error("{}: the record at {} is damaged", this, next, e);
            return null;
        }
    }

    /** The message as it was sent, or null when it does not say where it belongs. */
    private MessageToStore messageOf(ByteBuffer record) {
        if (!StoredRecord.isMessage(record)) {
            return null;
        }
        MessageToStore message = StoredRecord.copy(record);
        var properties = new StoredProperties(message.properties);
        String topic = properties.get(MessageConst.PROPERTY_REAL_TOPIC);
        String queue = properties.get(MessageConst.PROPERTY_REAL_QUEUE_ID);
        // A half message is not delayed by any client; one that got here could be neither committed nor asked about.
        if (topic == null || queue == null || topic.equals(TopicValidator.RMQ_SYS_TRANS_HALF_TOPIC)) {
            return null;
        }
        try {
            message.queueId = Integer.parseInt(queue);
        } catch (NumberFormatException e) {
            return null;
        }
        message.topic = topic;
        return message;
    }

    private PutResult counted(MessageToStore message, QueueUnit unit, PutResult result) {
        if (result.status().stored()) {
            stats.taken(STATS_GROUP, DelayedDelivery.TOPIC, queueId, 1, unit.recordSize());
            stats.sent(message.topic, message.queueId, 1, (int) (result.endOffset() - result.physicalOffset()));
        }
        return result;
    }

    /** Looks how the put ended; false when the level has to wait, for its end or for another try. */
    private boolean settle(long now) {
        if (!putting.isDone()) {
            return false;
        }
        CompletableFuture<PutResult> done = putting;
        putting = null;
        if (!done.isCompletedExceptionally() && done.join().status().stored()) {
            failures = 0;
            advance();
            return true;
        }
        if (failures++ % REPORT_EVERY == 0) {
            Object why = done.isCompletedExceptionally() ? done : done.join();
            log.warn("{}: the message at {} could not be stored (try {}): {}", this, next, failures, why);
        }
        pause(now + RETRY_MILLIS);
        return false;
    }

    private void advance() {
        next++;
        offsets.put(level, next);
    }

    @Override
    public String toString() {
        return "delay level " + level;
    }
}
