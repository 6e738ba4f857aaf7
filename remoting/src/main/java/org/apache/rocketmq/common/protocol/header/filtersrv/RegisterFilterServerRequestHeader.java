package org.apache.rocketmq.common.protocol.header.filtersrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of REGISTER_FILTER_SERVER (301). */
public class RegisterFilterServerRequestHeader implements CommandCustomHeader {
    private String filterServerAddr;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("filterServerAddr", filterServerAddr);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        filterServerAddr = in.getString("filterServerAddr");
    }

    public String getFilterServerAddr() {
        return filterServerAddr;
    }

    public void setFilterServerAddr(String filterServerAddr) {
        this.filterServerAddr = filterServerAddr;
    }
}
