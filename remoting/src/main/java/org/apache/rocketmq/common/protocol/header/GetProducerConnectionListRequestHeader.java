package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_PRODUCER_CONNECTION_LIST (204). */
public class GetProducerConnectionListRequestHeader implements CommandCustomHeader {
    /** Producer group. */
    private String producerGroup;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("producerGroup", producerGroup);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        producerGroup = in.getString("producerGroup");
    }

    public String getProducerGroup() {
        return producerGroup;
    }

    public void setProducerGroup(String producerGroup) {
        this.producerGroup = producerGroup;
    }
}
