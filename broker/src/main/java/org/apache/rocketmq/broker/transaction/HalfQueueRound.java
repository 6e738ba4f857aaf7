package org.apache.rocketmq.broker.transaction;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.RecordFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One walk over one half queue: unfinished half messages are put back behind it and their producers asked, until one is
 * too young or new since the walk began.
 *
 * <p>Each half message was asked about at least once before it is given up; one whose producers are all away is kept. One bad
 * record does not stop the walk, a store that takes no messages does. Confined to the asking thread. Source: broker
 * specification, check cycle.
 */
final class HalfQueueRound {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.TRANSACTION_LOGGER_NAME);

    private static final String TOPIC = TopicValidator.RMQ_SYS_TRANS_HALF_TOPIC;
    private static final long LONGEST_MILLIS = 60_000;
    private static final long PUT_TIMEOUT_MILLIS = 10_000;

    /** What becomes of a half message in this round. */
    private enum Step {
        /** Dealt with; on to the next one. */
        NEXT,
        /** Not decided: the op records are read further first. */
        READ_OPS,
        /** This and all behind it have time until the next round. */
        END
    }

    /**
     * When to ask and when to give up.
     *
     * @param timeoutMillis time a transaction may take before it is asked about
     * @param mostQuestions questions before it is given up
     * @param longestMillis age at which it is given up once it was asked about
     */
    record Limits(long timeoutMillis, int mostQuestions, long longestMillis) {}

    /** What all rounds work with. */
    record Parts(
            MessageStore store,
            InternalPut internalPut,
            TopicTable topics,
            ProducerQuestions questions,
            LateAnswers late,
            LongSupplier clockMillis) {}

    private final Parts parts;
    private final Limits limits;
    private final int queueId;
    private final OpQueue ops;
    private final BooleanSupplier running;
    private final long beganMillis;
    private boolean opsInLastRead;
    private long position;
    private int unaskable;

    /**
     * @param halfFrom offset of the first half message to look at
     * @param opFrom offset of the first op record that is not used up
     * @param running false ends the walk early
     */
    HalfQueueRound(Parts parts, Limits limits, int queueId, long halfFrom, long opFrom, BooleanSupplier running) {
        this.parts = parts;
        this.limits = limits;
        this.queueId = queueId;
        this.position = halfFrom;
        this.ops = new OpQueue(parts.store, queueId, opFrom, halfFrom, parts.late);
        this.running = running;
        this.beganMillis = parts.clockMillis.getAsLong();
    }

    /** Walks. Afterwards {@link #halfOffset} and {@link #opOffset} say where the next round begins. */
    void walk() {
        opsInLastRead = ops.readMore();
        while (running.getAsBoolean() && parts.clockMillis.getAsLong() - beganMillis <= LONGEST_MILLIS) {
            if (ops.take(position)) {
                position++;
                continue;
            }
            Found found = read();
            if (found.half() == null) {
                if (found.next() <= position) {
                    position = found.next();
                    break;
                }
                position = found.next();
                continue;
            }
            Step step = deal(found.half());
            if (step == Step.END) {
                break;
            } else if (step == Step.NEXT) {
                position++;
            } else {
                opsInLastRead = ops.readMore();
            }
        }
        if (unaskable > 0) {
            log.warn("{} half messages wait for their producers, none of whom is online", unaskable);
        }
    }

    long halfOffset() {
        return position;
    }

    long opOffset() {
        return ops.used();
    }

    /** The half message at {@link #position}, or where to go on without it. */
    private record Found(HalfMessage half, long next) {}

    private Found read() {
        try (ReadResult result = parts.store.read(TOPIC, queueId, position, 1, RecordFilter.ALL)) {
            if (result == null) {
                return new Found(null, position);
            }
            List<ByteBuffer> slices = result.slices();
            if (slices.isEmpty()) {
                return new Found(null, result.nextOffset());
            }
            HalfMessage half = HalfMessage.of(slices.get(0));
            if (half != null && half.queueOffset() == position) {
                return new Found(half.detached(), position);
            }
            log.error("half queue {} holds no half message at {}", queueId, position);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            log.error("the half message at {} of queue {} is damaged", position, queueId, e);
        }
        return new Found(null, position + 1);
    }

    private Step deal(HalfMessage half) {
        if (half.storeTimestamp() >= beganMillis) {
            return Step.END;
        }
        if (half.realTopic() == null || half.realQueueId() < 0 || half.producerGroup() == null) {
            log.error("half message {} names no topic, queue or producer group", half.physicalOffset());
            return giveUp(half);
        }
        long age = parts.clockMillis.getAsLong() - half.bornTimestamp();
        boolean exhausted = half.timesAsked() >= limits.mostQuestions() || age > limits.longestMillis();
        if (half.timesAsked() > 0 && exhausted) {
            return giveUp(half);
        }
        long firstCopy = half.number(MessageConst.PROPERTY_TRANSACTION_PREPARED_QUEUE_OFFSET, -1);
        if (firstCopy >= 0 && (ops.take(firstCopy) || parts.late.take(queueId, firstCopy))) {
            return Step.NEXT;
        }
        long immunityMillis = immunityMillis(half);
        if (immunityMillis >= 0 && age < immunityMillis) {
            return keepImmune(half);
        }
        long limit = immunityMillis >= 0 ? immunityMillis : limits.timeoutMillis();
        if (age >= 0 && age < limit) {
            return Step.END;
        }
        return mayAsk(age, limit) ? ask(half) : Step.READ_OPS;
    }

    /** Whether op records that could finish the message have been read. */
    private boolean mayAsk(long age, long limit) {
        return (!opsInLastRead && age >= limit)
                || (opsInLastRead && ops.newestBornTimestamp() - beganMillis > limits.timeoutMillis())
                || age <= -1;
    }

    /** How long the sender wants not to be asked, or -1 when it does not say. */
    private long immunityMillis(HalfMessage half) {
        if (half.properties().get(MessageConst.PROPERTY_CHECK_IMMUNITY_TIME_IN_SECONDS) == null) {
            return -1;
        }
        long seconds = half.number(MessageConst.PROPERTY_CHECK_IMMUNITY_TIME_IN_SECONDS, -1);
        return seconds < 0 ? limits.timeoutMillis() : TimeUnit.SECONDS.toMillis(seconds);
    }

    /** Puts the message behind the walk, so that those behind it get their turn. It is not asked about. */
    private Step keepImmune(HalfMessage half) {
        if (half.properties().get(MessageConst.PROPERTY_TRANSACTION_PREPARED_QUEUE_OFFSET) == null) {
            half.properties()
                    .put(MessageConst.PROPERTY_TRANSACTION_PREPARED_QUEUE_OFFSET, String.valueOf(half.queueOffset()));
        }
        return putBack(half) == null ? Step.END : Step.NEXT;
    }

    private Step ask(HalfMessage half) {
        boolean possible = parts.questions.possible(half.producerGroup());
        if (possible) {
            half.properties().put(MessageConst.PROPERTY_TRANSACTION_CHECK_TIMES, String.valueOf(half.timesAsked() + 1));
        } else {
            unaskable++;
        }
        PutResult copy = putBack(half);
        if (copy == null) {
            return Step.END;
        }
        if (possible) {
            parts.questions.ask(half, copy);
        }
        return Step.NEXT;
    }

    private PutResult putBack(HalfMessage half) {
        half.message().properties = half.properties().bytes();
        return put(half.message());
    }

    private Step giveUp(HalfMessage half) {
        parts.topics.findOrCreate(
                TopicValidator.RMQ_SYS_TRANS_CHECK_MAX_TIME_TOPIC, 1, PermName.PERM_READ | PermName.PERM_WRITE, 0);
        MessageToStore message = half.message();
        message.topic = TopicValidator.RMQ_SYS_TRANS_CHECK_MAX_TIME_TOPIC;
        message.queueId = 0;
        if (put(message) == null) {
            return Step.END;
        }
        log.warn(
                "half message {} of producer group {} is given up after {} questions, a copy is in {}",
                half.properties().get(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX),
                half.producerGroup(),
                half.timesAsked(),
                message.topic);
        return Step.NEXT;
    }

    /** Stores the message as safely as a producer's; null, with the reason logged, when that failed. */
    private PutResult put(MessageToStore message) {
        message.waitStoreOk = true;
        Object reason;
        try {
            PutResult result = parts.internalPut.putNow(message).get(PUT_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            if (result.status().stored()) {
                return result;
            }
            reason = result;
        } catch (ExecutionException | TimeoutException e) {
            reason = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = e;
        }
        log.error("a half message could not be put to {}, next try in the next round: {}", message.topic, reason);
        return null;
    }
}
