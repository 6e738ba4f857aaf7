package org.apache.rocketmq.broker.send;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/**
 * Header of every answer to a send: region and trace switch always, the place of the message when it was stored.
 *
 * @param msgId offset message id(s), ASCII; null when nothing was stored
 */
record SendAnswer(byte[] msgId, int queueId, long queueOffset, String region, boolean traceOn)
        implements CommandCustomHeader {

    static SendAnswer refused(String region, boolean traceOn) {
        return new SendAnswer(null, 0, 0, region, traceOn);
    }

    @Override
    public void checkFields() {}

    @Override
    public void writeTo(FieldWriter out) {
        if (msgId != null) {
            out.put("msgId", msgId);
            out.put("queueId", queueId);
            out.put("queueOffset", queueOffset);
        }
        out.put("MSG_REGION", region);
        out.put("TRACE_ON", traceOn);
    }
}
