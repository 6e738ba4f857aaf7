package org.apache.rocketmq.example.benchmark;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.rocketmq.client.producer.LocalTransactionState;

/**
 * The fate of a transaction, decided when it is sent and carried in its body: batch id (8 bytes), message id (8), result
 * of the local transaction (1), results of up to 20 checks (20), random rest. Source: benchmark folder. Immutable.
 */
final class TransactionBody {

    private static final int BATCH_AT = 0;
    private static final int MESSAGE_AT = 8;
    private static final int SEND_RESULT_AT = 16;
    private static final int CHECK_RESULTS_AT = 17;
    private static final int CHECKS = 20;
    private static final int LEAST_BYTES = CHECK_RESULTS_AT + CHECKS;
    private static final LocalTransactionState[] STATES = LocalTransactionState.values();

    private final ByteBuffer bytes;

    private TransactionBody(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static TransactionBody of(byte[] body) {
        return new TransactionBody(ByteBuffer.wrap(body));
    }

    /** Throws dice for the results. Bodies are at least 37 bytes long. */
    static byte[] random(long batchId, long messageId, int sizeBytes, Rates rates) {
        ByteBuffer bytes = ByteBuffer.wrap(RandomBody.of(Math.max(sizeBytes, LEAST_BYTES)));
        bytes.putLong(BATCH_AT, batchId);
        bytes.putLong(MESSAGE_AT, messageId);
        bytes.put(SEND_RESULT_AT, result(rates.sendRollback(), rates.sendUnknown()));
        for (int i = 0; i < CHECKS; i++) {
            bytes.put(CHECK_RESULTS_AT + i, result(rates.checkRollback(), rates.checkUnknown()));
        }
        return bytes.array();
    }

    long batchId() {
        return bytes.getLong(BATCH_AT);
    }

    long messageId() {
        return bytes.getLong(MESSAGE_AT);
    }

    LocalTransactionState sendResult() {
        return STATES[bytes.get(SEND_RESULT_AT)];
    }

    /**
     * @param check counts from 1; checks beyond the last one get its result
     */
    LocalTransactionState checkResult(int check) {
        return STATES[bytes.get(CHECK_RESULTS_AT + Math.max(1, Math.min(check, CHECKS)) - 1)];
    }

    private static byte result(double rollback, double unknown) {
        double dice = ThreadLocalRandom.current().nextDouble();
        LocalTransactionState state;
        if (dice < rollback) {
            state = LocalTransactionState.ROLLBACK_MESSAGE;
        } else if (dice < rollback + unknown) {
            state = LocalTransactionState.UNKNOW;
        } else {
            state = LocalTransactionState.COMMIT_MESSAGE;
        }
        return (byte) state.ordinal();
    }

    /** Shares of the transactions, 0 to 1. */
    record Rates(double sendRollback, double sendUnknown, double checkRollback, double checkUnknown) {}
}
