package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.common.rpc.RpcRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of END_TRANSACTION (37). */
public class EndTransactionRequestHeader extends RpcRequestHeader {
    /** Producer group. */
    private String producerGroup;

    /** Queue offset returned by the send (or from the check request). */
    private Long tranStateTableOffset;

    /** Physical offset taken from the offset message id. */
    private Long commitLogOffset;

    /** 0 unknown, 8 commit, 12 rollback; other values raise an error. */
    private Integer commitOrRollback;

    /** True when answering a check. */
    private Boolean fromTransactionCheck = false;

    /** UNIQ_KEY (client message id). */
    private String msgId;

    /** Transaction id or null. */
    private String transactionId;

    @Override
    public void checkFields() throws RemotingCommandException {
        if (commitOrRollback != null && (commitOrRollback == 0 || commitOrRollback == 8 || commitOrRollback == 12)) {
            return;
        }
        throw new RemotingCommandException("commitOrRollback field wrong");
    }

    @Override
    public void writeTo(FieldWriter out) {
        out.put("producerGroup", producerGroup);
        out.put("tranStateTableOffset", tranStateTableOffset);
        out.put("commitLogOffset", commitLogOffset);
        out.put("commitOrRollback", commitOrRollback);
        out.put("fromTransactionCheck", fromTransactionCheck);
        out.put("msgId", msgId);
        out.put("transactionId", transactionId);
        super.writeTo(out);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        producerGroup = in.getString("producerGroup");
        tranStateTableOffset = in.getLong("tranStateTableOffset");
        commitLogOffset = in.getLong("commitLogOffset");
        commitOrRollback = in.getInteger("commitOrRollback");
        fromTransactionCheck = in.getBoolean("fromTransactionCheck", fromTransactionCheck.booleanValue());
        msgId = in.getString("msgId");
        transactionId = in.getString("transactionId");
        super.readFrom(in);
    }

    public String getProducerGroup() {
        return producerGroup;
    }

    public void setProducerGroup(String producerGroup) {
        this.producerGroup = producerGroup;
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

    public Integer getCommitOrRollback() {
        return commitOrRollback;
    }

    public void setCommitOrRollback(Integer commitOrRollback) {
        this.commitOrRollback = commitOrRollback;
    }

    public Boolean getFromTransactionCheck() {
        return fromTransactionCheck;
    }

    public void setFromTransactionCheck(Boolean fromTransactionCheck) {
        this.fromTransactionCheck = fromTransactionCheck;
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
}
