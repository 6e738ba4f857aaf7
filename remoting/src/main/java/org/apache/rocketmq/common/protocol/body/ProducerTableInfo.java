package org.apache.rocketmq.common.protocol.body;

import java.util.List;
import java.util.Map;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to GET_ALL_PRODUCER_INFO. */
public class ProducerTableInfo extends RemotingSerializable {
    /** Producers per group. */
    private Map<String, List<ProducerInfo>> data;

    public ProducerTableInfo(Map<String, List<ProducerInfo>> data) {
        this.data = data;
    }

    public Map<String, List<ProducerInfo>> getData() {
        return data;
    }

    public void setData(Map<String, List<ProducerInfo>> data) {
        this.data = data;
    }
}
