package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of UNREGISTER_BROKER (104). */
public class UnRegisterBrokerRequestHeader implements CommandCustomHeader {
    /** Broker name. */
    private String brokerName;

    /** ip:port of the broker (listenPort). */
    private String brokerAddr;

    /** Cluster name. */
    private String clusterName;

    /** 0 master, &gt;0 slave, -1 DLedger broker without a role. */
    private Long brokerId;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("brokerName", brokerName);
        out.put("brokerAddr", brokerAddr);
        out.put("clusterName", clusterName);
        out.put("brokerId", brokerId);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        brokerName = in.getString("brokerName");
        brokerAddr = in.getString("brokerAddr");
        clusterName = in.getString("clusterName");
        brokerId = in.getLong("brokerId");
    }

    public String getBrokerName() {
        return brokerName;
    }

    public void setBrokerName(String brokerName) {
        this.brokerName = brokerName;
    }

    public String getBrokerAddr() {
        return brokerAddr;
    }

    public void setBrokerAddr(String brokerAddr) {
        this.brokerAddr = brokerAddr;
    }

    public String getClusterName() {
        return clusterName;
    }

    public void setClusterName(String clusterName) {
        this.clusterName = clusterName;
    }

    public Long getBrokerId() {
        return brokerId;
    }

    public void setBrokerId(Long brokerId) {
        this.brokerId = brokerId;
    }
}
