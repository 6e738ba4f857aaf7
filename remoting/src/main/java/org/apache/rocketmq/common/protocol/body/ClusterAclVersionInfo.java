package org.apache.rocketmq.common.protocol.body;

import java.util.Map;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Which ACL files a broker has, in which version. Travels as header fields. */
public class ClusterAclVersionInfo extends RemotingSerializable {
    /** Broker name. */
    private String brokerName;

    /** ip:port of the broker. */
    private String brokerAddr;

    /** Cluster name. */
    private String clusterName;

    /** Version of the default file. */
    private DataVersion aclConfigDataVersion;

    /** Version per file path. */
    private Map<String, DataVersion> allAclConfigDataVersion;

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

    public DataVersion getAclConfigDataVersion() {
        return aclConfigDataVersion;
    }

    public void setAclConfigDataVersion(DataVersion aclConfigDataVersion) {
        this.aclConfigDataVersion = aclConfigDataVersion;
    }

    public Map<String, DataVersion> getAllAclConfigDataVersion() {
        return allAclConfigDataVersion;
    }

    public void setAllAclConfigDataVersion(Map<String, DataVersion> allAclConfigDataVersion) {
        this.allAclConfigDataVersion = allAclConfigDataVersion;
    }
}
