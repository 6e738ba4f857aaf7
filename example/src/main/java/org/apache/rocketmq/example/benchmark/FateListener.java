package org.apache.rocketmq.example.benchmark;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.TransactionListener;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * Answers as the body says and notices checks that should not have come: after a decided transaction, after a decided
 * check, or twice for the same round. Thread-safe.
 */
final class FateListener implements TransactionListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss,SSS");
    private static final int REMEMBERED = 10_000;

    private final long batchId;
    private final LongAdder checks = new LongAdder();
    private final LongAdder unexpected = new LongAdder();
    private final LongAdder duplicated = new LongAdder();

    /** Message id to the last round that was asked for. */
    private final Map<Long, Integer> lastRounds = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });

    FateListener(long batchId) {
        this.batchId = batchId;
    }

    @Override
    public LocalTransactionState executeLocalTransaction(Message message, Object arg) {
        return TransactionBody.of(message.getBody()).sendResult();
    }

    @Override
    public LocalTransactionState checkLocalTransaction(MessageExt message) {
        TransactionBody body = TransactionBody.of(message.getBody());
        if (body.batchId() != batchId) {
            // Left over from an earlier run.
            return LocalTransactionState.ROLLBACK_MESSAGE;
        }
        checks.increment();
        int round = Integer.parseInt(message.getUserProperty(MessageConst.PROPERTY_TRANSACTION_CHECK_TIMES));
        noticeUnexpected(message, body, round);
        Integer lastRound = lastRounds.put(body.messageId(), round);
        if (lastRound != null && lastRound >= round) {
            duplicated.increment();
        }
        return body.checkResult(round);
    }

    Counts counts() {
        return new Counts(checks.sum(), unexpected.sum(), duplicated.sum());
    }

    private void noticeUnexpected(MessageExt message, TransactionBody body, int round) {
        String results;
        if (body.sendResult() != LocalTransactionState.UNKNOW) {
            results = body.sendResult().toString();
        } else if (round > 1 && body.checkResult(round - 1) != LocalTransactionState.UNKNOW) {
            results = body.sendResult() + ",lastCheckResult=" + body.checkResult(round - 1);
        } else {
            return;
        }
        unexpected.increment();
        System.out.printf(
                "%s unexpected check: msgId=%s,txId=%s,checkTimes=%s,sendResult=%s%n",
                LocalDateTime.now().format(TIME), message.getMsgId(), message.getTransactionId(), round, results);
    }

    record Counts(long checks, long unexpected, long duplicated) {}
}
