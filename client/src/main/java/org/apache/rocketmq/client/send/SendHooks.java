package org.apache.rocketmq.client.send;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.hook.CheckForbiddenContext;
import org.apache.rocketmq.client.hook.CheckForbiddenHook;
import org.apache.rocketmq.client.hook.SendMessageContext;
import org.apache.rocketmq.client.hook.SendMessageHook;
import org.apache.rocketmq.client.impl.CommunicationMode;
import org.apache.rocketmq.client.impl.producer.DefaultMQProducerImpl;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.message.MessageType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hooks of one producer and when they run. Thread-safe. Source: client behaviour, section 9.1. */
public final class SendHooks {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final String START_DELIVER_TIME = "__STARTDELIVERTIME";

    private final DefaultMQProducerImpl owner;
    private final DefaultMQProducer producer;
    private final List<SendMessageHook> sending = new CopyOnWriteArrayList<>();
    private final List<CheckForbiddenHook> checking = new CopyOnWriteArrayList<>();

    public SendHooks(DefaultMQProducerImpl owner, DefaultMQProducer producer) {
        this.owner = owner;
        this.producer = producer;
    }

    public void add(SendMessageHook hook) {
        sending.add(hook);
        LOG.info("register sendMessage Hook, {}", hook.hookName());
    }

    public void add(CheckForbiddenHook hook) {
        checking.add(hook);
        LOG.info("register a new checkForbiddenHook. hookName={}, allHookSize={}", hook.hookName(), checking.size());
    }

    /**
     * Runs the checks and the "before" hooks of one attempt; returns what {@link #after} needs, null without send hooks.
     *
     * @throws MQClientException when a check forbids the send
     */
    SendMessageContext before(Outgoing out, MessageQueue queue, String address, CommunicationMode mode)
            throws MQClientException {
        if (sending.isEmpty() && checking.isEmpty()) {
            return null;
        }
        Message sent = out.asSent();
        if (!checking.isEmpty()) {
            check(sent, queue, address, mode);
        }
        if (sending.isEmpty()) {
            return null;
        }
        SendMessageContext context = new SendMessageContext();
        context.setProducer(owner);
        context.setProducerGroup(producer.getProducerGroup());
        context.setCommunicationMode(mode);
        context.setBornHost(producer.getClientIP());
        context.setBrokerAddr(address);
        context.setMessage(sent);
        context.setMq(queue);
        context.setNamespace(producer.getNamespace());
        context.setMsgType(typeOf(sent));
        for (SendMessageHook hook : sending) {
            try {
                hook.sendMessageBefore(context);
            } catch (RuntimeException e) {
                LOG.warn("send hook {} failed before a send", hook.hookName(), e);
            }
        }
        out.propertiesMayHaveChanged();
        return context;
    }

    private void check(Message sent, MessageQueue queue, String address, CommunicationMode mode)
            throws MQClientException {
        CheckForbiddenContext context = new CheckForbiddenContext();
        context.setNameSrvAddr(producer.getNamesrvAddr());
        context.setGroup(producer.getProducerGroup());
        context.setCommunicationMode(mode);
        context.setBrokerAddr(address);
        context.setMessage(sent);
        context.setMq(queue);
        context.setUnitMode(producer.isUnitMode());
        for (CheckForbiddenHook hook : checking) {
            hook.checkForbidden(context);
        }
    }

    private static MessageType typeOf(Message message) {
        if (message.getProperty(START_DELIVER_TIME) != null
                || message.getProperty(MessageConst.PROPERTY_DELAY_TIME_LEVEL) != null) {
            return MessageType.Delay_Msg;
        }
        return "true".equals(message.getProperty(MessageConst.PROPERTY_TRANSACTION_PREPARED))
                ? MessageType.Trans_Msg_Half
                : MessageType.Normal_Msg;
    }

    /** Runs the "after" hooks of an attempt; the context is what {@link #before} returned. */
    void after(SendMessageContext context, SendResult result, Exception failure) {
        if (context == null) {
            return;
        }
        context.setSendResult(result);
        context.setException(failure);
        for (SendMessageHook hook : sending) {
            try {
                hook.sendMessageAfter(context);
            } catch (RuntimeException e) {
                LOG.warn("send hook {} failed after a send", hook.hookName(), e);
            }
        }
    }
}
