package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of DELETE_SUBSCRIPTIONGROUP (207). */
public class DeleteSubscriptionGroupRequestHeader implements CommandCustomHeader {
    /** Group. */
    private String groupName;

    /** Also delete committed offsets. */
    private boolean removeOffset;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("groupName", groupName);
        out.put("removeOffset", removeOffset);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        groupName = in.getString("groupName");
        removeOffset = in.getBoolean("removeOffset", removeOffset);
    }

    public String getGroupName() {
        return groupName;
    }

    public void setGroupName(String groupName) {
        this.groupName = groupName;
    }

    public boolean isRemoveOffset() {
        return removeOffset;
    }

    public void setRemoveOffset(boolean removeOffset) {
        this.removeOffset = removeOffset;
    }
}
