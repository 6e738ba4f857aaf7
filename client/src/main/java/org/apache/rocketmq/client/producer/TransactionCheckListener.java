package org.apache.rocketmq.client.producer;

import org.apache.rocketmq.common.message.MessageExt;

/** Answers the broker's check in the older API; {@link TransactionListener} replaces it. */
@Deprecated
public interface TransactionCheckListener {
    LocalTransactionState checkLocalTransactionState(MessageExt msg);
}
