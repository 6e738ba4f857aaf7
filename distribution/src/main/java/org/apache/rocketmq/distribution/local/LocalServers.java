package org.apache.rocketmq.distribution.local;

import java.nio.file.Path;
import org.apache.rocketmq.broker.BrokerController;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.namesrv.NamesrvController;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.store.config.MessageStoreConfig;

/** The two servers; the broker advertises the loopback address. Confined to the thread that starts and stops it. */
final class LocalServers implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    /** The usual distance: 9876 for the name server, 10911 for the broker. */
    static final int BROKER_PORT_DISTANCE = 1035;

    private static final int SEGMENT_BYTES = 64 << 20;

    private final NamesrvController nameServer;
    private final BrokerController broker;
    private final String nameServerAddress;

    /**
     * @param data folder of messages and settings, created when missing
     * @param port of the name server
     */
    LocalServers(Path data, int port) {
        nameServerAddress = LOOPBACK + ":" + port;
        NamesrvConfig namesrvConfig = new NamesrvConfig();
        namesrvConfig.setKvConfigPath(data.resolve("namesrv/kvConfig.json").toString());
        namesrvConfig.setConfigStorePath(
                data.resolve("namesrv/namesrv.properties").toString());
        nameServer = new NamesrvController(namesrvConfig, listeningOn(port));

        BrokerConfig brokerConfig = new BrokerConfig();
        brokerConfig.setBrokerName("local");
        brokerConfig.setBrokerIP1(LOOPBACK);
        brokerConfig.setBrokerIP2(LOOPBACK);
        brokerConfig.setNamesrvAddr(nameServerAddress);
        MessageStoreConfig storeConfig = new MessageStoreConfig();
        storeConfig.setStorePathRootDir(data.resolve("store").toString());
        storeConfig.setStorePathCommitLog(data.resolve("store/commitlog").toString());
        storeConfig.setMappedFileSizeCommitLog(SEGMENT_BYTES);
        broker = new BrokerController(
                brokerConfig, listeningOn(port + BROKER_PORT_DISTANCE), new NettyClientConfig(), storeConfig);
    }

    /**
     * Starts both.
     *
     * @throws org.apache.rocketmq.remoting.exception.PortInUseException when a port is taken
     * @throws IllegalStateException when the data cannot be loaded, or another broker uses it
     */
    void start() {
        if (!nameServer.initialize()) {
            throw new IllegalStateException("the name server cannot load its settings, see broker_default.log");
        }
        nameServer.start();
        if (!broker.initialize()) {
            throw new IllegalStateException(
                    "the broker cannot open its store (is another one using it?), see broker.log");
        }
        broker.start();
    }

    /** {@code 127.0.0.1:<port>}. */
    String nameServerAddress() {
        return nameServerAddress;
    }

    String brokerAddress() {
        return broker.getBrokerAddr();
    }

    /** The broker first, so that it can take its leave of the name server. */
    @Override
    public void close() {
        broker.shutdown();
        nameServer.shutdown();
    }

    private static NettyServerConfig listeningOn(int port) {
        NettyServerConfig config = new NettyServerConfig();
        config.setListenPort(port);
        config.setBindAddress(LOOPBACK);
        return config;
    }
}
