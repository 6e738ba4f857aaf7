package org.apache.rocketmq.common.rpc;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** A request that names the broker it is meant for. Clients of 4.9 send the name, servers ignore it. */
public abstract class RpcRequestHeader implements CommandCustomHeader {
    /** Broker name; null when the sender does not say. */
    private String bname;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("bname", bname);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        bname = in.getString("bname");
    }

    public String getBname() {
        return bname;
    }

    public void setBname(String bname) {
        this.bname = bname;
    }
}
