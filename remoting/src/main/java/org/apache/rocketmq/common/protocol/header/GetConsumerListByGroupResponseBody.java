package org.apache.rocketmq.common.protocol.header;

import java.util.List;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to GET_CONSUMER_LIST_BY_GROUP. */
public class GetConsumerListByGroupResponseBody extends RemotingSerializable {
    /** Client ids of the group. */
    private List<String> consumerIdList;

    public List<String> getConsumerIdList() {
        return consumerIdList;
    }

    public void setConsumerIdList(List<String> consumerIdList) {
        this.consumerIdList = consumerIdList;
    }
}
