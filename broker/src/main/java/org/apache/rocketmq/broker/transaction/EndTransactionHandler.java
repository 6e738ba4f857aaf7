package org.apache.rocketmq.broker.transaction;

import static org.apache.rocketmq.common.protocol.ResponseCode.MESSAGE_ILLEGAL;
import static org.apache.rocketmq.common.protocol.ResponseCode.SERVICE_NOT_AVAILABLE;
import static org.apache.rocketmq.common.protocol.ResponseCode.SLAVE_NOT_AVAILABLE;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.rocketmq.broker.put.InternalPut;
import org.apache.rocketmq.broker.request.Refusal;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.protocol.header.EndTransactionRequestHeader;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.remoting.netty.RequestHandler;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.RecordSlice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits and rolls back: request 37, also as the answer to a question. Runs on the transaction lane. Thread-safe. Source:
 * broker specification, transactions.
 */
public final class EndTransactionHandler implements RequestHandler {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.TRANSACTION_LOGGER_NAME);

    private final MessageStore store;
    private final InternalPut internalPut;
    private final OpRecords ops;
    private final BooleanSupplier slave;
    private final int maxMessageBytes;

    EndTransactionHandler(
            MessageStore store, InternalPut internalPut, OpRecords ops, BooleanSupplier slave, int maxMessageBytes) {
        this.store = store;
        this.internalPut = internalPut;
        this.ops = ops;
        this.slave = slave;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void handle(Exchange exchange) throws RemotingCommandException {
        var header = exchange.read(new EndTransactionRequestHeader());
        if (slave.getAsBoolean()) {
            exchange.respond(SLAVE_NOT_AVAILABLE, "a slave ends no transactions");
            return;
        }
        int outcome = header.getCommitOrRollback();
        if (outcome != MessageSysFlag.TRANSACTION_COMMIT_TYPE && outcome != MessageSysFlag.TRANSACTION_ROLLBACK_TYPE) {
            // 4.9 quirk: "unknown" is not answered; the producer is asked again later.
            log.info("{} does not know yet how {} ends", exchange.remoteAddress(), header.getMsgId());
            return;
        }
        try (RecordSlice slice = store.recordAt(header.getCommitLogOffset())) {
            HalfMessage half = slice == null ? null : HalfMessage.of(slice.buffer());
            Refusal refusal = check(half, header);
            if (refusal != null) {
                log.warn("{} of {}: {}", header.getProducerGroup(), exchange.remoteAddress(), refusal.remark());
                exchange.respond(refusal.code(), refusal.remark());
            } else if (outcome == MessageSysFlag.TRANSACTION_COMMIT_TYPE) {
                commit(exchange, half);
            } else {
                ops.finish(half.message().queueId, half.queueOffset());
                exchange.respondSuccess();
            }
        }
    }

    private static Refusal check(HalfMessage half, EndTransactionRequestHeader header) {
        String problem = null;
        if (half == null || half.realTopic() == null || half.realQueueId() < 0) {
            problem = "Find prepared transaction message failed";
        } else if (!header.getProducerGroup().equals(half.producerGroup())) {
            problem = "The producer group wrong";
        } else if (half.queueOffset() != header.getTranStateTableOffset()) {
            problem = "The transaction state table offset wrong";
        } else if (half.physicalOffset() != header.getCommitLogOffset()) {
            problem = "The commit log offset wrong";
        }
        return problem == null ? null : new Refusal(SYSTEM_ERROR, problem);
    }

    private void commit(Exchange exchange, HalfMessage half) {
        MessageToStore message = half.message();
        int halfQueueId = message.queueId;
        message.topic = half.realTopic();
        message.queueId = half.realQueueId();
        message.sysFlag = MessageSysFlag.resetTransactionValue(message.sysFlag, MessageSysFlag.TRANSACTION_COMMIT_TYPE);
        message.preparedTransactionOffset = half.physicalOffset();
        CompletableFuture<PutResult> putting = internalPut.put(message);
        putting.whenComplete((result, failure) -> {
            if (failure != null) {
                exchange.respond(SYSTEM_ERROR, "UNKNOWN_ERROR " + failure);
                return;
            }
            if (result.status().stored()) {
                ops.finish(halfQueueId, half.queueOffset());
            }
            answer(exchange, result);
        });
    }

    private void answer(Exchange exchange, PutResult result) {
        switch (result.status()) {
            case PUT_OK, FLUSH_DISK_TIMEOUT, FLUSH_SLAVE_TIMEOUT, SLAVE_NOT_AVAILABLE -> exchange.respondSuccess();
            case CREATE_MAPPED_FILE_FAILED -> refuse(exchange, SYSTEM_ERROR, "Create mapped file failed.", result);
            case MESSAGE_ILLEGAL, PROPERTIES_SIZE_EXCEEDED ->
                refuse(
                        exchange,
                        MESSAGE_ILLEGAL,
                        "The message is illegal, maybe msg body or properties length not matched. msg body length limit "
                                + maxMessageBytes + "B, msg properties length limit 32KB.",
                        result);
            case SERVICE_NOT_AVAILABLE -> refuse(exchange, SERVICE_NOT_AVAILABLE, "Service not available now.", result);
            case OS_PAGE_CACHE_BUSY ->
                refuse(exchange, SYSTEM_ERROR, "OS page cache busy, please try another machine", result);
            case UNKNOWN_ERROR -> refuse(exchange, SYSTEM_ERROR, "UNKNOWN_ERROR", result);
        }
    }

    private static void refuse(Exchange exchange, int code, String text, PutResult result) {
        exchange.respond(code, result.cause() == null ? text : text + " " + result.cause());
    }
}
