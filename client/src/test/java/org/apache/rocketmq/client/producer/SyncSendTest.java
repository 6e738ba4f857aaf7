package org.apache.rocketmq.client.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.FakePeer.Received;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Synchronous sends: frames, queues, retries and their time, faults. */
class SyncSendTest {
    private static final int SEND = RequestCode.SEND_MESSAGE_V2;

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Message message() {
        return new Message("TopicTest", "TagA", "key1", "hello".getBytes(StandardCharsets.UTF_8));
    }

    private DefaultMQProducer onBoth() throws MQClientException {
        cluster.nameServer().route("TopicTest", 4, cluster.a(), cluster.b());
        return cluster.startedProducer();
    }

    private DefaultMQProducer onA() throws MQClientException {
        cluster.nameServer().route("TopicTest", 4, cluster.a());
        return cluster.startedProducer();
    }

    private int sends() {
        return cluster.a().received(SEND).size() + cluster.b().received(SEND).size();
    }

    @Test
    void aFrameCarriesTheShortNameHeader() throws Exception {
        DefaultMQProducer producer = onA();
        Message message = message();

        SendResult result = producer.send(message);

        Received frame = cluster.a().received(SEND).get(0);
        assertThat(frame.fields())
                .containsEntry("a", producer.getProducerGroup())
                .containsEntry("b", "TopicTest")
                .containsEntry("c", "TBW102")
                .containsEntry("d", "4")
                .containsEntry("f", "0")
                .containsEntry("j", "0")
                .containsEntry("k", "false")
                .containsEntry("m", "false")
                .containsEntry("n", "broker-a")
                .doesNotContainKey("l");
        assertThat(frame.version()).isEqualTo(409);
        assertThat(frame.body()).isEqualTo(message.getBody());
        String uniqueKey = message.getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
        assertThat(MessageDecoder.string2messageProperties(frame.field("i")))
                .isEqualTo(Map.of("TAGS", "TagA", "KEYS", "key1", "WAIT", "true", "UNIQ_KEY", uniqueKey));
        int queueId = Integer.parseInt(frame.field("e"));
        assertThat(result)
                .hasToString("SendResult [sendStatus=SEND_OK, msgId=" + uniqueKey
                        + ", offsetMsgId=7F00000100002A9F0000000000000000, messageQueue=MessageQueue [topic=TopicTest,"
                        + " brokerName=broker-a, queueId=" + queueId + "], queueOffset=0]");
        assertThat(result.getRegionId()).isEqualTo("DefaultRegion");
    }

    @Test
    void queuesAreUsedInTurn() throws Exception {
        DefaultMQProducer producer = onBoth();

        List<MessageQueue> used = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            used.add(producer.send(message()).getMessageQueue());
        }

