package org.apache.rocketmq.common.protocol.header.filtersrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of REGISTER_FILTER_SERVER (301). */
public class RegisterFilterServerResponseHeader implements CommandCustomHeader {
    private String brokerName;

    private long brokerId;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("brokerName", brokerName);
        out.put("brokerId", brokerId);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        brokerName = in.getString("brokerName");
        Long receivedBrokerId = in.getLong("brokerId");
        if (receivedBrokerId != null) {
            brokerId = receivedBrokerId;
        }
    }

    public String getBrokerName() {
        return brokerName;
    }

    public void setBrokerName(String brokerName) {
        this.brokerName = brokerName;
    }

    public long getBrokerId() {
        return brokerId;
    }

    public void setBrokerId(long brokerId) {
        this.brokerId = brokerId;
    }
}
