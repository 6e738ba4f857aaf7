package org.apache.rocketmq.broker.transaction;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.offset.ConsumerOffsets;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.broker.topic.TopicTable;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks producers about transactions that do not end, one round each {@code transactionCheckInterval}.
 *
 * <p>Owns the thread "TransactionCheck". {@link #start} and {@link #stop} may alternate with the role of the broker: a slave
 * does not ask. Progress is that of group CID_RMQ_SYS_TRANS in the half and op queues. Source: broker specification, check
 * cycle.
 */
public final class TransactionCheck {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.TRANSACTION_LOGGER_NAME);

    static final String GROUP = "CID_RMQ_SYS_TRANS";
    private static final String HALF_TOPIC = TopicValidator.RMQ_SYS_TRANS_HALF_TOPIC;

    private final BrokerConfig config;
    private final MessageStoreConfig storeConfig;
    private final BrokerIdentity identity;
    private final TopicTable topics;
    private final ConsumerOffsets offsets;
    private final MessageStore store;
    private final HalfQueueRound.Parts parts;
    private CountDownLatch stopped = new CountDownLatch(0);
    private Thread thread;

    TransactionCheck(
            BrokerConfig config,
            MessageStoreConfig storeConfig,
            BrokerIdentity identity,
            TopicTable topics,
            ConsumerOffsets offsets,
            MessageStore store,
            InternalPut internalPut,
            ProducerQuestions questions,
            LongSupplier clockMillis) {
        this.config = config;
        this.storeConfig = storeConfig;
        this.identity = identity;
        this.topics = topics;
        this.offsets = offsets;
        this.store = store;
        this.parts = new HalfQueueRound.Parts(store, internalPut, topics, questions, new LateAnswers(), clockMillis);
    }

    public synchronized void start() {
        if (stopped.getCount() > 0) {
            return;
        }
        var ended = new CountDownLatch(1);
        long intervalMillis = config.getTransactionCheckInterval();
        stopped = ended;
        thread = new Thread(() -> run(ended, intervalMillis), "TransactionCheck");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the questions. Harmless when they were not started. */
    public synchronized void stop() {
        if (stopped.getCount() == 0) {
            return;
        }
        stopped.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(CountDownLatch ended, long intervalMillis) {
        try {
            while (!ended.await(intervalMillis, TimeUnit.MILLISECONDS)) {
                round(ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One round over all half queues; a failure in one does not keep the others from their turn. */
    private void round(CountDownLatch ended) {
        TopicConfig half = topics.findOrCreate(HALF_TOPIC, 1, PermName.PERM_READ | PermName.PERM_WRITE, 0);
        for (int queueId = 0; queueId < half.getReadQueueNums() && ended.getCount() > 0; queueId++) {
            try {
                round(queueId, ended);
            } catch (RuntimeException e) {
                log.error("half queue {} is looked at again in the next round", queueId, e);
            }
        }
    }

    private void round(int queueId, CountDownLatch ended) {
        long halfFrom = progress(HALF_TOPIC, queueId);
        long opFrom = progress(OpRecords.TOPIC, queueId);
        var limits = new HalfQueueRound.Limits(
                config.getTransactionTimeOut(),
                config.getTransactionCheckMax(),
                TimeUnit.HOURS.toMillis(storeConfig.getFileReservedTime()));
        var round = new HalfQueueRound(parts, limits, queueId, halfFrom, opFrom, () -> ended.getCount() > 0);
        try {
            round.walk();
        } finally {
            // Also after a failure: what was put back must not be put back twice.
            commit(HALF_TOPIC, queueId, halfFrom, round.halfOffset());
            commit(OpRecords.TOPIC, queueId, opFrom, round.opOffset());
        }
    }

    private long progress(String topic, int queueId) {
        long committed = offsets.find(GROUP, topic, queueId);
        return committed >= 0 ? committed : store.minOffset(topic, queueId);
    }

    private void commit(String topic, int queueId, long before, long now) {
        if (now != before || offsets.find(GROUP, topic, queueId) < 0) {
            offsets.commit(identity.address(), GROUP, topic, queueId, now);
        }
    }
}