        assertThat(used.subList(0, 8)).doesNotHaveDuplicates().isEqualTo(used.subList(8, 16));
    }

    @Test
    void aRefusalWorthARetryGoesToTheOtherBroker() throws Exception {
        cluster.a().refuse(SEND, ResponseCode.SYSTEM_ERROR, "broken");
        DefaultMQProducer producer = onBoth();

        for (int i = 0; i < 8; i++) {
            assertThat(producer.send(message()).getMessageQueue().getBrokerName())
                    .isEqualTo("broker-b");
        }

        assertThat(cluster.a().received(SEND)).isNotEmpty();
    }

    @Test
    void aBusyBrokerIsLeftForAnotherOne() throws Exception {
        cluster.a().refuse(SEND, ResponseCode.SYSTEM_BUSY, "[OVERLOAD]system busy");
        DefaultMQProducer producer = onBoth();

        for (int i = 0; i < 8; i++) {
            assertThat(producer.send(message()).getSendStatus()).isEqualTo(SendStatus.SEND_OK);
        }

        assertThat(cluster.a().received(SEND)).isNotEmpty();
    }

    @Test
    void aBusyBrokerWithoutAlternativeIsReportedAtOnce() throws Exception {
        cluster.a().refuse(SEND, ResponseCode.SYSTEM_BUSY, "[OVERLOAD]system busy");
        DefaultMQProducer producer = onA();

        MQBrokerException refusal = catchThrowableOfType(MQBrokerException.class, () -> producer.send(message()));

        assertThat(refusal.getResponseCode()).isEqualTo(2);
        assertThat(refusal.getMessage())
                .isEqualTo("CODE: 2  DESC: [OVERLOAD]system busy BROKER: "
                        + cluster.a().address()
                        + "\nFor more information, please visit the url, http://rocketmq.apache.org/docs/faq/");
        assertThat(sends()).isEqualTo(1);
    }

    @Test
    void anotherRefusalIsThrownAtOnce() throws Exception {
        cluster.a().refuse(SEND, ResponseCode.MESSAGE_ILLEGAL, "too long");
        DefaultMQProducer producer = onA();

        assertThatThrownBy(() -> producer.send(message()))
                .isInstanceOf(MQBrokerException.class)
                .hasMessageContaining("CODE: 13  DESC: too long");
        assertThat(sends()).isEqualTo(1);
    }

    @Test
    void aHungBrokerLeavesTimeForTheOthers() throws Exception {
        cluster.a().hang(SEND);
        DefaultMQProducer producer = onBoth();
        producer.setSendMsgTimeout(1500);

        for (int i = 0; i < 4; i++) {
            assertThat(producer.send(message()).getMessageQueue().getBrokerName())
                    .isEqualTo("broker-b");
        }
    }

    @Test
    void aBrokerThatCannotEvenBeConnectedLeavesTimeForTheOthers() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1)) {
            List<Socket> waiting = fillBacklog(deaf);
            cluster.nameServer().route("TopicTest", 1, "broker-x", "127.0.0.1:" + deaf.getLocalPort(), cluster.b());
            DefaultMQProducer producer = cluster.startedProducer();
            producer.setSendMsgTimeout(2000);

            for (int i = 0; i < 4; i++) {
                assertThat(producer.send(message()).getMessageQueue().getBrokerName())
                        .isEqualTo("broker-b");
            }
            for (int i = 0; i < 2; i++) {
                assertThat(sendAsync(producer)
                                .get(10, TimeUnit.SECONDS)
                                .getMessageQueue()
                                .getBrokerName())
                        .isEqualTo("broker-b");
            }
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static CompletableFuture<SendResult> sendAsync(DefaultMQProducer producer) throws Exception {
        CompletableFuture<SendResult> outcome = new CompletableFuture<>();
        producer.send(message(), new SendCallback() {
            @Override
            public void onSuccess(SendResult sendResult) {
                outcome.complete(sendResult);
            }

            @Override
            public void onException(Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome;
    }

    /** Connects until further connects are not even refused. */
    private static List<Socket> fillBacklog(ServerSocket deaf) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        while (true) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(deaf.getLocalSocketAddress(), 300);
            } catch (SocketTimeoutException e) {
                return waiting;
            }
        }
    }

    @Test
    void allTriesFailingSaysHowOftenAndWhere() throws Exception {
        cluster.a().refuse(SEND, ResponseCode.SYSTEM_ERROR, "broken");
        DefaultMQProducer producer = onA();

        MQClientException failure = catchThrowableOfType(MQClientException.class, () -> producer.send(message()));

        assertThat(failure.getMessage())
                .matches("(?s)Send \\[3\\] times, still failed, cost \\[\\d+\\]ms, Topic: TopicTest, BrokersSent:"
                        + " \\[broker-a, broker-a, broker-a\\]\nSee http://rocketmq.apache.org/docs/faq/ for further"
                        + " details.");
        assertThat(failure.getResponseCode()).isEqualTo(1);
        assertThat(failure.getCause()).isInstanceOf(MQBrokerException.class);
        assertThat(sends()).isEqualTo(3);
    }

    @Test
    void aHungOnlyBrokerEndsAsTimeout() throws Exception {
        cluster.a().hang(SEND);
        DefaultMQProducer producer = onA();
        producer.setSendMsgTimeout(300);
        producer.setRetryTimesWhenSendFailed(0);

        MQClientException failure = catchThrowableOfType(MQClientException.class, () -> producer.send(message()));

        assertThat(failure.getResponseCode()).isEqualTo(10002);
    }

    @Test
    void anUnreachableBrokerEndsAsConnectFailure() throws Exception {
        DefaultMQProducer producer = onA();
        cluster.a().close();

        MQClientException failure = catchThrowableOfType(MQClientException.class, () -> producer.send(message()));

        assertThat(failure.getResponseCode()).isEqualTo(10001);
        assertThat(failure.getCause()).isInstanceOf(RemotingConnectException.class);
    }

    @Test
    void lessDurableResultsAreReturnedUnlessAnotherBrokerIsWanted() throws Exception {
        cluster.a().on(SEND, exchange -> cluster.a().stored(exchange, ResponseCode.FLUSH_DISK_TIMEOUT));
        cluster.b().on(SEND, exchange -> cluster.b().stored(exchange, ResponseCode.FLUSH_DISK_TIMEOUT));
        DefaultMQProducer producer = onBoth();

        assertThat(producer.send(message()).getSendStatus()).isEqualTo(SendStatus.FLUSH_DISK_TIMEOUT);
        assertThat(sends()).isEqualTo(1);

        producer.setRetryAnotherBrokerWhenNotStoreOK(true);
        assertThat(producer.send(message()).getSendStatus()).isEqualTo(SendStatus.FLUSH_DISK_TIMEOUT);
        assertThat(sends()).isEqualTo(4);
    }

    @Test
    void anUnknownTopicUsesTheRouteOfTheTemplate() throws Exception {
        cluster.nameServer().route("TBW102", 8, cluster.a());
        DefaultMQProducer producer = cluster.startedProducer();

        producer.send(message());

        assertThat(Integer.parseInt(cluster.a().received(SEND).get(0).field("e")))
                .isLessThan(4);
    }

    @Test
    void aTopicWithoutAnyRouteIsRefused() throws Exception {
        DefaultMQProducer producer = cluster.startedProducer();

        MQClientException failure = catchThrowableOfType(MQClientException.class, () -> producer.send(message()));

        assertThat(failure.getMessage())
                .isEqualTo("No route info of this topic: TopicTest\nSee http://rocketmq.apache.org/docs/faq/ for"
                        + " further details.");
        assertThat(failure.getResponseCode()).isEqualTo(10005);
    }

    @Test
    void anUnreachableNameServerIsAnUncheckedFault() throws Exception {
        DefaultMQProducer producer = cluster.startedProducer();
        cluster.nameServer().close();

        assertThatThrownBy(() -> producer.send(message()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RemotingConnectException: connect to ["
                        + cluster.nameServer().address() + "] failed");
    }

    @Test
    void largeBodiesAreCompressedAndTheMessageKeepsItsOwn() throws Exception {
        DefaultMQProducer producer = onA();
        byte[] body = new byte[4096];
        Message message = new Message("TopicTest", body);

        producer.send(message);

        Received frame = cluster.a().received(SEND).get(0);
        assertThat(frame.field("f")).isEqualTo("769");
        assertThat(frame.body()).hasSizeLessThan(200);
        assertThat(message.getBody()).isSameAs(body);
    }

    @Test
    void retryTopicsMoveTheirCountsIntoTheHeader() throws Exception {
        cluster.nameServer().route("%RETRY%g", 1, cluster.a());
        DefaultMQProducer producer = cluster.startedProducer();
        Message message = new Message("%RETRY%g", new byte[1]);
        message.getProperties().put("RECONSUME_TIME", "3");
        message.getProperties().put("MAX_RECONSUME_TIMES", "16");

        producer.send(message);

        Received frame = cluster.a().received(SEND).get(0);
        assertThat(frame.fields()).containsEntry("j", "3").containsEntry("l", "16");
        assertThat(frame.field("i")).contains("RECONSUME_TIME");
        assertThat(message.getProperties()).doesNotContainKeys("RECONSUME_TIME", "MAX_RECONSUME_TIMES");
    }

    @Test
    void namespacesAreAddedOnTheWireOnly() throws Exception {
        cluster.nameServer().route("ns%TopicTest", 1, cluster.a());
        DefaultMQProducer producer = cluster.producer();
        producer.setNamespace("ns");
        producer.start();
        Message message = message();

        SendResult result = producer.send(message);

        Received frame = cluster.a().received(SEND).get(0);
        assertThat(frame.field("a")).startsWith("ns%group-").isEqualTo(producer.getProducerGroup());
        assertThat(frame.field("b")).isEqualTo("ns%TopicTest");
        assertThat(message.getProperty(MessageConst.PROPERTY_INSTANCE_ID)).isEqualTo("ns");
        assertThat(message.getTopic()).isEqualTo("TopicTest");
        assertThat(result.getMessageQueue().getTopic()).isEqualTo("TopicTest");
    }

    @Test
    void onewaySendsExpectNoAnswer() throws Exception {
        cluster.a().hang(SEND);
        DefaultMQProducer producer = onA();

        producer.sendOneway(message());

        await().untilAsserted(() -> assertThat(cluster.a().received(SEND)).hasSize(1));
    }

    @Test
    void aQueueOfAnotherTopicIsRefused() throws Exception {
        DefaultMQProducer producer = onA();

        assertThatThrownBy(() -> producer.send(message(), new MessageQueue("Other", "broker-a", 0)))
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("message's topic not equal mq's topic");
    }

    @Test
    void aSelectorChoosesTheQueue() throws Exception {
        DefaultMQProducer producer = onBoth();

        SendResult result = producer.send(message(), (queues, message, arg) -> queues.get((int) arg), 5);

        assertThat(result.getMessageQueue()).isEqualTo(new MessageQueue("TopicTest", "broker-b", 1));
    }

    @Test
    void aSelectorThatFailsOrChoosesNothingIsReported() throws Exception {
        DefaultMQProducer producer = onA();

        assertThatThrownBy(() -> producer.send(message(), (queues, message, arg) -> queues.get(99), null))
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("select message queue threw exception.")
                .hasCauseInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> producer.send(message(), (queues, message, arg) -> null, null))
                .hasMessageStartingWith("select message queue return null.");
    }
}
