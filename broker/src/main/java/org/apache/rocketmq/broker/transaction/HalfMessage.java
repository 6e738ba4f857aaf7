package org.apache.rocketmq.broker.transaction;

import java.nio.ByteBuffer;
import org.apache.rocketmq.broker.put.StoredProperties;
import org.apache.rocketmq.broker.put.StoredRecord;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.RecordLayout;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.store.MessageToStore;

/**
 * A record of the half topic, read. Confined to one thread. Source: store format, half message.
 *
 * @param queueOffset its place in the half queue: what op records and clients name it by
 * @param message the record as it can be stored again; its body lies in the record unless {@link #detached}
 */
record HalfMessage(
        long queueOffset,
        long physicalOffset,
        long bornTimestamp,
        long storeTimestamp,
        MessageToStore message,
        StoredProperties properties) {

    /** Null when no half message begins at the buffer's position. */
    static HalfMessage of(ByteBuffer record) {
        if (!StoredRecord.isMessage(record)) {
            return null;
        }
        int at = record.position();
        MessageToStore message = StoredRecord.copy(record);
        if (!message.topic.equals(TopicValidator.RMQ_SYS_TRANS_HALF_TOPIC)) {
            return null;
        }
        return new HalfMessage(
                RecordLayout.queueOffset(record, at),
                RecordLayout.physicalOffset(record, at),
                message.bornTimestamp,
                RecordLayout.storeTimestamp(record, at),
                message,
                new StoredProperties(message.properties));
    }

    /** The same, independent of the record's memory. */
    HalfMessage detached() {
        ByteBuffer body = ByteBuffer.allocate(message.body.remaining());
        body.put(message.body.duplicate()).flip();
        message.body = body;
        return this;
    }

    /** Where the message goes when it is committed; null when the record does not say. */
    String realTopic() {
        return properties.get(MessageConst.PROPERTY_REAL_TOPIC);
    }

    /** Queue of {@link #realTopic}, or -1. */
    int realQueueId() {
        return (int) number(MessageConst.PROPERTY_REAL_QUEUE_ID, -1);
    }

    String producerGroup() {
        return properties.get(MessageConst.PROPERTY_PRODUCER_GROUP);
    }

    /** How often its producer was asked. */
    int timesAsked() {
        return (int) number(MessageConst.PROPERTY_TRANSACTION_CHECK_TIMES, 0);
    }

    /** A property as a number; the fallback when it is absent or none. */
    long number(String property, long fallback) {
        String text = properties.get(property);
        if (text == null) {
            return fallback;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
