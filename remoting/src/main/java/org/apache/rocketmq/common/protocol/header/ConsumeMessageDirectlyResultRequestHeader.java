package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of CONSUME_MESSAGE_DIRECTLY (309). */
public class ConsumeMessageDirectlyResultRequestHeader implements CommandCustomHeader {
    /** Consumer group. */
    private String consumerGroup;

    /** Target client id; null when absent. */
    private String clientId;

    /** Offset message id (admin to broker); null when absent. */
    private String msgId;

    /** Added by the broker before it forwards the request; null when absent. */
    private String brokerName;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("consumerGroup", consumerGroup);
        out.put("clientId", clientId);
        out.put("msgId", msgId);
        out.put("brokerName", brokerName);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        consumerGroup = in.getString("consumerGroup");
        clientId = in.getString("clientId");
        msgId = in.getString("msgId");
        brokerName = in.getString("brokerName");
    }

    public String getConsumerGroup() {
        return consumerGroup;
    }

    public void setConsumerGroup(String consumerGroup) {
        this.consumerGroup = consumerGroup;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getMsgId() {
        return msgId;
    }

    public void setMsgId(String msgId) {
        this.msgId = msgId;
    }

    public String getBrokerName() {
        return brokerName;
    }

    public void setBrokerName(String brokerName) {
        this.brokerName = brokerName;
    }
}
