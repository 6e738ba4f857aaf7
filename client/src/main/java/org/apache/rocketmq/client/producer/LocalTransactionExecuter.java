package org.apache.rocketmq.client.producer;

import org.apache.rocketmq.common.message.Message;

/** The local transaction of the older API; {@link TransactionListener} replaces it. */
@Deprecated
public interface LocalTransactionExecuter {
    LocalTransactionState executeLocalTransactionBranch(Message msg, Object arg);
}
