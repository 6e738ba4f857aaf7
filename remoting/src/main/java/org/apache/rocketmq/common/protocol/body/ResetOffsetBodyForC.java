package org.apache.rocketmq.common.protocol.body;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.common.message.MessageQueueForC;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** {@link ResetOffsetBody} in the form that C++ clients read. */
public class ResetOffsetBodyForC extends RemotingSerializable {
    /** Queues with their new offset. */
    private List<MessageQueueForC> offsetTable = new ArrayList<>();

    public List<MessageQueueForC> getOffsetTable() {
        return offsetTable;
    }

    public void setOffsetTable(List<MessageQueueForC> offsetTable) {
        this.offsetTable = offsetTable;
    }
}
