package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_TOPICS_BY_CLUSTER (224). */
public class GetTopicsByClusterRequestHeader implements CommandCustomHeader {
    /** Cluster name. */
    private String cluster;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("cluster", cluster);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        cluster = in.getString("cluster");
    }

    public String getCluster() {
        return cluster;
    }

    public void setCluster(String cluster) {
        this.cluster = cluster;
    }
}
