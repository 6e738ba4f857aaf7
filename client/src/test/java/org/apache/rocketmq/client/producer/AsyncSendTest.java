package org.apache.rocketmq.client.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asynchronous sends: outcomes by callback, retries, limits. */
class AsyncSendTest {
    private static final int SEND = RequestCode.SEND_MESSAGE_V2;

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    /** A callback whose outcome can be waited for. */
    private static final class Outcome implements SendCallback {
        private final CompletableFuture<SendResult> future = new CompletableFuture<>();

        @Override
        public void onSuccess(SendResult sendResult) {
            future.complete(sendResult);
        }

        @Override
        public void onException(Throwable e) {
            future.completeExceptionally(e);
        }

        SendResult result() throws Exception {
            return future.get(10, TimeUnit.SECONDS);
        }

        Throwable failure() {
            await().until(future::isDone);
            return future.handle((result, failure) -> failure).join();
        }
    }

    private static Message message() {
        return new Message("TopicTest", "hello".getBytes(StandardCharsets.UTF_8));
    }

    private DefaultMQProducer onBoth() throws MQClientException {
        cluster.nameServer().route("TopicTest", 4, cluster.a(), cluster.b());
        return cluster.startedProducer();
    }

    @Test
    void theResultComesByCallback() throws Exception {
        DefaultMQProducer producer = onBoth();
        Outcome first = new Outcome();
        Outcome second = new Outcome();

        producer.send(message(), first);
        assertThat(first.result().getSendStatus()).isEqualTo(SendStatus.SEND_OK);
        producer.send(message(), second);
        assertThat(second.result().getMsgId()).isNotEqualTo(first.result().getMsgId());
    }

    @Test
    void faultsOfTheArgumentsComeByCallbackToo() throws Exception {
        DefaultMQProducer producer = onBoth();
        Outcome outcome = new Outcome();

        producer.send(new Message("TopicTest", new byte[0]), outcome);

        assertThat(outcome.failure())
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("CODE: 13  DESC: the message body length is zero");
    }

    @Test
    void aRefusalIsNotTriedAgain() throws Exception {
        cluster.a().refuse(SEND, ResponseCode.SYSTEM_ERROR, "broken");
        cluster.nameServer().route("TopicTest", 4, cluster.a());
        DefaultMQProducer producer = cluster.startedProducer();
        Outcome outcome = new Outcome();

        producer.send(message(), outcome);

        assertThat(outcome.failure()).isInstanceOf(MQBrokerException.class);
        assertThat(cluster.a().received(SEND)).hasSize(1);
    }

    @Test
    void aBusyBrokerIsLeftForAnotherOneKeepingTheQueueId() throws Exception {
        cluster.a().refuse(SEND, ResponseCode.SYSTEM_BUSY, "busy");
        DefaultMQProducer producer = onBoth();
        for (int i = 0; i < 8; i++) {
            Outcome outcome = new Outcome();
            producer.send(message(), outcome);
            assertThat(outcome.result().getMessageQueue().getBrokerName()).isEqualTo("broker-b");
        }

        String queueId = cluster.a().received(SEND).get(0).field("e");
        assertThat(cluster.b().received(SEND)).anySatisfy(frame -> assertThat(frame.fields())
                .containsEntry("n", "broker-a")
                .containsEntry("e", queueId));
    }

    @Test
    void aHungBrokerLeavesTimeForTheOthers() throws Exception {
        cluster.a().hang(SEND);
        DefaultMQProducer producer = onBoth();
        for (int i = 0; i < 4; i++) {
            Outcome outcome = new Outcome();
            producer.send(message(), outcome, 2000);
            assertThat(outcome.result().getMessageQueue().getBrokerName()).isEqualTo("broker-b");
        }
    }

    @Test
    void anUnreachableBrokerIsLeftForAnotherOne() throws Exception {
        DefaultMQProducer producer = onBoth();
        cluster.a().close();
        for (int i = 0; i < 8; i++) {
            Outcome outcome = new Outcome();
            producer.send(message(), outcome);
            assertThat(outcome.result().getMessageQueue().getBrokerName()).isEqualTo("broker-b");
        }
    }

    @Test
    void aFixedQueueIsTriedOnItsBrokerOnly() throws Exception {
        DefaultMQProducer producer = onBoth();
        producer.send(message());
        cluster.a().close();
        Outcome outcome = new Outcome();

        producer.send(message(), new MessageQueue("TopicTest", "broker-a", 0), outcome);

        assertThat(outcome.failure()).isInstanceOf(MQClientException.class).hasMessageContaining("connect to");
        assertThat(cluster.b().received(SEND)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anExecutorThatRefusesIsReportedToTheCaller() throws Exception {
        DefaultMQProducer producer = onBoth();
        ExecutorService stopped = Executors.newSingleThreadExecutor();
        stopped.shutdown();
        producer.setAsyncSenderExecutor(stopped);

        assertThatThrownBy(() -> producer.send(message(), new Outcome()))
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("executor rejected ");
    }

    @Test
    void manySendsInFlightAllComeBack() throws Exception {
        DefaultMQProducer producer = onBoth();
        AtomicInteger ok = new AtomicInteger();
        SendCallback counting = new SendCallback() {
            @Override
            public void onSuccess(SendResult sendResult) {
                ok.incrementAndGet();
            }

            @Override
            public void onException(Throwable e) {}
        };
        int messages = 40_000;
        for (int i = 0; i < messages; i++) {
            producer.send(message(), counting, 60_000);
        }

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(ok).hasValue(messages));
    }
}
