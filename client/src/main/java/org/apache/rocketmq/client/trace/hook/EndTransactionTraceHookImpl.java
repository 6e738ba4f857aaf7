package org.apache.rocketmq.client.trace.hook;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.hook.EndTransactionContext;
import org.apache.rocketmq.client.hook.EndTransactionHook;
import org.apache.rocketmq.client.trace.TraceBean;
import org.apache.rocketmq.client.trace.TraceContext;
import org.apache.rocketmq.client.trace.TraceDispatcher;
import org.apache.rocketmq.client.trace.TraceType;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageType;
import org.apache.rocketmq.common.protocol.NamespaceUtil;

/** Traces every end of a transaction. Thread-safe. Source: client behaviour, section 9. */
public class EndTransactionTraceHookImpl implements EndTransactionHook {
    private final TraceDispatcher localDispatcher;

    public EndTransactionTraceHookImpl(TraceDispatcher localDispatcher) {
        this.localDispatcher = localDispatcher;
    }

    @Override
    public String hookName() {
        return "EndTransactionTraceHook";
    }

    @Override
    public void endTransaction(EndTransactionContext context) {
        if (context == null || TraceTopics.carries(localDispatcher, context.getMessage())) {
            return;
        }
        Message message = context.getMessage();
        String namespace = message.getProperty(MessageConst.PROPERTY_INSTANCE_ID);
        TraceBean bean = new TraceBean();
        bean.setTopic(NamespaceUtil.withoutNamespace(message.getTopic(), namespace));
        bean.setTags(message.getTags());
        bean.setKeys(message.getKeys());
        bean.setStoreHost(context.getBrokerAddr());
        bean.setMsgType(MessageType.Trans_msg_Commit);
        bean.setMsgId(context.getMsgId());
        bean.setTransactionId(context.getTransactionId());
        bean.setTransactionState(context.getTransactionState());
        bean.setFromTransactionCheck(context.isFromTransactionCheck());
        TraceContext trace = new TraceContext();
        trace.setTraceType(TraceType.EndTransaction);
        trace.setGroupName(NamespaceUtil.withoutNamespace(context.getProducerGroup(), namespace));
        String region = message.getProperty(MessageConst.PROPERTY_MSG_REGION);
        trace.setRegionId(region == null || region.isEmpty() ? MixAll.DEFAULT_TRACE_REGION_ID : region);
        trace.setTraceBeans(new ArrayList<>(List.of(bean)));
        localDispatcher.append(trace);
    }
}
