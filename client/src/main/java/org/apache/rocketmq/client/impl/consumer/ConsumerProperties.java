package org.apache.rocketmq.client.impl.consumer;

import java.util.Properties;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;

/** The settings of a facade as text, for running info. Source: client behaviour, section 14.1. */
final class ConsumerProperties {
    private ConsumerProperties() {}

    static Properties of(ClientConfig facade, MQClientInstance instance, ConsumeType type, long startedMillis) {
        Properties properties = MixAll.object2Properties(facade);
        properties.put(ConsumerRunningInfo.PROP_CONSUMER_START_TIMESTAMP, Long.toString(startedMillis));
        properties.put(ConsumerRunningInfo.PROP_CONSUME_TYPE, type.name());
        properties.put(ConsumerRunningInfo.PROP_CLIENT_VERSION, MQVersion.getVersionDesc(MQVersion.CURRENT_VERSION));
        StringBuilder nameServers = new StringBuilder();
        for (String address : instance.remoting().getNameServerAddressList()) {
            nameServers.append(address).append(';');
        }
        properties.put(ConsumerRunningInfo.PROP_NAMESERVER_ADDR, nameServers.toString());
        return properties;
    }
}
