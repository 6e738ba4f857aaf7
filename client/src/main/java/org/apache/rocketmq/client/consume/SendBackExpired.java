package org.apache.rocketmq.client.consume;

import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageExt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back messages whose listener takes too long, so that they do not hold up their queue's offset for ever. Runs on the
 * upkeep thread, every consumeTimeout minutes. Source: client behaviour, section 10.5.
 */
final class SendBackExpired {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final int MOST_PER_ROUND = 16;
    private static final int DELAY_LEVEL = 3;

    interface Return {
        boolean giveBack(MessageExt message, int delayLevel, ProcessQueue queue);
    }

    private final ConsumeContext context;
    private final Return way;

    SendBackExpired(ConsumeContext context, Return way) {
        this.context = context;
        this.way = way;
    }

    void start() {
        // Broadcast messages have nowhere to go back to.
        if (!context.isBroadcasting()) {
            long periodMinutes = context.consumer().getConsumeTimeout();
            context.upkeep().scheduleAtFixedRate(this::round, periodMinutes, periodMinutes, TimeUnit.MINUTES);
        }
    }

    void round() {
        for (ProcessQueue queue : context.heldQueues().all()) {
            try {
                clean(queue, System.currentTimeMillis());
            } catch (RuntimeException e) {
                // The timer would drop the task for good.
                LOG.error("expired messages of {} not given back", queue.messageQueue(), e);
            }
        }
    }

    void clean(ProcessQueue queue, long nowMillis) {
        for (int i = 0; i < MOST_PER_ROUND; i++) {
            MessageExt first = queue.first();
            if (first == null || !isExpired(first, nowMillis)) {
                return;
            }
            LOG.warn("message {} of {} is being consumed for too long, giving it back", first, queue.messageQueue());
            if (!way.giveBack(first, DELAY_LEVEL, queue)) {
                return;
            }
            queue.removeIfFirst(first);
            context.drained().consumed(queue);
        }
    }

    private boolean isExpired(MessageExt message, long nowMillis) {
        String began = MessageAccessor.getConsumeStartTimeStamp(message);
        return began != null
                && !began.isBlank()
                && nowMillis - Long.parseLong(began)
                        > TimeUnit.MINUTES.toMillis(context.consumer().getConsumeTimeout());
    }
}
