package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of GET_EARLIEST_MSG_STORETIME (32). */
public class GetEarliestMsgStoretimeResponseHeader implements CommandCustomHeader {
    /** Milliseconds, -1 if none. */
    private Long timestamp;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("timestamp", timestamp);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        timestamp = in.getLong("timestamp");
    }

    public Long getTimestamp() {
        return timestamp;
    }

    public void setTimestamp(Long timestamp) {
        this.timestamp = timestamp;
    }
}
