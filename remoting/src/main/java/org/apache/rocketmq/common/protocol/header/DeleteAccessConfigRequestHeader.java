package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of DELETE_ACL_CONFIG (51). */
public class DeleteAccessConfigRequestHeader implements CommandCustomHeader {
    /** ACL access key. */
    private String accessKey;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("accessKey", accessKey);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        accessKey = in.getString("accessKey");
    }

    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }
}
