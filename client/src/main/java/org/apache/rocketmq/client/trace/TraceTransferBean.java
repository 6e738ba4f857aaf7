package org.apache.rocketmq.client.trace;

import java.util.HashSet;
import java.util.Set;

/** An encoded trace record and the keys it is found by. Not thread-safe. */
public class TraceTransferBean {
    private String transData;
    private Set<String> transKey = new HashSet<>();

    public TraceTransferBean() {}

    /** Source: client behaviour, section 9.3. */
    public String getTransData() {
        return transData;
    }

    public void setTransData(String transData) {
        this.transData = transData;
    }

    /** Message ids and user keys. */
    public Set<String> getTransKey() {
        return transKey;
    }

    public void setTransKey(Set<String> transKey) {
        this.transKey = transKey;
    }
}
