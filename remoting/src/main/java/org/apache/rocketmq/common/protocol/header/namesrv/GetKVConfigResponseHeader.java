package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of GET_KV_CONFIG (101). */
public class GetKVConfigResponseHeader implements CommandCustomHeader {
    /** Value (only with code 0); null when absent. */
    private String value;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("value", value);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        value = in.getString("value");
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }
}
