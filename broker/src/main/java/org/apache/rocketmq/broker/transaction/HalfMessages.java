package org.apache.rocketmq.broker.transaction;

import java.util.function.BiConsumer;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.store.MessageToStore;

/** Hides a prepared message in the half topic until its transaction ends. Source: store specification, half message. */
public final class HalfMessages {
    static final int QUEUE_ID = 0;

    private HalfMessages() {}

    /**
     * Sends the message to the half topic and notes where it belongs.
     *
     * @param setProperty changes a property of the message
     */
    public static void prepare(MessageToStore message, BiConsumer<String, String> setProperty) {
        setProperty.accept(MessageConst.PROPERTY_REAL_TOPIC, message.topic);
        setProperty.accept(MessageConst.PROPERTY_REAL_QUEUE_ID, String.valueOf(message.queueId));
        message.sysFlag = MessageSysFlag.resetTransactionValue(message.sysFlag, MessageSysFlag.TRANSACTION_NOT_TYPE);
        message.topic = TopicValidator.RMQ_SYS_TRANS_HALF_TOPIC;
        message.queueId = QUEUE_ID;
    }
}
