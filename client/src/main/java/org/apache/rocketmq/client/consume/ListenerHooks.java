package org.apache.rocketmq.client.consume;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeReturnType;
import org.apache.rocketmq.client.hook.ConsumeMessageContext;
import org.apache.rocketmq.client.hook.ConsumeMessageHook;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consume hooks of one push consumer, called around each listener call. Thread-safe. Source: client behaviour, section 9.1. */
public final class ListenerHooks {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private final DefaultMQPushConsumer consumer;
    private final List<ConsumeMessageHook> hooks = new CopyOnWriteArrayList<>();

    public ListenerHooks(DefaultMQPushConsumer consumer) {
        this.consumer = consumer;
    }

    public void add(ConsumeMessageHook hook) {
        hooks.add(hook);
        LOG.info("consume hook {} registered", hook.hookName());
    }

    /** Calls the hooks before the listener; the result is for {@link #after}, null when there are no hooks. */
    ConsumeMessageContext before(List<MessageExt> messages, MessageQueue queue) {
        if (hooks.isEmpty()) {
            return null;
        }
        ConsumeMessageContext context = new ConsumeMessageContext();
        context.setNamespace(consumer.getNamespace());
        context.setAccessChannel(consumer.getAccessChannel());
        context.setConsumerGroup(consumer.getConsumerGroup());
        context.setProps(new HashMap<>());
        context.setMq(queue);
        context.setMsgList(messages);
        context.setSuccess(false);
        for (ConsumeMessageHook hook : hooks) {
            try {
                hook.consumeMessageBefore(context);
            } catch (RuntimeException e) {
                LOG.warn("consume hook {} failed before the listener", hook.hookName(), e);
            }
        }
        return context;
    }

    void after(ConsumeMessageContext context, String status, boolean success, ConsumeReturnType type) {
        if (context == null) {
            return;
        }
        context.setStatus(status);
        context.setSuccess(success);
        context.getProps().put(MixAll.CONSUME_CONTEXT_TYPE, type.name());
        for (ConsumeMessageHook hook : hooks) {
            try {
                hook.consumeMessageAfter(context);
            } catch (RuntimeException e) {
                LOG.warn("consume hook {} failed after the listener", hook.hookName(), e);
            }
        }
    }

    /** How a call ended: with an exception, with null, too late, failed or well. */
    ConsumeReturnType type(boolean threw, boolean returnedNull, boolean failed, long tookMillis) {
        if (threw) {
            return ConsumeReturnType.EXCEPTION;
        }
        if (returnedNull) {
            return ConsumeReturnType.RETURNNULL;
        }
        if (tookMillis >= TimeUnit.MINUTES.toMillis(consumer.getConsumeTimeout())) {
            return ConsumeReturnType.TIME_OUT;
        }
        return failed ? ConsumeReturnType.FAILED : ConsumeReturnType.SUCCESS;
    }
}
