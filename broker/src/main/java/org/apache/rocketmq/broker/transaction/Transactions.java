package org.apache.rocketmq.broker.transaction;

import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.client.BrokerToClient;
import org.apache.rocketmq.broker.client.ProducerGroups;
import org.apache.rocketmq.broker.offset.ConsumerOffsets;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.MessageStoreConfig;

/**
 * The parts that end transactions, built as they belong together.
 *
 * @param end request 37
 * @param resume request 323
 * @param check the questions to producers; started on a master
 */
public record Transactions(EndTransactionHandler end, ResumeCheckHandler resume, TransactionCheck check) {
    public static Transactions of(
            BrokerConfig config,
            MessageStoreConfig storeConfig,
            BrokerIdentity identity,
            TopicTable topics,
            ConsumerOffsets offsets,
            MessageStore store,
            InternalPut internalPut,
            ProducerGroups producers,
            BrokerToClient toClient,
            LongSupplier clockMillis) {
        return new Transactions(
                new EndTransactionHandler(
                        store,
                        internalPut,
                        new OpRecords(identity, internalPut, clockMillis),
                        () -> storeConfig.getBrokerRole() == BrokerRole.SLAVE,
                        storeConfig.getMaxMessageSize()),
                new ResumeCheckHandler(store, internalPut),
                new TransactionCheck(
                        config,
                        storeConfig,
                        identity,
                        topics,
                        offsets,
                        store,
                        internalPut,
                        new ProducerQuestions(store, producers, toClient),
                        clockMillis));
    }
}
