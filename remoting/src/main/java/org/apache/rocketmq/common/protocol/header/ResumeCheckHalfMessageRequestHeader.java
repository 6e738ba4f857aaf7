package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of RESUME_CHECK_HALF_MESSAGE (323). */
public class ResumeCheckHalfMessageRequestHeader implements CommandCustomHeader {
    /** Offset message id; null when absent. */
    private String msgId;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("msgId", msgId);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        msgId = in.getString("msgId");
    }

    public String getMsgId() {
        return msgId;
    }

    public void setMsgId(String msgId) {
        this.msgId = msgId;
    }
}
