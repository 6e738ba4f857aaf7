package org.apache.rocketmq.common.protocol.body;

import java.util.HashMap;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/** A table of texts: KV configuration, broker runtime figures. */
public class KVTable extends RemotingSerializable {
    /** Text per key. */
    private HashMap<String, String> table = new HashMap<>();

    public HashMap<String, String> getTable() {
        return table;
    }

    public void setTable(HashMap<String, String> table) {
        this.table = table;
    }
}
