package org.apache.rocketmq.client.impl;

import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.remoting.RPCHook;

/**
 * The instances of this JVM by client id. Static because facades that know nothing of each other must share them.
 * Thread-safe.
 */
public class MQClientManager {
    private static final MQClientManager INSTANCE = new MQClientManager();

    private final ConcurrentHashMap<String, MQClientInstance> instances = new ConcurrentHashMap<>();

    private MQClientManager() {}

    public static MQClientManager getInstance() {
        return INSTANCE;
    }

    public MQClientInstance getOrCreateMQClientInstance(ClientConfig clientConfig) {
        return getOrCreateMQClientInstance(clientConfig, null);
    }

    /** The instance of that client id; settings and hook of later callers are ignored. */
    public MQClientInstance getOrCreateMQClientInstance(ClientConfig clientConfig, RPCHook rpcHook) {
        return instances.computeIfAbsent(
                clientConfig.buildMQClientId(),
                id -> new MQClientInstance(this, clientConfig.cloneClientConfig(), id, rpcHook));
    }

    public void removeClientFactory(String clientId) {
        instances.remove(clientId);
    }
}
