package org.apache.rocketmq.client.consume;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.FakePeer.Received;
import org.apache.rocketmq.client.fixture.FakeQueues;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.CMResult;
import org.apache.rocketmq.common.protocol.body.ConsumerRunningInfo;
import org.apache.rocketmq.common.protocol.header.SearchOffsetResponseHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Concurrent consumption over real sockets: pull loop, offsets, send-back, flow control, running info. */
class PushConsumerTest {
    private static final String TOPIC = "TopicTest";

    private final TestCluster cluster = new TestCluster();
    private final FakeQueues queues = new FakeQueues(cluster.a());
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(TestCluster.group());

    @BeforeEach
    void prepare() throws MQClientException {
        cluster.nameServer().route(TOPIC, 1, cluster.a());
        consumer.setNamesrvAddr(cluster.nameServer().address());
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setPersistConsumerOffsetInterval(100);
        consumer.setPullTimeDelayMillsWhenException(10);
        consumer.subscribe(TOPIC, "*");
        cluster.atEnd(consumer, consumer::shutdown);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private static String text(MessageExt message) {
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }

    private void start(MessageListenerConcurrently listener) throws MQClientException {
        consumer.registerMessageListener(listener);
        consumer.start();
    }

    private void startCollecting() throws MQClientException {
        start((messages, context) -> {
            messages.forEach(message -> bodies.add(text(message)));
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
    }

    private void put(int count) {
        for (int i = 0; i < count; i++) {
            queues.put(TOPIC, 0, "TagA", "m" + i);
        }
    }

    private List<Received> pulls() {
        return cluster.a().received(RequestCode.PULL_MESSAGE);
    }

    @Test
    void messagesArriveAndTheirOffsetIsStoredAtShutdown() throws MQClientException {
        put(100);
        startCollecting();
        await().atMost(10, SECONDS).until(() -> bodies.size() == 100);
        queues.put(TOPIC, 0, null, "late");
        await().atMost(10, SECONDS).until(() -> bodies.contains("late"));
        await().atMost(10, SECONDS).until(() -> pulls().stream()
                .anyMatch(pull -> pull.field("queueOffset").equals("101")));
        consumer.shutdown();
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(queues.stored(TOPIC, 0)).isEqualTo(101));
        assertThat(cluster.a().received(RequestCode.UNREGISTER_CLIENT)).isNotEmpty();
    }

    @Test
    void theStoredOffsetStaysAtTheFirstMessageNotConsumed() throws MQClientException {
        put(10);
        CountDownLatch stuck = new CountDownLatch(1);
        start((messages, context) -> {
            if (text(messages.get(0)).equals("m3")) {
                await().atMost(20, SECONDS).until(() -> stuck.getCount() == 0);
            }
            bodies.add(text(messages.get(0)));
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        await().atMost(10, SECONDS).until(() -> bodies.size() == 9);
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(inMemory()).isEqualTo(3));
        stuck.countDown();
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(inMemory()).isEqualTo(10));
    }

    @SuppressWarnings("deprecation")
    private Long inMemory() {
        return consumer.getDefaultMQPushConsumerImpl()
                .offsetsInMemory(TOPIC)
                .get(new MessageQueue(TOPIC, "broker-a", 0));
    }

    @Test
    void consumptionGoesOnAtTheStoredOffset() throws MQClientException {
        put(5);
        queues.store(TOPIC, 0, 3);
        startCollecting();
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(bodies).containsExactlyInAnyOrder("m3", "m4"));
        assertThat(pulls().get(0).field("queueOffset")).isEqualTo("3");
    }

    @Test
    void aNewGroupBeginsAtTheEndUnlessToldOtherwise() throws MQClientException {
        put(5);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET);
        startCollecting();
        await().atMost(10, SECONDS).until(() -> !pulls().isEmpty());
        assertThat(pulls().get(0).field("queueOffset")).isEqualTo("5");
    }

