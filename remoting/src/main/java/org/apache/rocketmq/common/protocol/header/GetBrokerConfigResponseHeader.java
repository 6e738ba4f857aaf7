package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of GET_BROKER_CONFIG (26). */
public class GetBrokerConfigResponseHeader implements CommandCustomHeader {
    /** JSON DataVersion of the configuration. */
    private String version;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("version", version);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        version = in.getString("version");
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }
}
