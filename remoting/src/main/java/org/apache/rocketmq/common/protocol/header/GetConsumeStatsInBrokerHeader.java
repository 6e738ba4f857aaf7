package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_BROKER_CONSUME_STATS (317). */
public class GetConsumeStatsInBrokerHeader implements CommandCustomHeader {
    /** Only ordered topics; note the key is isOrder. */
    private boolean isOrder;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("isOrder", isOrder);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        isOrder = in.getBoolean("isOrder", isOrder);
    }

    public boolean isOrder() {
        return isOrder;
    }

    public void setOrder(boolean isOrder) {
        this.isOrder = isOrder;
    }
}
