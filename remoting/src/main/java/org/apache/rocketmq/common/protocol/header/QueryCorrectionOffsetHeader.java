package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of QUERY_CORRECTION_OFFSET (308). */
public class QueryCorrectionOffsetHeader implements CommandCustomHeader {
    /** Comma separated groups to ignore; null when absent. */
    private String filterGroups;

    /** Group to compare. */
    private String compareGroup;

    /** Topic name (with namespace prefix if any). */
    private String topic;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("filterGroups", filterGroups);
        out.put("compareGroup", compareGroup);
        out.put("topic", topic);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        filterGroups = in.getString("filterGroups");
        compareGroup = in.getString("compareGroup");
        topic = in.getString("topic");
    }

    public String getFilterGroups() {
        return filterGroups;
    }

    public void setFilterGroups(String filterGroups) {
        this.filterGroups = filterGroups;
    }

    public String getCompareGroup() {
        return compareGroup;
    }

    public void setCompareGroup(String compareGroup) {
        this.compareGroup = compareGroup;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }
}
