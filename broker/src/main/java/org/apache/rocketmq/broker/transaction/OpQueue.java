package org.apache.rocketmq.broker.transaction;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.broker.put.StoredProperties;
import org.apache.rocketmq.broker.put.StoredRecord;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.ReadStatus;
import org.apache.rocketmq.store.RecordFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The op records of one half queue in one round of questions: which half messages are finished, and how far the op records
 * themselves are used up. Confined to the asking thread. Source: broker specification, check cycle.
 */
final class OpQueue {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.TRANSACTION_LOGGER_NAME);

    private static final int READ_COUNT = 32;

    private final MessageStore store;
    private final int queueId;
    /** Half messages before it are behind us. */
    private final long halfFrom;

    private final LateAnswers late;
    /** Half offset to the offset of its op record. */
    private final Map<Long, Long> done = new HashMap<>();
    /** Op records behind {@link #used} that are used up. */
    private final Set<Long> usedAhead = new HashSet<>();

    private long used;
    private long next;
    private long newestBornTimestamp = Long.MIN_VALUE;

    OpQueue(MessageStore store, int queueId, long from, long halfFrom, LateAnswers late) {
        this.store = store;
        this.queueId = queueId;
        this.halfFrom = halfFrom;
        this.late = late;
        this.used = from;
        this.next = from;
    }

    /** Reads the next few op records; false when there are none. */
    boolean readMore() {
        try (ReadResult result = store.read(OpRecords.TOPIC, queueId, next, READ_COUNT, RecordFilter.ALL)) {
            if (result == null) {
                return false;
            }
            ReadStatus status = result.status();
            if (status == ReadStatus.OFFSET_TOO_SMALL || status == ReadStatus.OFFSET_OVERFLOW_BADLY) {
                log.warn("op records of queue {} go on at {} instead of {}", queueId, result.nextOffset(), next);
                next = result.nextOffset();
                used = next;
                usedAhead.clear();
                return false;
            }
            long from = next;
            next = Math.max(next, result.nextOffset());
            Set<Long> waiting = new HashSet<>();
            for (ByteBuffer slice : result.slices()) {
                readAll(slice, waiting);
            }
            // What is damaged or gone says nothing any more.
            for (long offset = from; offset < next; offset++) {
                if (!waiting.contains(offset)) {
                    usedAhead.add(offset);
                }
            }
            return next > from;
        }
    }

    private void readAll(ByteBuffer slice, Set<Long> waiting) {
        ByteBuffer records = slice.duplicate();
        while (StoredRecord.isMessage(records)) {
            int size = RecordLayout.totalSize(records, records.position());
            try {
                readOne(records, waiting);
            } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
                log.error("a damaged op record of queue {} is passed over", queueId, e);
            }
            if (size <= 0 || size > records.remaining()) {
                return;
            }
            records.position(records.position() + size);
        }
    }

    private void readOne(ByteBuffer record, Set<Long> waiting) {
        int at = record.position();
        long opOffset = RecordLayout.queueOffset(record, at);
        newestBornTimestamp = RecordLayout.bornTimestamp(record, at);
        long half = halfOffsetIn(record);
        if (half < 0) {
            log.warn("op record {} of queue {} names no half message", opOffset, queueId);
        } else if (half < halfFrom) {
            late.add(queueId, half);
        } else {
            Long earlier = done.put(half, opOffset);
            if (earlier != null) {
                usedAhead.add(earlier);
                waiting.remove(earlier);
            }
            waiting.add(opOffset);
        }
    }

    private static long halfOffsetIn(ByteBuffer record) {
        if (!OpRecords.TAG.equals(
                new StoredProperties(StoredRecord.properties(record)).get(MessageConst.PROPERTY_TAGS))) {
            return -1;
        }
        byte[] body = new byte[RecordLayout.bodyLength(record, record.position())];
        record.get(RecordLayout.bodyAt(record, record.position()), body);
        try {
            return Long.parseLong(new String(body, US_ASCII));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Whether a half message is finished; its op record is used up then. */
    boolean take(long halfOffset) {
        Long opOffset = done.remove(halfOffset);
        if (opOffset == null) {
            return false;
        }
        usedAhead.add(opOffset);
        return true;
    }

    /** When the newest op record read so far was made; {@link Long#MIN_VALUE} before the first. */
    long newestBornTimestamp() {
        return newestBornTimestamp;
    }

    /** All op records before it are used up. */
    long used() {
        while (usedAhead.remove(used)) {
            used++;
        }
        return used;
    }
}
