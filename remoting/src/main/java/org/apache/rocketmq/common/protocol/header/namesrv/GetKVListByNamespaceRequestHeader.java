package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_KVLIST_BY_NAMESPACE (219). */
public class GetKVListByNamespaceRequestHeader implements CommandCustomHeader {
    /** KV namespace. */
    private String namespace;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("namespace", namespace);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        namespace = in.getString("namespace");
    }

    public String getNamespace() {
        return namespace;
    }

    public void setNamespace(String namespace) {
        this.namespace = namespace;
    }
}
