package org.apache.rocketmq.common.protocol.body;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to QUERY_CONSUME_TIME_SPAN. */
public class QueryConsumeTimeSpanBody extends RemotingSerializable {
    /** One entry per queue. */
    private List<QueueTimeSpan> consumeTimeSpanSet = new ArrayList<>();

    public List<QueueTimeSpan> getConsumeTimeSpanSet() {
        return consumeTimeSpanSet;
    }

    public void setConsumeTimeSpanSet(List<QueueTimeSpan> consumeTimeSpanSet) {
        this.consumeTimeSpanSet = consumeTimeSpanSet;
    }
}
