package org.apache.rocketmq.client.producer;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.transaction.TransactionChecks;
import org.apache.rocketmq.common.ThreadFactoryImpl;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.remoting.RPCHook;

/**
 * A producer of messages that are delivered only if a local transaction commits. Owns its check threads unless the
 * application gave an executor. Thread-safe once started. Source: client behaviour, section 6.
 */
@SuppressWarnings("deprecation") // The older listener types are part of the API.
public class TransactionMQProducer extends DefaultMQProducer {
    private volatile TransactionListener transactionListener;
    private volatile TransactionCheckListener transactionCheckListener;
    private int checkThreadPoolMinSize = 1;
    private int checkThreadPoolMaxSize = 1;
    private int checkRequestHoldMax = 2000;
    private ExecutorService executorService;
    // Null while the application's executor is used.
    private ThreadPoolExecutor ownExecutor;

    public TransactionMQProducer() {}

    public TransactionMQProducer(String producerGroup) {
        this(null, producerGroup, null);
    }

    public TransactionMQProducer(String namespace, String producerGroup) {
        this(namespace, producerGroup, null);
    }

    public TransactionMQProducer(String producerGroup, RPCHook rpcHook) {
        this(null, producerGroup, rpcHook);
    }

    public TransactionMQProducer(String namespace, String producerGroup, RPCHook rpcHook) {
        super(namespace, producerGroup, rpcHook);
    }

    public TransactionMQProducer(
            String namespace,
            String producerGroup,
            RPCHook rpcHook,
            boolean enableMsgTrace,
            String customizedTraceTopic) {
        super(namespace, producerGroup, rpcHook, enableMsgTrace, customizedTraceTopic);
    }

    @Override
    public void start() throws MQClientException {
        Executor executor = executorService;
        if (executor == null) {
            ownExecutor = new ThreadPoolExecutor(
                    checkThreadPoolMinSize,
                    checkThreadPoolMaxSize,
                    60,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(checkRequestHoldMax),
                    new ThreadFactoryImpl("TransactionCheck_"));
            executor = ownExecutor;
        }
        defaultMQProducerImpl.answerChecks(new TransactionChecks(executor, this::check));
        super.start();
    }

    private LocalTransactionState check(MessageExt half) {
        TransactionCheckListener old = transactionCheckListener;
        if (old != null) {
            return old.checkLocalTransactionState(half);
        }
        TransactionListener listener = transactionListener;
        if (listener == null) {
            throw new IllegalStateException("TransactionListener is null");
        }
        return listener.checkLocalTransaction(half);
    }

    /** An executor of the application stays as it is. */
    @Override
    public void shutdown() {
        super.shutdown();
        if (ownExecutor != null) {
            ownExecutor.shutdown();
        }
    }

    /** The old way: the local transaction is an argument, and checks go to the {@link TransactionCheckListener}. */
    @Deprecated
    @Override
    public TransactionSendResult sendMessageInTransaction(
            Message msg, LocalTransactionExecuter tranExecuter, Object arg) throws MQClientException {
        if (transactionCheckListener == null) {
            throw new MQClientException("localTransactionBranchCheckListener is null", null);
        }
        if (tranExecuter == null) {
            throw new MQClientException("tranExecutor is null", null);
        }
        return defaultMQProducerImpl.sendInTransaction(msg, tranExecuter::executeLocalTransactionBranch, arg);
    }

    /**
     * Sends a half message, runs the listener's local transaction on this thread and ends the transaction accordingly.
     *
     * @throws MQClientException when there is no listener, or the half message is illegal or could not be sent
     */
    @Override
    public TransactionSendResult sendMessageInTransaction(Message msg, Object arg) throws MQClientException {
        TransactionListener listener = transactionListener;
        if (listener == null) {
            throw new MQClientException("TransactionListener is null", null);
        }
        return defaultMQProducerImpl.sendInTransaction(msg, listener::executeLocalTransaction, arg);
    }

    public TransactionListener getTransactionListener() {
        return transactionListener;
    }

    public void setTransactionListener(TransactionListener transactionListener) {
        this.transactionListener = transactionListener;
    }

    public TransactionCheckListener getTransactionCheckListener() {
        return transactionCheckListener;
    }

    @Deprecated
    public void setTransactionCheckListener(TransactionCheckListener transactionCheckListener) {
        this.transactionCheckListener = transactionCheckListener;
    }

    /** What checks run on; null for threads of this producer. */
    public ExecutorService getExecutorService() {
        return executorService;
    }

    /** To be set before start. */
    public void setExecutorService(ExecutorService executorService) {
        this.executorService = executorService;
    }

    public int getCheckThreadPoolMinSize() {
        return checkThreadPoolMinSize;
    }

    @Deprecated
    public void setCheckThreadPoolMinSize(int checkThreadPoolMinSize) {
        this.checkThreadPoolMinSize = checkThreadPoolMinSize;
    }

    public int getCheckThreadPoolMaxSize() {
        return checkThreadPoolMaxSize;
    }

    @Deprecated
    public void setCheckThreadPoolMaxSize(int checkThreadPoolMaxSize) {
        this.checkThreadPoolMaxSize = checkThreadPoolMaxSize;
    }

    /** How many checks may wait. */
    public int getCheckRequestHoldMax() {
        return checkRequestHoldMax;
    }

    @Deprecated
    public void setCheckRequestHoldMax(int checkRequestHoldMax) {
        this.checkRequestHoldMax = checkRequestHoldMax;
    }
}
