package org.apache.rocketmq.client.consume;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.FakePeer.Received;
import org.apache.rocketmq.client.fixture.FakeQueues;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orderly consumption over real sockets: locks, order, suspends, dead letters. */
class OrderlyConsumerTest {
    private static final String TOPIC = "TopicTest";

    private final TestCluster cluster = new TestCluster();
    private final FakeQueues queues = new FakeQueues(cluster.a());
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(TestCluster.group());

    @BeforeEach
    void prepare() throws MQClientException {
        cluster.nameServer().route(TOPIC, 2, cluster.a());
        consumer.setNamesrvAddr(cluster.nameServer().address());
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setSuspendCurrentQueueTimeMillis(10);
        consumer.subscribe(TOPIC, "*");
        cluster.atEnd(consumer, consumer::shutdown);
        for (int i = 0; i < 100; i++) {
            queues.put(TOPIC, 0, "TagA", "m" + i);
        }
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private static String text(MessageExt message) {
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }

    private void start(MessageListenerOrderly listener) throws MQClientException {
        consumer.registerMessageListener(listener);
        consumer.start();
    }

    private static String[] all() {
        return IntStream.range(0, 100).mapToObj(i -> "m" + i).toArray(String[]::new);
    }

    @Test
    void messagesOfAQueueArriveInOrderAndTheQueueIsUnlockedAtShutdown() throws MQClientException {
        start((messages, context) -> {
            messages.forEach(message -> bodies.add(text(message)));
            return ConsumeOrderlyStatus.SUCCESS;
        });
        await().atMost(10, SECONDS).until(() -> bodies.size() == 100);
        assertThat(bodies).containsExactly(all());
        consumer.shutdown();
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(queues.stored(TOPIC, 0)).isEqualTo(100));
        Received unlock = cluster.a().received(RequestCode.UNLOCK_BATCH_MQ).get(0);
        assertThat(new String(unlock.body(), StandardCharsets.UTF_8)).contains(TOPIC, consumer.getConsumerGroup());
    }

    @Test
    void aQueueWhoseLockIsRefusedIsNotPulled() throws MQClientException {
        queues.refuseLock(TOPIC, 0);
        start((messages, context) -> ConsumeOrderlyStatus.SUCCESS);
        await().atMost(10, SECONDS)
                .until(() -> !cluster.a().received(RequestCode.PULL_MESSAGE).isEmpty());
        assertThat(cluster.a().received(RequestCode.PULL_MESSAGE))
                .allMatch(pull -> pull.field("queueId").equals("1"));
    }

    @Test
    void aSuspendedMessageComesAgainBeforeTheNextOne() throws MQClientException {
        AtomicInteger calls = new AtomicInteger();
        start((messages, context) -> {
            bodies.add(text(messages.get(0)) + " " + messages.get(0).getReconsumeTimes());
            return switch (calls.getAndIncrement()) {
                case 0 -> ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
                case 1 -> throw new IllegalStateException("the listener fails");
                case 2 -> null;
                default -> ConsumeOrderlyStatus.SUCCESS;
            };
        });
        await().atMost(10, SECONDS).until(() -> bodies.size() == 103);
        assertThat(bodies.subList(0, 5)).containsExactly("m0 0", "m0 1", "m0 2", "m0 3", "m1 0");
    }

    @Test
    @SuppressWarnings("deprecation")
    void withoutAutoCommitARollbackReturnsEverythingTaken() throws MQClientException {
        AtomicInteger calls = new AtomicInteger();
        start((messages, context) -> {
            context.setAutoCommit(false);
            bodies.add(text(messages.get(0)));
            return switch (calls.getAndIncrement()) {
                case 0, 1, 3 -> ConsumeOrderlyStatus.SUCCESS;
                case 2 -> ConsumeOrderlyStatus.ROLLBACK;
                default -> ConsumeOrderlyStatus.COMMIT;
            };
        });
        await().atMost(10, SECONDS).until(() -> bodies.size() >= 103);
        assertThat(bodies.subList(0, 6)).containsExactly("m0", "m1", "m2", "m0", "m1", "m2");
    }

    @Test
    void aMessageAtItsLimitIsSentAwayAndTheQueueGoesOn() throws MQClientException {
        cluster.nameServer().route("%RETRY%" + consumer.getConsumerGroup(), 1, cluster.b());
        new FakeQueues(cluster.b());
        consumer.setMaxReconsumeTimes(1);
        start((messages, context) -> {
            bodies.add(text(messages.get(0)));
            return text(messages.get(0)).equals("m0")
                    ? ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT
                    : ConsumeOrderlyStatus.SUCCESS;
        });
        await().atMost(10, SECONDS).until(() -> bodies.size() == 101);
        Received sent = cluster.b().received(RequestCode.SEND_MESSAGE_V2).get(0);
        assertThat(MessageDecoder.string2messageProperties(sent.field("i")))
                .containsEntry("RECONSUME_TIME", "1")
                .containsEntry("MAX_RECONSUME_TIMES", "1")
                .containsEntry("RETRY_TOPIC", TOPIC);
    }
}
