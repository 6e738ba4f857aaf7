package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of ADD_WRITE_PERM_OF_BROKER (327). */
public class AddWritePermOfBrokerResponseHeader implements CommandCustomHeader {
    /** Number of topics changed. */
    private Integer addTopicCount;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("addTopicCount", addTopicCount);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        addTopicCount = in.getInteger("addTopicCount");
    }

    public Integer getAddTopicCount() {
        return addTopicCount;
    }

    public void setAddTopicCount(Integer addTopicCount) {
        this.addTopicCount = addTopicCount;
    }
}
