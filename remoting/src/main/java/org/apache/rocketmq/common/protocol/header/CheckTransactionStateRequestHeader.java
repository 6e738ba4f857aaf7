package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.rpc.RpcRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of CHECK_TRANSACTION_STATE (39). */
public class CheckTransactionStateRequestHeader extends RpcRequestHeader {
    /** Queue offset of the half message; echoed in END_TRANSACTION. */
    private Long tranStateTableOffset;

    /** Physical offset of the half message; echoed in END_TRANSACTION. */
    private Long commitLogOffset;

    /** UNIQ_KEY of the message; null when absent. */
    private String msgId;

    /** Same as msgId; echoed; null when absent. */
    private String transactionId;

    /** Offset message id; null when absent. */
    private String offsetMsgId;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("tranStateTableOffset", tranStateTableOffset);
        out.put("commitLogOffset", commitLogOffset);
        out.put("msgId", msgId);
        out.put("transactionId", transactionId);
        out.put("offsetMsgId", offsetMsgId);
        super.writeTo(out);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        tranStateTableOffset = in.getLong("tranStateTableOffset");
        commitLogOffset = in.getLong("commitLogOffset");
        msgId = in.getString("msgId");
        transactionId = in.getString("transactionId");
        offsetMsgId = in.getString("offsetMsgId");
        super.readFrom(in);
    }

    public Long getTranStateTableOffset() {
        return tranStateTableOffset;
    }

    public void setTranStateTableOffset(Long tranStateTableOffset) {
        this.tranStateTableOffset = tranStateTableOffset;
    }

    public Long getCommitLogOffset() {
        return commitLogOffset;
    }

    public void setCommitLogOffset(Long commitLogOffset) {
        this.commitLogOffset = commitLogOffset;
    }

    public String getMsgId() {
        return msgId;
    }

    public void setMsgId(String msgId) {
        this.msgId = msgId;
    }

    public String getTransactionId() {
        return transactionId;
    }

    public void setTransactionId(String transactionId) {
        this.transactionId = transactionId;
    }

    public String getOffsetMsgId() {
        return offsetMsgId;
    }

    public void setOffsetMsgId(String offsetMsgId) {
        this.offsetMsgId = offsetMsgId;
    }
}
