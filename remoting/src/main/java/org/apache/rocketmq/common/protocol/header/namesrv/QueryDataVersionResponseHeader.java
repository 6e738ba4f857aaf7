package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of QUERY_DATA_VERSION (322). */
public class QueryDataVersionResponseHeader implements CommandCustomHeader {
    /** True = register needed. */
    private Boolean changed;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("changed", changed);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        changed = in.getBoolean("changed");
    }

    public Boolean getChanged() {
        return changed;
    }

    public void setChanged(Boolean changed) {
        this.changed = changed;
    }
}
