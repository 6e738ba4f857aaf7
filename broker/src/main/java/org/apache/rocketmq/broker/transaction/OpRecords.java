package org.apache.rocketmq.broker.transaction;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.store.MessageToStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which half messages are finished, committed or rolled back, so that nobody asks about them. Thread-safe. Source: store
 * format, op message.
 */
final class OpRecords {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.TRANSACTION_LOGGER_NAME);

    static final String TOPIC = TopicValidator.RMQ_SYS_TRANS_OP_HALF_TOPIC;
    static final String TAG = "d";

    private final BrokerIdentity identity;
    private final InternalPut internalPut;
    private final LongSupplier clockMillis;
    private final byte[] properties;

    OpRecords(BrokerIdentity identity, InternalPut internalPut, LongSupplier clockMillis) {
        this.identity = identity;
        this.internalPut = internalPut;
        this.clockMillis = clockMillis;
        this.properties = MessageDecoder.messageProperties2String(new TreeMap<>(
                        Map.of(MessageConst.PROPERTY_TAGS, TAG, MessageConst.PROPERTY_WAIT_STORE_MSG_OK, "true")))
                .getBytes(UTF_8);
    }

    /** Finishes the half message at an offset of a half queue. A failure means that the producer is asked once more. */
    void finish(int queueId, long halfOffset) {
        var message = new MessageToStore();
        message.topic = TOPIC;
        message.queueId = queueId;
        message.bornTimestamp = clockMillis.getAsLong();
        message.bornHost = identity.storeHost();
        message.storeHost = identity.storeHost();
        message.body = ByteBuffer.wrap(Long.toString(halfOffset).getBytes(US_ASCII));
        message.properties = properties;
        message.waitStoreOk = false;
        internalPut.putNow(message).whenComplete((result, failure) -> {
            if (failure != null || !result.status().stored()) {
                log.error(
                        "half message {} is finished, but that could not be noted: {}",
                        halfOffset,
                        failure != null ? failure : result);
            }
        });
    }
}
