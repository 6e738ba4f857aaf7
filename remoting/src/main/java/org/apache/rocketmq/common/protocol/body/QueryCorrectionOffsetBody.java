package org.apache.rocketmq.common.protocol.body;

import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to QUERY_CORRECTION_OFFSET. */
public class QueryCorrectionOffsetBody extends RemotingSerializable {
    /** Smallest offset per queue id. */
    private Map<Integer, Long> correctionOffsets = new HashMap<>();

    public Map<Integer, Long> getCorrectionOffsets() {
        return correctionOffsets;
    }

    public void setCorrectionOffsets(Map<Integer, Long> correctionOffsets) {
        this.correctionOffsets = correctionOffsets;
    }
}
