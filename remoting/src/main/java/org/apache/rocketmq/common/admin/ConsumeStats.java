package org.apache.rocketmq.common.admin;

import java.util.HashMap;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to GET_CONSUME_STATS: the progress of a group on one broker. */
public class ConsumeStats extends RemotingSerializable {
    /** Progress per queue. */
    private HashMap<MessageQueue, OffsetWrapper> offsetTable = new HashMap<>();

    /** Messages consumed per second. */
    private double consumeTps;

    public HashMap<MessageQueue, OffsetWrapper> getOffsetTable() {
        return offsetTable;
    }

    public void setOffsetTable(HashMap<MessageQueue, OffsetWrapper> offsetTable) {
        this.offsetTable = offsetTable;
    }

    public double getConsumeTps() {
        return consumeTps;
    }

    public void setConsumeTps(double consumeTps) {
        this.consumeTps = consumeTps;
    }

    /** The lag: messages written but not yet committed, over all queues. */
    public long computeTotalDiff() {
        long total = 0;
        for (OffsetWrapper progress : offsetTable.values()) {
            total += progress.getBrokerOffset() - progress.getConsumerOffset();
        }
        return total;
    }
}
