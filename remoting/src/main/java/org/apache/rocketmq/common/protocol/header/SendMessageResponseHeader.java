package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/**
 * Response header of SEND_MESSAGE (10), SEND_MESSAGE_V2 (310), SEND_BATCH_MESSAGE (320), SEND_REPLY_MESSAGE (324),
 * SEND_REPLY_MESSAGE_V2 (325). Hot: a field that is not a number is an error.
 */
public class SendMessageResponseHeader implements CommandCustomHeader {
    /** Offset message id; batch: comma separated list; reply: "0". */
    private String msgId;

    /** Queue used. */
    private Integer queueId;

    /**
     * Queue offset (first one of a batch; for a half message the offset inside the half-topic queue, later echoed
     * as tranStateTableOffset).
     */
    private Long queueOffset;

    /** Never set by 4.9 brokers; null when absent. */
    private String transactionId;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("msgId", msgId);
        out.put("queueId", queueId);
        out.put("queueOffset", queueOffset);
        out.put("transactionId", transactionId);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        msgId = in.getString("msgId");
        queueId = NumberFields.integerOf(in, "queueId");
        queueOffset = NumberFields.longOf(in, "queueOffset");
        transactionId = in.getString("transactionId");
    }

    public String getMsgId() {
        return msgId;
    }

    public void setMsgId(String msgId) {
        this.msgId = msgId;
    }

    public Integer getQueueId() {
        return queueId;
    }

    public void setQueueId(Integer queueId) {
        this.queueId = queueId;
    }

    public Long getQueueOffset() {
        return queueOffset;
    }

    public void setQueueOffset(Long queueOffset) {
        this.queueOffset = queueOffset;
    }

    public String getTransactionId() {
        return transactionId;
    }

    public void setTransactionId(String transactionId) {
        this.transactionId = transactionId;
    }
}
