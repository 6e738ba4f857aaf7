package org.apache.rocketmq.broker;

import java.io.IOException;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.config.Settings;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker to embed: the historical name behind which {@link Broker} works. Several may live in one JVM. {@link #initialize},
 * {@link #start} and {@link #shutdown} are called once each, in this order.
 */
public class BrokerController {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.BROKER_LOGGER_NAME);

    private final BrokerConfig brokerConfig;
    private final NettyServerConfig nettyServerConfig;
    private final NettyClientConfig nettyClientConfig;
    private final MessageStoreConfig messageStoreConfig;
    private final Broker broker;

    public BrokerController(
            BrokerConfig brokerConfig,
            NettyServerConfig nettyServerConfig,
            NettyClientConfig nettyClientConfig,
            MessageStoreConfig messageStoreConfig) {
        this(
                brokerConfig,
                nettyServerConfig,
                nettyClientConfig,
                messageStoreConfig,
                BrokerSettings.of(brokerConfig, nettyServerConfig, nettyClientConfig, messageStoreConfig));
    }

    /** @param settings binds the four groups and knows the file they came from */
    public BrokerController(
            BrokerConfig brokerConfig,
            NettyServerConfig nettyServerConfig,
            NettyClientConfig nettyClientConfig,
            MessageStoreConfig messageStoreConfig,
            Settings settings) {
        this.brokerConfig = brokerConfig;
        this.nettyServerConfig = nettyServerConfig;
        this.nettyClientConfig = nettyClientConfig;
        this.messageStoreConfig = messageStoreConfig;
        // Peers tell versions apart by what commands carry; every process of ours names its own.
        System.setProperty(RemotingCommand.REMOTING_VERSION_KEY, Integer.toString(MQVersion.CURRENT_VERSION));
        // 4.9 quirk: the replication port always follows the main port, and a master always has id 0.
        int port = nettyServerConfig.getListenPort();
        messageStoreConfig.setHaListenPort(port == 0 ? 0 : port + 1);
        if (messageStoreConfig.getBrokerRole() != BrokerRole.SLAVE) {
            brokerConfig.setBrokerId(0);
        }
        this.broker = new Broker(brokerConfig, nettyServerConfig, nettyClientConfig, messageStoreConfig, settings);
    }

    /** Loads metadata and messages; false when that is not possible, the log says why. */
    public boolean initialize() {
        try {
            open();
            return true;
        } catch (IOException e) {
            log.error("the broker cannot start: {}", e.getMessage(), e);
            return false;
        }
    }

    /** As {@link #initialize}, with the cause as exception. */
    void open() throws IOException {
        broker.open();
    }

    /** @throws org.apache.rocketmq.remoting.exception.PortInUseException when a port is taken */
    public void start() {
        broker.start();
    }

    public void shutdown() {
        broker.stop();
    }

    /** {@code host:port} as clients see it. */
    public String getBrokerAddr() {
        return brokerConfig.getBrokerIP1() + ":" + nettyServerConfig.getListenPort();
    }

    public BrokerConfig getBrokerConfig() {
        return brokerConfig;
    }

    public NettyServerConfig getNettyServerConfig() {
        return nettyServerConfig;
    }

    public NettyClientConfig getNettyClientConfig() {
        return nettyClientConfig;
    }

    public MessageStoreConfig getMessageStoreConfig() {
        return messageStoreConfig;
    }
}
