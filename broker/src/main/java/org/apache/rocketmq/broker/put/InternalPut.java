package org.apache.rocketmq.broker.put;

import java.util.concurrent.CompletableFuture;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.delay.DelayLevels;

/**
 * The one way by which the broker stores a message, be it sent, sent back, moved or made by the broker itself: a message
 * with a delay goes to the schedule topic here and nowhere else. Thread-safe. Source: store specification, "which put becomes
 * what".
 */
public final class InternalPut {
    private final MessageStore store;
    private final DelayLevels levels;

    public InternalPut(MessageStore store, DelayLevels levels) {
        this.store = store;
        this.levels = levels;
    }

    /** Stores a message whose {@code properties} field is complete; the future is that of {@link MessageStore#put}. */
    public CompletableFuture<PutResult> put(MessageToStore message) {
        int transaction = MessageSysFlag.getTransactionValue(message.sysFlag);
        boolean visible = transaction == MessageSysFlag.TRANSACTION_NOT_TYPE
                || transaction == MessageSysFlag.TRANSACTION_COMMIT_TYPE;
        if (visible && !message.batch) {
            var properties = new StoredProperties(message.properties);
            int level = delayLevelOf(properties);
            if (level > 0) {
                schedule(message, properties, level);
            }
        }
        return store.put(message);
    }

    /** Stores a message as it is: its delay, if it has one, has passed. */
    public CompletableFuture<PutResult> putNow(MessageToStore message) {
        return store.put(message);
    }

    private void schedule(MessageToStore message, StoredProperties properties, int level) {
        int capped = levels.cap(level);
        if (capped != level) {
            properties.put(MessageConst.PROPERTY_DELAY_TIME_LEVEL, String.valueOf(capped));
        }
        properties.put(MessageConst.PROPERTY_REAL_TOPIC, message.topic);
        properties.put(MessageConst.PROPERTY_REAL_QUEUE_ID, String.valueOf(message.queueId));
        message.properties = properties.bytes();
        message.topic = TopicValidator.RMQ_SYS_SCHEDULE_TOPIC;
        message.queueId = capped - 1;
    }

    /** 0 when the message has no delay or the property is not a number. */
    public static int delayLevelOf(StoredProperties properties) {
        String text = properties.get(MessageConst.PROPERTY_DELAY_TIME_LEVEL);
        if (text == null) {
            return 0;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
