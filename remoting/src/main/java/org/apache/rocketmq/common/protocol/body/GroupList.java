package org.apache.rocketmq.common.protocol.body;

import java.util.HashSet;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** Answer to QUERY_TOPIC_CONSUME_BY_WHO. */
public class GroupList extends RemotingSerializable {
    /** Consumer groups. */
    private HashSet<String> groupList = new HashSet<>();

    public HashSet<String> getGroupList() {
        return groupList;
    }

    public void setGroupList(HashSet<String> groupList) {
        this.groupList = groupList;
    }
}
