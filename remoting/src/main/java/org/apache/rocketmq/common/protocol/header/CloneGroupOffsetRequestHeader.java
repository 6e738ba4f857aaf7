package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of CLONE_GROUP_OFFSET (314). */
public class CloneGroupOffsetRequestHeader implements CommandCustomHeader {
    /** Source group. */
    private String srcGroup;

    /** Target group. */
    private String destGroup;

    /** Topic; blank = all topics of the source group; null when absent. */
    private String topic;

    /** True = skip the subscription check. */
    private boolean offline;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("srcGroup", srcGroup);
        out.put("destGroup", destGroup);
        out.put("topic", topic);
        out.put("offline", offline);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        srcGroup = in.getString("srcGroup");
        destGroup = in.getString("destGroup");
        topic = in.getString("topic");
        offline = in.getBoolean("offline", offline);
    }

    public String getSrcGroup() {
        return srcGroup;
    }

    public void setSrcGroup(String srcGroup) {
        this.srcGroup = srcGroup;
    }

    public String getDestGroup() {
        return destGroup;
    }

    public void setDestGroup(String destGroup) {
        this.destGroup = destGroup;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public boolean isOffline() {
        return offline;
    }

    public void setOffline(boolean offline) {
        this.offline = offline;
    }
}
