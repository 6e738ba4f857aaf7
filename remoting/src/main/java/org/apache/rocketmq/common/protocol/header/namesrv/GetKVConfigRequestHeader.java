package org.apache.rocketmq.common.protocol.header.namesrv;

import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.FieldReader;
import org.apache.rocketmq.remoting.protocol.FieldWriter;

/** Request header of GET_KV_CONFIG (101). */
public class GetKVConfigRequestHeader implements CommandCustomHeader {
    /** KV namespace. */
    private String namespace;

    /** KV key. */
    private String key;

    @Override
    public void checkFields() throws RemotingCommandException {}

    @Override
    public void writeTo(FieldWriter out) {
        out.put("namespace", namespace);
        out.put("key", key);
    }

    @Override
    public void readFrom(FieldReader in) throws RemotingCommandException {
        namespace = in.getString("namespace");
        key = in.getString("key");
    }

    public String getNamespace() {
        return namespace;
    }

    public void setNamespace(String namespace) {
        this.namespace = namespace;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
