package org.apache.rocketmq.common.protocol.body;

import java.util.HashSet;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to GET_PRODUCER_CONNECTION_LIST. */
public class ProducerConnection extends RemotingSerializable {
    /** Connected clients of the group. */
    private HashSet<Connection> connectionSet = new HashSet<>();

    public HashSet<Connection> getConnectionSet() {
        return connectionSet;
    }

    public void setConnectionSet(HashSet<Connection> connectionSet) {
        this.connectionSet = connectionSet;
    }
}
