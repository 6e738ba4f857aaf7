package org.apache.rocketmq.remoting;

/** The life cycle that server and client share. */
public interface RemotingService {
    void start();

    void shutdown();

    void registerRPCHook(RPCHook rpcHook);
}
