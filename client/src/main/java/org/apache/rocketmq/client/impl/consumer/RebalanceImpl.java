package org.apache.rocketmq.client.impl.consumer;

import org.apache.rocketmq.client.impl.factory.MQClientInstance;

/** The way by which samples reach the shared instance of a pull consumer. Immutable. */
public final class RebalanceImpl {
    private final MQClientInstance instance;

    RebalanceImpl(MQClientInstance instance) {
        this.instance = instance;
    }

    public MQClientInstance getmQClientFactory() {
        return instance;
    }
}
