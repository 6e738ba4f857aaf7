package org.apache.rocketmq.client.transaction;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.apache.rocketmq.client.Validators;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.hook.EndTransactionContext;
import org.apache.rocketmq.client.hook.EndTransactionHook;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.client.producer.TransactionSendResult;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.header.CheckTransactionStateRequestHeader;
import org.apache.rocketmq.common.protocol.header.EndTransactionRequestHeader;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.remoting.common.RemotingHelper;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transactions of one started producer. Thread-safe. Source: client behaviour, section 6. */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long CHECK_ANSWER_TIMEOUT_MILLIS = 3_000;

    private final DefaultMQProducer producer;
    private final MQClientInstance instance;
    private final List<EndTransactionHook> hooks;

    public Transactions(DefaultMQProducer producer, MQClientInstance instance, List<EndTransactionHook> hooks) {
        this.producer = producer;
        this.instance = instance;
        this.hooks = hooks;
    }

    /**
     * Sends {@code message} as half message, runs {@code local} on this thread if it was stored well, and tells the broker
     * how that ended.
     *
     * @throws MQClientException when the message is illegal or could not be sent; then {@code local} did not run
     */
    public TransactionSendResult send(
            Message message, BiFunction<Message, Object, LocalTransactionState> local, Object arg)
            throws MQClientException {
        if (message != null) {
            MessageAccessor.clearProperty(message, MessageConst.PROPERTY_DELAY_TIME_LEVEL);
        }
        Validators.checkMessage(message, producer);
        MessageAccessor.putProperty(message, MessageConst.PROPERTY_TRANSACTION_PREPARED, "true");
        MessageAccessor.putProperty(message, MessageConst.PROPERTY_PRODUCER_GROUP, producer.getProducerGroup());
        SendResult sent;
        try {
            sent = producer.send(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MQClientException("send message Exception", e);
        } catch (Exception e) {
            throw new MQClientException("send message Exception", e);
        }
        LocalTransactionState state = LocalTransactionState.ROLLBACK_MESSAGE;
        Throwable failure = null;
        if (sent.getSendStatus() == SendStatus.SEND_OK) {
            state = LocalTransactionState.UNKNOW;
            try {
                LocalTransactionState told = run(message, sent, local, arg);
                state = told == null ? state : told;
            } catch (Throwable e) {
                // The half message is stored: whatever the application throws, the broker has to be told and asks
                // again.
                LOG.warn("local transaction of message {} failed", sent.getMsgId(), e);
                failure = e;
            }
        }
        end(message, sent, state, failure);
        return result(sent, state);
    }

    private static LocalTransactionState run(
            Message message, SendResult sent, BiFunction<Message, Object, LocalTransactionState> local, Object arg) {
        if (sent.getTransactionId() != null) {
            message.putUserProperty("__transactionId__", sent.getTransactionId());
        }
        String uniqueKey = message.getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
        if (uniqueKey != null && !uniqueKey.isEmpty()) {
            message.setTransactionId(uniqueKey);
        }
        return local.apply(message, arg);
    }

    /** 4.9 quirk: offset id and region of the send are not passed on. */
    private static TransactionSendResult result(SendResult sent, LocalTransactionState state) {
        TransactionSendResult result = new TransactionSendResult();
        result.setSendStatus(sent.getSendStatus());
        result.setMessageQueue(sent.getMessageQueue());
        result.setMsgId(sent.getMsgId());
        result.setQueueOffset(sent.getQueueOffset());
        result.setTransactionId(sent.getTransactionId());
        result.setLocalTransactionState(state);
        return result;
    }

    /** A broker that is not told asks later, so a failure is only logged. */
    private void end(Message message, SendResult sent, LocalTransactionState state, Throwable failure) {
        String brokerName = sent.getMessageQueue().getBrokerName();
        try {
            String id = sent.getOffsetMsgId() != null ? sent.getOffsetMsgId() : sent.getMsgId();
            EndTransactionRequestHeader header = header(sent.getMsgId(), sent.getTransactionId(), state);
            header.setCommitLogOffset(MessageDecoder.decodeMessageId(id).getOffset());
            header.setTranStateTableOffset(sent.getQueueOffset());
            header.setFromTransactionCheck(false);
            header.setBname(brokerName);
            String address = instance.masterOf(brokerName, producer.withNamespace(message.getTopic()));
            if (address == null) {
                throw new MQClientException("The broker[" + brokerName + "] not exist", null);
            }
            callHooks(message, address, header, state);
            String remark = failure == null ? null : "executeLocalTransactionBranch exception: " + failure;
            instance.brokerApi().endTransaction(address, header, remark, producer.getSendMsgTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("interrupted before broker {} was told that message {} is {}", brokerName, sent.getMsgId(), state);
        } catch (Exception e) {
            LOG.warn("broker {} could not be told that message {} is {}", brokerName, sent.getMsgId(), state, e);
        }
    }

    /** Asks the application on its executor and answers the broker that asks, {@code brokerAddress}. */
    public void check(
            TransactionChecks checks,
            String brokerAddress,
            MessageExt half,
            CheckTransactionStateRequestHeader request) {
        try {
            checks.executor().execute(() -> answer(checks, brokerAddress, half, request));
        } catch (RejectedExecutionException e) {
            LOG.warn("the check executor refused the check of message {}; the broker asks again", half.getMsgId(), e);
        }
    }

    private void answer(
            TransactionChecks checks,
            String brokerAddress,
            MessageExt half,
            CheckTransactionStateRequestHeader request) {
        LocalTransactionState state = LocalTransactionState.UNKNOW;
        String remark = null;
        try {
            state = checks.state().apply(half);
        } catch (Throwable e) {
            // Whatever the application throws, the broker gets an answer and asks again.
            LOG.warn("the check of message {} failed", half.getMsgId(), e);
            remark = "checkLocalTransactionState Exception: " + RemotingHelper.exceptionSimpleDesc(e);
        }
        if (state == null) {
            LOG.warn("the listener knows no state of message {}; the broker is not answered", half.getMsgId());
            return;
        }
        String uniqueKey = half.getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
        EndTransactionRequestHeader header =
                header(uniqueKey == null ? half.getMsgId() : uniqueKey, request.getTransactionId(), state);
        header.setCommitLogOffset(request.getCommitLogOffset());
        header.setTranStateTableOffset(request.getTranStateTableOffset());
        header.setFromTransactionCheck(true);
        header.setBname(request.getBname());
        callHooks(half, brokerAddress, header, state);
        try {
            instance.brokerApi().endTransaction(brokerAddress, header, remark, CHECK_ANSWER_TIMEOUT_MILLIS);
        } catch (RemotingException e) {
            LOG.warn("the check of message {} could not be answered: {}", header.getMsgId(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private EndTransactionRequestHeader header(String msgId, String transactionId, LocalTransactionState state) {
        EndTransactionRequestHeader header = new EndTransactionRequestHeader();
        header.setProducerGroup(producer.getProducerGroup());
        header.setMsgId(msgId);
        header.setTransactionId(transactionId);
        header.setCommitOrRollback(
                switch (state) {
                    case COMMIT_MESSAGE -> MessageSysFlag.TRANSACTION_COMMIT_TYPE;
                    case ROLLBACK_MESSAGE -> MessageSysFlag.TRANSACTION_ROLLBACK_TYPE;
                    case UNKNOW -> MessageSysFlag.TRANSACTION_NOT_TYPE;
                });
        return header;
    }

    private void callHooks(
            Message message, String brokerAddress, EndTransactionRequestHeader header, LocalTransactionState state) {
        if (hooks.isEmpty()) {
            return;
        }
        EndTransactionContext context = new EndTransactionContext();
        context.setProducerGroup(producer.getProducerGroup());
        context.setMessage(message);
        context.setBrokerAddr(brokerAddress);
        context.setMsgId(header.getMsgId());
        context.setTransactionId(header.getTransactionId());
        context.setTransactionState(state);
        context.setFromTransactionCheck(header.getFromTransactionCheck());
        for (EndTransactionHook hook : hooks) {
            try {
                hook.endTransaction(context);
            } catch (RuntimeException e) {
                LOG.warn("end transaction hook {} failed", hook.hookName(), e);
            }
        }
    }
}
