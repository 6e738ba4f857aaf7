package org.apache.rocketmq.common.protocol.body;

import org.apache.rocketmq.remoting.protocol.LanguageCode;

/** One client process as a broker sees it. */
public class Connection {
    /** Client id. */
    private String clientId;

    /** ip:port the client comes from. */
    private String clientAddr;

    /** Language of the client library. */
    private LanguageCode language;

    /** Version ordinal of the client library. */
    private int version;

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientAddr() {
        return clientAddr;
    }

    public void setClientAddr(String clientAddr) {
        this.clientAddr = clientAddr;
    }

    public LanguageCode getLanguage() {
        return language;
    }

    public void setLanguage(LanguageCode language) {
        this.language = language;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
