package org.apache.rocketmq.broker.send;

import static org.apache.rocketmq.common.protocol.ResponseCode.FLUSH_DISK_TIMEOUT;
import static org.apache.rocketmq.common.protocol.ResponseCode.FLUSH_SLAVE_TIMEOUT;
import static org.apache.rocketmq.common.protocol.ResponseCode.MESSAGE_ILLEGAL;
import static org.apache.rocketmq.common.protocol.ResponseCode.SERVICE_NOT_AVAILABLE;
import static org.apache.rocketmq.common.protocol.ResponseCode.SLAVE_NOT_AVAILABLE;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SUCCESS;
import static org.apache.rocketmq.remoting.protocol.RemotingSysResponseCode.SYSTEM_ERROR;

import java.util.Locale;
import java.util.function.Supplier;
import org.apache.rocketmq.broker.request.BrokerIdentity;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.remoting.netty.Exchange;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.config.MessageStoreConfig;

/**
 * Turns the outcome of a put into the answer to a send. The one place where put statuses become response codes. Thread-safe.
 * Source: broker specification, sending, store status to response.
 */
public final class PutAnswers {
    private final BrokerConfig config;
    private final MessageStoreConfig storeConfig;
    private final OffsetMessageIds ids;
    private final Supplier<DiskUse> diskUse;

    /**
     * Used share of the partitions, 0 to 1; -1 when it cannot be told.
     */
    public record DiskUse(double commitLog, double consumeQueue, double index) {}

    public PutAnswers(
            BrokerConfig config, MessageStoreConfig storeConfig, BrokerIdentity identity, Supplier<DiskUse> diskUse) {
        this.config = config;
        this.storeConfig = storeConfig;
        this.ids = new OffsetMessageIds(identity.storeHost());
        this.diskUse = diskUse;
    }

    /** Answers a put that ended; {@code queueId} is the queue as asked for, wherever the message went. */
    void answer(Exchange exchange, int queueId, PutResult result) {
        switch (result.status()) {
            case PUT_OK -> stored(exchange, SUCCESS, queueId, result);
            case FLUSH_DISK_TIMEOUT -> stored(exchange, FLUSH_DISK_TIMEOUT, queueId, result);
            case FLUSH_SLAVE_TIMEOUT -> stored(exchange, FLUSH_SLAVE_TIMEOUT, queueId, result);
            case SLAVE_NOT_AVAILABLE -> stored(exchange, SLAVE_NOT_AVAILABLE, queueId, result);
            case CREATE_MAPPED_FILE_FAILED ->
                refuse(exchange, SYSTEM_ERROR, because("create mapped file failed, server is busy or broken.", result));
            case MESSAGE_ILLEGAL, PROPERTIES_SIZE_EXCEEDED -> illegal(exchange, result.cause());
            case SERVICE_NOT_AVAILABLE -> refuse(exchange, SERVICE_NOT_AVAILABLE, because(notAvailable(), result));
            case OS_PAGE_CACHE_BUSY ->
                refuse(
                        exchange,
                        SYSTEM_ERROR,
                        because("[PC_SYNCHRONIZED]broker busy, start flow control for a while", result));
            case UNKNOWN_ERROR -> refuse(exchange, SYSTEM_ERROR, because("UNKNOWN_ERROR", result));
        }
    }

    /** Answers a message that breaks a limit. */
    void illegal(Exchange exchange, String cause) {
        String text = "the message is illegal, maybe msg body or properties length not matched. msg body length limit "
                + storeConfig.getMaxMessageSize() + "B, msg properties length limit 32KB.";
        refuse(exchange, MESSAGE_ILLEGAL, cause == null ? text : text + " " + cause);
    }

    /** Answers a put that ended with an exception. */
    void failed(Exchange exchange, Throwable failure) {
        refuse(exchange, SYSTEM_ERROR, "UNKNOWN_ERROR " + failure);
    }

    void refuse(Exchange exchange, int code, String remark) {
        exchange.respond(code, remark, SendAnswer.refused(config.getRegionId(), config.isTraceOn()), null);
    }

    private void stored(Exchange exchange, int code, int queueId, PutResult result) {
        byte[] msgId = ids.of(result.physicalOffset(), result.recordSizes());
        var header = new SendAnswer(msgId, queueId, result.queueOffset(), config.getRegionId(), config.isTraceOn());
        exchange.respond(code, null, header, null);
    }

    private String notAvailable() {
        DiskUse use = diskUse.get();
        return String.format(
                Locale.ROOT,
                "service not available now. It may be caused by one of the following reasons: the broker's disk is full "
                        + "[CL: %5.2f CQ: %5.2f INDEX: %5.2f], messages are put to the slave, message store has been "
                        + "shut down, etc.",
                use.commitLog(),
                use.consumeQueue(),
                use.index());
    }

    /** The text that scripts know, then what exactly it was. */
    private static String because(String text, PutResult result) {
        return result.cause() == null ? text : text + " " + result.cause();
    }
}
