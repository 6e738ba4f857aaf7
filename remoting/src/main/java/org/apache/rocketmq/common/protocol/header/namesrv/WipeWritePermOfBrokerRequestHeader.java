package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of WIPE_WRITE_PERM_OF_BROKER (205). */
public class WipeWritePermOfBrokerRequestHeader implements CommandCustomHeader {
    /** Broker name. */
    private String brokerName;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("brokerName", brokerName);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        brokerName = in.getString("brokerName");
    }

    public String getBrokerName() {
        return brokerName;
    }

    public void setBrokerName(String brokerName) {
        this.brokerName = brokerName;
    }
}
