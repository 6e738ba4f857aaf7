package org.apache.rocketmq.client.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.rocketmq.client.broker.PullAnswer;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.client.hook.FilterMessageContext;
import org.apache.rocketmq.client.hook.FilterMessageHook;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a broker's answer into what an application sees: decoded, tags compared by text, hooks asked, bounds and broker
 * name filled in. Thread-safe. Source: client behaviour, sections 8.2 and 10.3.
 */
public final class PulledMessages {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    private final Supplier<String> group;
    private final BooleanSupplier unitMode;
    private final List<FilterMessageHook> hooks = new CopyOnWriteArrayList<>();

    public PulledMessages(Supplier<String> group, BooleanSupplier unitMode) {
        this.group = group;
        this.unitMode = unitMode;
    }

    public void addHook(FilterMessageHook hook) {
        hooks.add(hook);
        LOG.info("filter hook {} of group {} registered", hook.hookName(), group.get());
    }

    public boolean hasHooks() {
        return !hooks.isEmpty();
    }

    /** The list of the result is modifiable; null unless messages were found. */
    public PullResult read(MessageQueue queue, PullAnswer answer, SubscriptionData subscription) {
        List<MessageExt> messages = null;
        if (answer.status() == PullStatus.FOUND) {
            messages = wanted(answer.decode(), subscription);
            askHooks(queue, messages);
            fillIn(queue, answer, messages);
        }
        return new PullResult(
                answer.status(), answer.nextBeginOffset(), answer.minOffset(), answer.maxOffset(), messages);
    }

    /** Brokers compare hash codes of tags only. */
    private static List<MessageExt> wanted(List<MessageExt> decoded, SubscriptionData subscription) {
        Set<String> tags = subscription.getTagsSet();
        if (tags.isEmpty() || subscription.isClassFilterMode()) {
            return new ArrayList<>(decoded);
        }
        List<MessageExt> wanted = new ArrayList<>(decoded.size());
        for (MessageExt message : decoded) {
            if (message.getTags() != null && tags.contains(message.getTags())) {
                wanted.add(message);
            }
        }
        return wanted;
    }

    private void askHooks(MessageQueue queue, List<MessageExt> messages) {
        if (hooks.isEmpty()) {
            return;
        }
        FilterMessageContext context = new FilterMessageContext();
        context.setConsumerGroup(group.get());
        context.setUnitMode(unitMode.getAsBoolean());
        context.setMsgList(messages);
        context.setMq(queue);
        for (FilterMessageHook hook : hooks) {
            try {
                hook.filterMessage(context);
            } catch (RuntimeException e) {
                LOG.error("filter hook {} failed", hook.hookName(), e);
            }
        }
    }

    private static void fillIn(MessageQueue queue, PullAnswer answer, List<MessageExt> messages) {
        String min = Long.toString(answer.minOffset());
        String max = Long.toString(answer.maxOffset());
        for (MessageExt message : messages) {
            if (Boolean.parseBoolean(message.getProperty(MessageConst.PROPERTY_TRANSACTION_PREPARED))) {
                message.setTransactionId(message.getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX));
            }
            MessageAccessor.putProperty(message, MessageConst.PROPERTY_MIN_OFFSET, min);
            MessageAccessor.putProperty(message, MessageConst.PROPERTY_MAX_OFFSET, max);
            message.setBrokerName(queue.getBrokerName());
        }
    }
}
