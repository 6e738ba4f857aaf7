package org.apache.rocketmq.broker.transaction;

import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.net.UnknownHostException;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.put.StoredProperties;
import org.apache.rocketmq.broker.put.StoredRecord;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageId;
import org.apache.rocketmq.common.protocol.header.ResumeCheckHalfMessageRequestHeader;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.RecordSlice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a half message that was given up be asked about again, from zero: request 323. Runs on the admin lane. Thread-safe.
 * Source: broker specification, RESUME_CHECK_HALF_MESSAGE.
 */
public final class ResumeCheckHandler implements RequestHandler {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.TRANSACTION_LOGGER_NAME);

    private static final String FAILED = "Put message back to RMQ_SYS_TRANS_HALF_TOPIC failed.";

    private final MessageStore store;
    private final InternalPut internalPut;

    ResumeCheckHandler(MessageStore store, InternalPut internalPut) {
        this.store = store;
        this.internalPut = internalPut;
    }

    @Override
    public void handle(Exchange exchange) throws RemotingCommandException {
        String id = exchange.read(new ResumeCheckHalfMessageRequestHeader()).getMsgId();
        long offset = offsetOf(id);
        try (RecordSlice slice = offset < 0 ? null : store.recordAt(offset)) {
            if (slice == null || !StoredRecord.isMessage(slice.buffer())) {
                exchange.respond(SYSTEM_ERROR, FAILED + " There is no message with the offset id " + id);
                return;
            }
            MessageToStore message = StoredRecord.copy(slice.buffer());
            var properties = new StoredProperties(message.properties);
            if (properties.get(MessageConst.PROPERTY_REAL_TOPIC) == null) {
                exchange.respond(SYSTEM_ERROR, FAILED + " The message " + id + " belongs to no transaction");
                return;
            }
            properties.put(MessageConst.PROPERTY_TRANSACTION_CHECK_TIMES, "0");
            message.properties = properties.bytes();
            message.topic = TopicValidator.RMQ_SYS_TRANS_HALF_TOPIC;
            message.queueId = HalfMessages.QUEUE_ID;
            message.waitStoreOk = true;
            putBack(exchange, id, message);
        }
    }

    private void putBack(Exchange exchange, String id, MessageToStore message) {
        internalPut.putNow(message).whenComplete((result, failure) -> {
            if (failure == null && result.status().stored()) {
                log.info("half message {} is asked about again, for {}", id, exchange.remoteAddress());
                exchange.respondSuccess();
            } else if (failure == null) {
                exchange.respond(SYSTEM_ERROR, FAILED + " " + result.cause());
            } else {
                exchange.respond(
                        SYSTEM_ERROR,
                        "Exception was thrown when putting message back to RMQ_SYS_TRANS_HALF_TOPIC. " + failure);
            }
        });
    }

    /** Log offset in an offset message id; -1 when the text is none. */
    private static long offsetOf(String id) {
        if (id == null) {
            return -1;
        }
        try {
            MessageId parsed = MessageDecoder.decodeMessageId(id);
            return parsed.getOffset();
        } catch (UnknownHostException | RuntimeException e) {
            return -1;
        }
    }
}
