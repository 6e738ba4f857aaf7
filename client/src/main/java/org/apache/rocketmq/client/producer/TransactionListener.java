package org.apache.rocketmq.client.producer;

import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/** The application's side of a transactional message. */
public interface TransactionListener {
    /** Runs the local transaction after the half message is stored; called on the sending thread. */
    LocalTransactionState executeLocalTransaction(Message msg, Object arg);

    /** Tells the state when the broker asks for it; called on a check thread. */
    LocalTransactionState checkLocalTransaction(MessageExt msg);
}
