package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of REGISTER_BROKER (103). */
public class RegisterBrokerRequestHeader implements CommandCustomHeader {
    /** Broker name. */
    private String brokerName;

    /** ip:port of the broker (listenPort). */
    private String brokerAddr;

    /** Cluster name. */
    private String clusterName;

    /** brokerIP2:haListenPort. */
    private String haServerAddr;

    /** 0 master, &gt;0 slave, -1 DLedger broker without a role. */
    private Long brokerId;

    /** Body is the compressed form. */
    private boolean compressed;

    /** CRC-32 of the body as sent {@code & 0x7FFFFFFF}; 0 = do not check. */
    private Integer bodyCrc32 = 0;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("brokerName", brokerName);
        out.put("brokerAddr", brokerAddr);
        out.put("clusterName", clusterName);
        out.put("haServerAddr", haServerAddr);
        out.put("brokerId", brokerId);
        out.put("compressed", compressed);
        out.put("bodyCrc32", bodyCrc32);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        brokerName = in.getString("brokerName");
        brokerAddr = in.getString("brokerAddr");
        clusterName = in.getString("clusterName");
        haServerAddr = in.getString("haServerAddr");
        brokerId = in.getLong("brokerId");
        compressed = in.getBoolean("compressed", compressed);
        Integer receivedBodyCrc32 = in.getInteger("bodyCrc32");
        if (receivedBodyCrc32 != null) {
            bodyCrc32 = receivedBodyCrc32;
        }
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

    public String getHaServerAddr() {
        return haServerAddr;
    }

    public void setHaServerAddr(String haServerAddr) {
        this.haServerAddr = haServerAddr;
    }

    public Long getBrokerId() {
        return brokerId;
    }

    public void setBrokerId(Long brokerId) {
        this.brokerId = brokerId;
    }

    public boolean isCompressed() {
        return compressed;
    }

    public void setCompressed(boolean compressed) {
        this.compressed = compressed;
    }

    public Integer getBodyCrc32() {
        return bodyCrc32;
    }

    public void setBodyCrc32(Integer bodyCrc32) {
        this.bodyCrc32 = bodyCrc32;
    }
}
