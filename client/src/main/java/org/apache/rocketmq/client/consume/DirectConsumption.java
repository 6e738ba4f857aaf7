package org.apache.rocketmq.client.consume;

import java.util.List;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.CMResult;
import org.apache.rocketmq.common.protocol.body.ConsumeMessageDirectlyResult;

/** Calls a listener with one message for CONSUME_MESSAGE_DIRECTLY. Source: client behaviour, section 14. */
final class DirectConsumption {
    private DirectConsumption() {}

    private interface Call {
        CMResult run();
    }

    static ConsumeMessageDirectlyResult concurrently(
            MessageListenerConcurrently listener, MessageExt message, MessageQueue queue) {
        ConsumeConcurrentlyContext context = new ConsumeConcurrentlyContext(queue);
        return run(false, () -> {
            ConsumeConcurrentlyStatus status = listener.consumeMessage(List.of(message), context);
            if (status == null) {
                return CMResult.CR_RETURN_NULL;
            }
            return switch (status) {
                case CONSUME_SUCCESS -> CMResult.CR_SUCCESS;
                case RECONSUME_LATER -> CMResult.CR_LATER;
            };
        });
    }

    @SuppressWarnings("deprecation")
    static ConsumeMessageDirectlyResult orderly(
            MessageListenerOrderly listener, MessageExt message, MessageQueue queue) {
        ConsumeOrderlyContext context = new ConsumeOrderlyContext(queue);
        ConsumeMessageDirectlyResult result = run(true, () -> {
            ConsumeOrderlyStatus status = listener.consumeMessage(List.of(message), context);
            if (status == null) {
                return CMResult.CR_RETURN_NULL;
            }
            return switch (status) {
                case SUCCESS -> CMResult.CR_SUCCESS;
                case COMMIT -> CMResult.CR_COMMIT;
                case ROLLBACK -> CMResult.CR_ROLLBACK;
                case SUSPEND_CURRENT_QUEUE_A_MOMENT -> CMResult.CR_LATER;
            };
        });
        result.setAutoCommit(context.isAutoCommit());
        return result;
    }

    private static ConsumeMessageDirectlyResult run(boolean order, Call call) {
        ConsumeMessageDirectlyResult result = new ConsumeMessageDirectlyResult();
        result.setOrder(order);
        result.setAutoCommit(true);
        long beganMillis = System.currentTimeMillis();
        try {
            result.setConsumeResult(call.run());
        } catch (RuntimeException | Error e) {
            // The asker wants to know how the listener fails.
            result.setConsumeResult(CMResult.CR_THROW_EXCEPTION);
            StackTraceElement[] frames = e.getStackTrace();
            result.setRemark(frames.length == 0 ? e.toString() : e + ", " + frames[0]);
        }
        result.setSpentTimeMills(System.currentTimeMillis() - beganMillis);
        return result;
    }
}