    @Test
    void aNewGroupBeginsWhereTheBrokerFindsTheTimeItNames() throws MQClientException {
        put(5);
        List<String> times = new CopyOnWriteArrayList<>();
        cluster.a().on(RequestCode.SEARCH_OFFSET_BY_TIMESTAMP, exchange -> {
            times.add(exchange.fields().getString("timestamp"));
            var found = new SearchOffsetResponseHeader();
            found.setOffset(2L);
            exchange.respond(found);
        });
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_TIMESTAMP);
        consumer.setConsumeTimestamp("20261120101500");
        startCollecting();
        await().atMost(10, SECONDS).until(() -> !pulls().isEmpty());
        assertThat(pulls().get(0).field("queueOffset")).isEqualTo("2");
        long asked = UtilAll.parseDate("20261120101500", UtilAll.YYYYMMDDHHMMSS).getTime();
        assertThat(times).containsOnly(Long.toString(asked));
    }

    @Test
    void tagsAreComparedByText() throws MQClientException {
        queues.put(TOPIC, 0, "TagA", "a");
        queues.put(TOPIC, 0, "TagB", "b");
        queues.put(TOPIC, 0, null, "none");
        consumer.subscribe(TOPIC, "TagA");
        startCollecting();
        await().atMost(10, SECONDS).until(() -> pulls().stream()
                .anyMatch(pull -> pull.field("queueOffset").equals("3")));
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(bodies).containsExactly("a"));
    }

    @Test
    void refusedPullsAreRepeated() throws MQClientException {
        put(1);
        AtomicInteger asked = new AtomicInteger();
        cluster.a().on(RequestCode.PULL_MESSAGE, exchange -> {
            switch (asked.getAndIncrement()) {
                case 0 -> exchange.respond(ResponseCode.SYSTEM_ERROR, "not now");
                case 1 -> exchange.respond(ResponseCode.FLOW_CONTROL, "slowly");
                default -> queues.pull(exchange);
            }
        });
        startCollecting();
        await().atMost(10, SECONDS).until(() -> bodies.contains("m0"));
    }

    @Test
    void nothingFoundMovesTheOffsetToWhereTheBrokerSays() throws MQClientException {
        AtomicInteger asked = new AtomicInteger();
        cluster.a().on(RequestCode.PULL_MESSAGE, exchange -> {
            int code = asked.getAndIncrement() == 0 ? ResponseCode.PULL_NOT_FOUND : ResponseCode.PULL_RETRY_IMMEDIATELY;
            if (asked.get() <= 2) {
                exchange.respond(code, null, FakeQueues.header(asked.get() * 10L, 20), (byte[]) null);
            }
        });
        startCollecting();
        await().atMost(10, SECONDS).until(() -> pulls().size() == 3);
        assertThat(pulls().stream().map(pull -> pull.field("queueOffset"))).containsExactly("0", "10", "20");
        assertThat(inMemory()).isEqualTo(20);
        assertThat(pulls().get(2).field("commitOffset")).isEqualTo("20");
    }

    @Test
    void anIllegalFirstOffsetIsCorrectedAtOnce() throws MQClientException {
        AtomicInteger asked = new AtomicInteger();
        cluster.a().on(RequestCode.PULL_MESSAGE, exchange -> {
            if (asked.getAndIncrement() == 0) {
                exchange.respond(ResponseCode.PULL_OFFSET_MOVED, null, FakeQueues.header(7, 9), (byte[]) null);
            }
        });
        startCollecting();
        await().atMost(5, SECONDS).until(() -> pulls().size() == 2);
        assertThat(pulls().get(1).field("queueOffset")).isEqualTo("7");
        await().atMost(5, SECONDS)
                .untilAsserted(() -> assertThat(queues.stored(TOPIC, 0)).isEqualTo(7));
    }

    @Test
    void failedMessagesGoBackToTheirBroker() throws MQClientException {
        put(3);
        consumer.setConsumeMessageBatchMaxSize(3);
        start((messages, context) -> {
            context.setAckIndex(0);
            context.setDelayLevelWhenNextConsume(4);
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        await().atMost(10, SECONDS).until(() -> inMemory() != null && inMemory() == 3);
        List<Received> back = cluster.a().received(RequestCode.CONSUMER_SEND_MSG_BACK);
        assertThat(back).extracting(one -> one.field("offset")).containsExactly("1001", "1002");
        assertThat(back.get(0).fields())
                .containsEntry("group", consumer.getConsumerGroup())
                .containsEntry("delayLevel", "4")
                .containsEntry("originTopic", TOPIC)
                .containsEntry("originMsgId", TOPIC + "/0/1")
                .containsEntry("maxReconsumeTimes", "16");
    }

    @Test
    void aRefusedMessageIsSentToTheRetryTopic() throws MQClientException {
        put(1);
        cluster.nameServer().route("%RETRY%" + consumer.getConsumerGroup(), 1, cluster.b());
        cluster.a().refuse(RequestCode.CONSUMER_SEND_MSG_BACK, ResponseCode.SYSTEM_ERROR, "disk full");
        start((messages, context) -> {
            throw new IllegalStateException("the listener fails");
        });
        await().atMost(10, SECONDS)
                .until(() -> !cluster.b().received(RequestCode.SEND_MESSAGE_V2).isEmpty());
        Received sent = cluster.b().received(RequestCode.SEND_MESSAGE_V2).get(0);
        assertThat(sent.field("b")).isEqualTo("%RETRY%" + consumer.getConsumerGroup());
        Map<String, String> properties = MessageDecoder.string2messageProperties(sent.field("i"));
        assertThat(properties)
                .containsEntry("RETRY_TOPIC", TOPIC)
                .containsEntry("RECONSUME_TIME", "1")
                .containsEntry("MAX_RECONSUME_TIMES", "16")
                .containsEntry("DELAY", "3")
                .containsEntry("ORIGIN_MESSAGE_ID", TOPIC + "/0/0");
        await().atMost(10, SECONDS).until(() -> inMemory() != null && inMemory() == 1);
    }

    @Test
    void pullingStopsAtTheLimitAndGoesOnWhenThereIsRoom() throws MQClientException {
        put(40);
        consumer.setPullBatchSize(4);
        consumer.setPullThresholdForQueue(8);
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        start((messages, context) -> {
            running.incrementAndGet();
            await().atMost(20, SECONDS).until(() -> open.getCount() == 0);
            bodies.add(text(messages.get(0)));
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        await().atMost(10, SECONDS).until(() -> running.get() == 12);
        assertThat(pulls()).hasSize(3);
        open.countDown();
        await().atMost(10, SECONDS).until(() -> bodies.size() == 40);
    }

    @Test
    void topicsOfRetriedMessagesAreRestored() throws MQClientException {
        String retry = "%RETRY%" + consumer.getConsumerGroup();
        cluster.nameServer().route(retry, 1, cluster.a());
        List<String> topics = new CopyOnWriteArrayList<>();
        start((messages, context) -> {
            topics.add(messages.get(0).getTopic() + " of "
                    + context.getMessageQueue().getTopic());
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        queues.put(retry, 0, null, "again", TOPIC);
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(topics).containsExactly(TOPIC + " of " + retry));
    }

    @Test
    void runningInfoShowsQueuesAndSpeed() throws MQClientException {
        put(2);
        startCollecting();
        await().atMost(10, SECONDS).until(() -> bodies.size() == 2 && inMemory() == 2);
        @SuppressWarnings("deprecation")
        ConsumerRunningInfo info = consumer.getDefaultMQPushConsumerImpl().runningInfo();
        assertThat(info.getMqTable().get(new MessageQueue(TOPIC, "broker-a", 0)).getCommitOffset())
                .isEqualTo(2);
        assertThat(info.getProperties())
                .containsEntry("PROP_CONSUMEORDERLY", "false")
                .containsEntry("PROP_THREADPOOL_CORE_SIZE", "20")
                .containsEntry("PROP_CONSUME_TYPE", "CONSUME_PASSIVELY")
                .containsEntry("pullBatchSize", "32");
        assertThat(info.getStatusTable().get(TOPIC).getConsumeOKTPS()).isPositive();
    }

    @Test
    void aMessageCanBeConsumedDirectly() throws MQClientException {
        startCollecting();
        MessageExt message = new MessageExt();
        message.setTopic(TOPIC);
        message.setBody("direct".getBytes(StandardCharsets.UTF_8));
        @SuppressWarnings("deprecation")
        var result = consumer.getDefaultMQPushConsumerImpl().consumeDirectly(message, "broker-a");
        assertThat(result.getConsumeResult()).isEqualTo(CMResult.CR_SUCCESS);
        assertThat(bodies).containsExactly("direct");
    }

    @Test
    void startChecksItsSettings() {
        consumer.setConsumeThreadMin(30);
        consumer.registerMessageListener(
                (MessageListenerConcurrently) (messages, context) -> ConsumeConcurrentlyStatus.CONSUME_SUCCESS);
        assertThatThrownBy(consumer::start)
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("consumeThreadMin (30) is larger than consumeThreadMax (20)");
    }
}
