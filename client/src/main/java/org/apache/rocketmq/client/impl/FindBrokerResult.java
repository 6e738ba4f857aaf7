package org.apache.rocketmq.client.impl;

/** A broker address chosen for a request. */
public record FindBrokerResult(String brokerAddr, boolean slave, int brokerVersion) {
    public FindBrokerResult(String brokerAddr, boolean slave) {
        this(brokerAddr, slave, 0);
    }

    public String getBrokerAddr() {
        return brokerAddr;
    }

    public boolean isSlave() {
        return slave;
    }

    /** The version ordinal of the broker's last heartbeat answer, 0 when unknown. */
    public int getBrokerVersion() {
        return brokerVersion;
    }
}
