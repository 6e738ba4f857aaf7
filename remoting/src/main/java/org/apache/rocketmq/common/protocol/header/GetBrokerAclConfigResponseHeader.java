package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of GET_BROKER_CLUSTER_ACL_INFO (52). */
public class GetBrokerAclConfigResponseHeader implements CommandCustomHeader {
    /** JSON DataVersion of the default ACL file. */
    private String version;

    /** JSON object path -&gt; DataVersion of every ACL file; 4.9 clients dereference it; null when absent. */
    private String allAclFileVersion;

    /** Broker name. */
    private String brokerName;

    /** ip:port of the broker (listenPort). */
    private String brokerAddr;

    /** Cluster name. */
    private String clusterName;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("version", version);
        out.put("allAclFileVersion", allAclFileVersion);
        out.put("brokerName", brokerName);
        out.put("brokerAddr", brokerAddr);
        out.put("clusterName", clusterName);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        version = in.getString("version");
        allAclFileVersion = in.getString("allAclFileVersion");
        brokerName = in.getString("brokerName");
        brokerAddr = in.getString("brokerAddr");
        clusterName = in.getString("clusterName");
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getAllAclFileVersion() {
        return allAclFileVersion;
    }

    public void setAllAclFileVersion(String allAclFileVersion) {
        this.allAclFileVersion = allAclFileVersion;
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
}
