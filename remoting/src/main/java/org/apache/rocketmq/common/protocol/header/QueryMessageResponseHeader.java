package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of QUERY_MESSAGE (12). */
public class QueryMessageResponseHeader implements CommandCustomHeader {
    /** Time of the last change of the index, ms. */
    private Long indexLastUpdateTimestamp;

    /** Physical offset. */
    private Long indexLastUpdatePhyoffset;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("indexLastUpdateTimestamp", indexLastUpdateTimestamp);
        out.put("indexLastUpdatePhyoffset", indexLastUpdatePhyoffset);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        indexLastUpdateTimestamp = in.getLong("indexLastUpdateTimestamp");
        indexLastUpdatePhyoffset = in.getLong("indexLastUpdatePhyoffset");
    }

    public Long getIndexLastUpdateTimestamp() {
        return indexLastUpdateTimestamp;
    }

    public void setIndexLastUpdateTimestamp(Long indexLastUpdateTimestamp) {
        this.indexLastUpdateTimestamp = indexLastUpdateTimestamp;
    }

    public Long getIndexLastUpdatePhyoffset() {
        return indexLastUpdatePhyoffset;
    }

    public void setIndexLastUpdatePhyoffset(Long indexLastUpdatePhyoffset) {
        this.indexLastUpdatePhyoffset = indexLastUpdatePhyoffset;
    }
}
