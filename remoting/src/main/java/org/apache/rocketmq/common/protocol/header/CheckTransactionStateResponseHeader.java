package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Kept for programs that compile against it; no 4.9 request or response carries it. */
public class CheckTransactionStateResponseHeader implements CommandCustomHeader {
    private String producerGroup;

    private Long tranStateTableOffset;

    private Long commitLogOffset;

    private Integer commitOrRollback;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("producerGroup", producerGroup);
        out.put("tranStateTableOffset", tranStateTableOffset);
        out.put("commitLogOffset", commitLogOffset);
        out.put("commitOrRollback", commitOrRollback);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        producerGroup = in.getString("producerGroup");
        tranStateTableOffset = in.getLong("tranStateTableOffset");
        commitLogOffset = in.getLong("commitLogOffset");
        commitOrRollback = in.getInteger("commitOrRollback");
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
}
