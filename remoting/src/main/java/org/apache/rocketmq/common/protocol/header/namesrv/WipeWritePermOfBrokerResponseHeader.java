package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of WIPE_WRITE_PERM_OF_BROKER (205). */
public class WipeWritePermOfBrokerResponseHeader implements CommandCustomHeader {
    /** Number of topics changed. */
    private Integer wipeTopicCount;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("wipeTopicCount", wipeTopicCount);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        wipeTopicCount = in.getInteger("wipeTopicCount");
    }

    public Integer getWipeTopicCount() {
        return wipeTopicCount;
    }

    public void setWipeTopicCount(Integer wipeTopicCount) {
        this.wipeTopicCount = wipeTopicCount;
    }
}
