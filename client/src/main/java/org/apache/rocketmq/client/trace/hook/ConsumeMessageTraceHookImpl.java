package org.apache.rocketmq.client.trace.hook;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.consumer.listener.ConsumeReturnType;
import org.apache.rocketmq.client.hook.ConsumeMessageContext;
import org.apache.rocketmq.client.hook.ConsumeMessageHook;
import org.apache.rocketmq.client.trace.TraceBean;
import org.apache.rocketmq.client.trace.TraceContext;
import org.apache.rocketmq.client.trace.TraceDispatcher;
import org.apache.rocketmq.client.trace.TraceType;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.NamespaceUtil;

/** Traces every listener call, before and after. Thread-safe. Source: client behaviour, section 9. */
public class ConsumeMessageTraceHookImpl implements ConsumeMessageHook {
    private final TraceDispatcher localDispatcher;

    public ConsumeMessageTraceHookImpl(TraceDispatcher localDispatcher) {
        this.localDispatcher = localDispatcher;
    }

    @Override
    public String hookName() {
        return "ConsumeMessageTraceHook";
    }

    @Override
    public void consumeMessageBefore(ConsumeMessageContext context) {
        if (context == null
                || context.getMsgList() == null
                || context.getMsgList().isEmpty()) {
            return;
        }
        TraceContext trace = new TraceContext();
        trace.setTraceType(TraceType.SubBefore);
        trace.setGroupName(NamespaceUtil.withoutNamespace(context.getConsumerGroup(), context.getNamespace()));
        List<TraceBean> beans = new ArrayList<>();
        for (MessageExt message : context.getMsgList()) {
            if (message == null
                    || "false".equals(message.getProperty(MessageConst.PROPERTY_TRACE_SWITCH))
                    || TraceTopics.carries(localDispatcher, message)) {
                continue;
            }
            beans.add(bean(message, context.getNamespace()));
            trace.setRegionId(message.getProperty(MessageConst.PROPERTY_MSG_REGION));
        }
        if (beans.isEmpty()) {
            return;
        }
        trace.setTraceBeans(beans);
        trace.setAccessChannel(context.getAccessChannel());
        context.setMqTraceContext(trace);
        localDispatcher.append(trace);
    }

    private static TraceBean bean(MessageExt message, String namespace) {
        TraceBean bean = new TraceBean();
        bean.setTopic(NamespaceUtil.withoutNamespace(message.getTopic(), namespace));
        bean.setMsgId(message.getMsgId());
        bean.setTags(message.getTags());
        bean.setKeys(message.getKeys());
        bean.setStoreTime(message.getStoreTimestamp());
        bean.setBodyLength(message.getStoreSize());
        bean.setRetryTimes(message.getReconsumeTimes());
        return bean;
    }

    @Override
    public void consumeMessageAfter(ConsumeMessageContext context) {
        if (context == null || !(context.getMqTraceContext() instanceof TraceContext before)) {
            return;
        }
        TraceContext after = new TraceContext();
        after.setTraceType(TraceType.SubAfter);
        after.setRegionId(before.getRegionId());
        after.setGroupName(before.getGroupName());
        after.setRequestId(before.getRequestId());
        after.setAccessChannel(context.getAccessChannel());
        after.setSuccess(context.isSuccess());
        after.setTraceBeans(before.getTraceBeans());
        long tookMillis = System.currentTimeMillis() - before.getTimeStamp();
        int messages = Math.max(context.getMsgList().size(), 1);
        after.setCostTime((int) (tookMillis / messages));
        String how = context.getProps() == null ? null : context.getProps().get(MixAll.CONSUME_CONTEXT_TYPE);
        if (how != null) {
            after.setContextCode(ConsumeReturnType.valueOf(how).ordinal());
        }
        localDispatcher.append(after);
    }
}
