package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Response header of PULL_MESSAGE (11). Hot: a field that is not a number is an error. */
public class PullMessageResponseHeader implements CommandCustomHeader {
    /** Broker id for the next pull. */
    private Long suggestWhichBrokerId;

    /** Offset for the next pull. */
    private Long nextBeginOffset;

    /** Min offset of the queue. */
    private Long minOffset;

    /** Max offset of the queue. */
    private Long maxOffset;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("suggestWhichBrokerId", suggestWhichBrokerId);
        out.put("nextBeginOffset", nextBeginOffset);
        out.put("minOffset", minOffset);
        out.put("maxOffset", maxOffset);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        suggestWhichBrokerId = NumberFields.longOf(in, "suggestWhichBrokerId");
        nextBeginOffset = NumberFields.longOf(in, "nextBeginOffset");
        minOffset = NumberFields.longOf(in, "minOffset");
        maxOffset = NumberFields.longOf(in, "maxOffset");
    }

    public Long getSuggestWhichBrokerId() {
        return suggestWhichBrokerId;
    }

    public void setSuggestWhichBrokerId(Long suggestWhichBrokerId) {
        this.suggestWhichBrokerId = suggestWhichBrokerId;
    }

    public Long getNextBeginOffset() {
        return nextBeginOffset;
    }

    public void setNextBeginOffset(Long nextBeginOffset) {
        this.nextBeginOffset = nextBeginOffset;
    }

    public Long getMinOffset() {
        return minOffset;
    }

    public void setMinOffset(Long minOffset) {
        this.minOffset = minOffset;
    }

    public Long getMaxOffset() {
        return maxOffset;
    }

    public void setMaxOffset(Long maxOffset) {
        this.maxOffset = maxOffset;
    }
}
