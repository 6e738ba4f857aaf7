package org.apache.rocketmq.common.protocol.header;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of UPDATE_GLOBAL_WHITE_ADDRS_CONFIG (53). */
public class UpdateGlobalWhiteAddrsConfigRequestHeader implements CommandCustomHeader {
    /** Comma separated addresses. */
    private String globalWhiteAddrs;

    /** ACL file to change; null = default file. */
    private String aclFileFullPath;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("globalWhiteAddrs", globalWhiteAddrs);
        out.put("aclFileFullPath", aclFileFullPath);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        globalWhiteAddrs = in.getString("globalWhiteAddrs");
        aclFileFullPath = in.getString("aclFileFullPath");
    }

    public String getGlobalWhiteAddrs() {
        return globalWhiteAddrs;
    }

    public void setGlobalWhiteAddrs(String globalWhiteAddrs) {
        this.globalWhiteAddrs = globalWhiteAddrs;
    }

    public String getAclFileFullPath() {
        return aclFileFullPath;
    }

    public void setAclFileFullPath(String aclFileFullPath) {
        this.aclFileFullPath = aclFileFullPath;
    }
}
