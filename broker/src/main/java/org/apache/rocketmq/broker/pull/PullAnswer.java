package org.apache.rocketmq.broker.pull;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/**
 * Header of the answer to a pull.
 *
 * @param suggestWhichBrokerId broker id the client should pull from next
 */
record PullAnswer(long suggestWhichBrokerId, long nextBeginOffset, long minOffset, long maxOffset)
        implements CommandCustomHeader {
    @Override
    public void checkFields() {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("suggestWhichBrokerId", suggestWhichBrokerId);
        out.put("nextBeginOffset", nextBeginOffset);
        out.put("minOffset", minOffset);
        out.put("maxOffset", maxOffset);
    }
}
