package org.apache.rocketmq.example.transaction;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.TransactionListener;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/** Leaves every transaction open and decides when asked: of three, one stays open, one commits, one rolls back. */
final class UndecidedListener implements TransactionListener {

    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Integer> fates = new ConcurrentHashMap<>();

    @Override
    public LocalTransactionState executeLocalTransaction(Message message, Object arg) {
        fates.put(message.getTransactionId(), count.getAndIncrement() % 3);
        return LocalTransactionState.UNKNOW;
    }

    @Override
    public LocalTransactionState checkLocalTransaction(MessageExt message) {
        return switch (fates.getOrDefault(message.getTransactionId(), 1)) {
            case 0 -> LocalTransactionState.UNKNOW;
            case 2 -> LocalTransactionState.ROLLBACK_MESSAGE;
            default -> LocalTransactionState.COMMIT_MESSAGE;
        };
    }
}
