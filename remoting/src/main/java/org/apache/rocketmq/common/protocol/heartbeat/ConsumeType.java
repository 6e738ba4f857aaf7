package org.apache.rocketmq.common.protocol.heartbeat;

/** Who decides when messages are fetched. */
public enum ConsumeType {
    /** The application pulls. */
    CONSUME_ACTIVELY("PULL"),
    /** The client pulls and calls the listener. */
    CONSUME_PASSIVELY("PUSH");

    private final String typeCN;

    ConsumeType(String typeCN) {
        this.typeCN = typeCN;
    }

    /** PULL or PUSH. */
    public String getTypeCN() {
        return typeCN;
    }
}
