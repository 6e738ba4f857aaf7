package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of GET_MIN_OFFSET (31). */
public class GetMinOffsetResponseHeader implements CommandCustomHeader {
    /** Smallest readable offset. */
    private Long offset;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("offset", offset);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        offset = in.getLong("offset");
    }

    public Long getOffset() {
        return offset;
    }

    public void setOffset(Long offset) {
        this.offset = offset;
    }
}
