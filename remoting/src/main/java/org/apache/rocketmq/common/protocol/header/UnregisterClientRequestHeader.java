package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of UNREGISTER_CLIENT (35). */
public class UnregisterClientRequestHeader implements CommandCustomHeader {
    /** Client id (note the capital ID). */
    private String clientID;

    /** Producer group to remove or null. */
    private String producerGroup;

    /** Consumer group to remove or null. */
    private String consumerGroup;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("clientID", clientID);
        out.put("producerGroup", producerGroup);
        out.put("consumerGroup", consumerGroup);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        clientID = in.getString("clientID");
        producerGroup = in.getString("producerGroup");
        consumerGroup = in.getString("consumerGroup");
    }

    public String getClientID() {
        return clientID;
    }

    public void setClientID(String clientID) {
        this.clientID = clientID;
    }

    public String getProducerGroup() {
        return producerGroup;
    }

    public void setProducerGroup(String producerGroup) {
        this.producerGroup = producerGroup;
    }

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }
}
