package org.apache.rocketmq.common.protocol.heartbeat;

/** How the members of a consumer group share a topic. */
public enum MessageModel {
    /** Every member gets every message. */
    BROADCASTING("BROADCASTING"),
    /** Every message goes to one member. */
    CLUSTERING("CLUSTERING");

    private final String modeCN;

    MessageModel(String modeCN) {
        this.modeCN = modeCN;
    }

    public String getModeCN() {
        return modeCN;
    }
}
