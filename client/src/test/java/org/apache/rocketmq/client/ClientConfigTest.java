package org.apache.rocketmq.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.rocketmq.common.message.MessageQueue;
import org.junit.jupiter.api.Test;

class ClientConfigTest {
    private final ClientConfig config = new ClientConfig();

    @Test
    void theClientIdNamesAddressInstanceUnitAndStream() {
        config.setClientIP("10.0.0.1");
        config.setInstanceName("one");
        assertThat(config.buildMQClientId()).isEqualTo("10.0.0.1@one");
        config.setUnitName("unit");
        config.setEnableStreamRequestType(true);
        assertThat(config.buildMQClientId()).isEqualTo("10.0.0.1@one@unit@STREAM");
    }

    @Test
    void onlyTheDefaultInstanceNameBecomesUnique() {
        config.changeInstanceNameToPID();
        assertThat(config.getInstanceName()).matches(ProcessHandle.current().pid() + "#\\d+");
        config.setInstanceName("mine");
        config.changeInstanceNameToPID();
        assertThat(config.getInstanceName()).isEqualTo("mine");
    }

    @Test
    void anInstanceEndpointImpliesTheNamespace() {
        config.setNamesrvAddr("http://MQ_INST_123_abc.mq.example.com:8080");
        assertThat(config.getNamesrvAddr()).isEqualTo("MQ_INST_123_abc.mq.example.com:8080");
        assertThat(config.getNamespace()).isEqualTo("MQ_INST_123_abc");
        assertThat(config.withNamespace("%RETRY%g")).isEqualTo("%RETRY%MQ_INST_123_abc%g");
        assertThat(config.queueWithNamespace(new MessageQueue("T", "b", 1)).getTopic())
                .isEqualTo("MQ_INST_123_abc%T");
    }

    @Test
    void aCloneKeepsEverySettingButTheAccessChannel() {
        config.setNamesrvAddr("a:1");
        config.setInstanceName("one");
        config.setMqClientApiTimeout(7);
        config.setNamespace("ns");
        config.setAccessChannel(AccessChannel.CLOUD);
        ClientConfig clone = config.cloneClientConfig();
        assertThat(clone).hasToString(config.toString());
        assertThat(clone.getAccessChannel()).isEqualTo(AccessChannel.LOCAL);
    }

    @Test
    void itsTextNamesEverySetting() {
        config.setNamesrvAddr("a:1");
        config.setClientIP("10.0.0.1");
        config.setClientCallbackExecutorThreads(2);
        assertThat(config)
                .hasToString("ClientConfig [namesrvAddr=a:1, clientIP=10.0.0.1, instanceName=DEFAULT,"
                        + " clientCallbackExecutorThreads=2, pollNameServerInterval=30000, heartbeatBrokerInterval=30000,"
                        + " persistConsumerOffsetInterval=5000, pullTimeDelayMillsWhenException=1000, unitMode=false,"
                        + " unitName=null, vipChannelEnabled=false, useTLS=false, language=JAVA, namespace=null,"
                        + " mqClientApiTimeout=3000, enableStreamRequestType=false]");
    }
}
