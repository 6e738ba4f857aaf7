package org.apache.rocketmq.client.transaction;

import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * How a producer answers when brokers ask for the state of a transaction.
 *
 * @param executor what the application is asked on; may refuse, then the broker asks again later
 * @param state asks the application; may throw, which means unknown, or give null, which means no answer
 */
public record TransactionChecks(Executor executor, Function<MessageExt, LocalTransactionState> state) {}
