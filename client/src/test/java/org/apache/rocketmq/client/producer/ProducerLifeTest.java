package org.apache.rocketmq.client.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.FakePeer.Received;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.common.protocol.heartbeat.ProducerData;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starting, sharing and stopping. */
class ProducerLifeTest {
    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aProducerStartsOnceAndWorksOnlyBetweenStartAndShutdown() throws Exception {
        DefaultMQProducer producer = cluster.producer();
        assertThatThrownBy(() -> producer.send(new Message("T", new byte[1])))
                .hasMessage("The producer service state not OK, CREATE_JUST\nSee http://rocketmq.apache.org/docs/faq/"
                        + " for further details.");
        producer.start();
        assertThatThrownBy(producer::start)
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("The producer service state not OK, maybe started once, RUNNING\nSee ");
        producer.shutdown();
        assertThatThrownBy(() -> producer.send(new Message("T", new byte[1])))
                .hasMessageStartingWith("The producer service state not OK, SHUTDOWN_ALREADY");
    }

    @Test
    void theDefaultGroupIsRefused() {
        assertThatThrownBy(() -> new DefaultMQProducer().start())
                .isInstanceOf(MQClientException.class)
                .hasMessage("producerGroup can not equal DEFAULT_PRODUCER, please specify another one.\nFor more"
                        + " information, please visit the url, http://rocketmq.apache.org/docs/faq/");
    }

    @Test
    void aGroupExistsOncePerInstance() throws Exception {
        DefaultMQProducer first = cluster.producer();
        first.setInstanceName("shared-" + first.getProducerGroup());
        first.start();
        DefaultMQProducer second = cluster.producer();
        second.setProducerGroup(first.getProducerGroup());
        second.setInstanceName(first.getInstanceName());

        assertThatThrownBy(second::start)
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("The producer group[" + first.getProducerGroup()
                        + "] has been created before, specify another name please.\nSee ");
    }

    @Test
    void brokersAreToldOfThisAndTheInnerGroupAndOfLeaving() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a());
        DefaultMQProducer producer = cluster.producer();
        producer.setHeartbeatBrokerInterval(100);
        producer.start();
        producer.send(new Message("T", new byte[1]));

        await().untilAsserted(() ->
                assertThat(cluster.a().received(RequestCode.HEART_BEAT)).isNotEmpty());
        Received heartbeat = cluster.a().received(RequestCode.HEART_BEAT).get(0);
        HeartbeatData body = RemotingSerializable.decode(heartbeat.body(), HeartbeatData.class);
        assertThat(body.getClientID()).isEqualTo(producer.buildMQClientId());
        assertThat(body.getProducerDataSet())
                .extracting(ProducerData::getGroupName)
                .containsExactlyInAnyOrder(producer.getProducerGroup(), "CLIENT_INNER_PRODUCER");

        producer.shutdown();
        assertThat(cluster.a().received(RequestCode.UNREGISTER_CLIENT))
                .extracting(request -> request.field("producerGroup"))
                .contains(producer.getProducerGroup());
    }

    @Test
    void nothingThatKeepsTheProcessAliveIsLeftAfterShutdown() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a());
        DefaultMQProducer producer = cluster.startedProducer();
        producer.send(new Message("T", new byte[1]));
        producer.shutdown();
        cluster.close();

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !thread.isDaemon())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("Netty") || name.startsWith("Async") || name.startsWith("Client")));
    }

    @Test
    void brokersAskingForUnknownConsumersGetAnAnswer() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a());
        DefaultMQProducer producer = cluster.startedProducer();
        producer.send(new Message("T", new byte[1]));
        Received sent = cluster.a().received(RequestCode.SEND_MESSAGE_V2).get(0);
        RemotingCommand request = RemotingCommand.createRequestCommand(RequestCode.GET_CONSUMER_RUNNING_INFO, null);
        request.addExtField("consumerGroup", "nobody");
        request.addExtField("clientId", "c");
        request.addExtField("jstackEnable", "false");

        RemotingCommand answer = cluster.a().server().invokeSync(sent.channel(), request, 3000);

        assertThat(answer.getCode()).isEqualTo(1);
        assertThat(answer.getRemark()).isEqualTo("The Consumer Group <nobody> not exist in this consumer");
    }
}
