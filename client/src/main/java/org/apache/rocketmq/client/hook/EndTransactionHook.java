package org.apache.rocketmq.client.hook;

/** Sees the end of every transaction. */
public interface EndTransactionHook {
    String hookName();

    void endTransaction(EndTransactionContext context);
}
