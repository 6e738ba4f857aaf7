package org.apache.rocketmq.client.consume;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.FakeQueues;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polling over real sockets: subscribing, assigning, seeking, pausing, committing. */
class LitePullConsumerTest {
    private static final String TOPIC = "TopicTest";
    private static final MessageQueue QUEUE = new MessageQueue(TOPIC, "broker-a", 0);

    private final TestCluster cluster = new TestCluster();
    private final FakeQueues queues = new FakeQueues(cluster.a());
    private final DefaultLitePullConsumer consumer = new DefaultLitePullConsumer(TestCluster.group());

    @BeforeEach
    void prepare() {
        cluster.nameServer().route(TOPIC, 1, cluster.a());
        consumer.setNamesrvAddr(cluster.nameServer().address());
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        cluster.atEnd(consumer, consumer::shutdown);
        for (int i = 0; i < 25; i++) {
            queues.put(TOPIC, 0, "TagA", "m" + i);
        }
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private List<String> poll(int most) {
        List<String> bodies = new ArrayList<>();
        await().atMost(10, SECONDS).until(() -> {
            for (MessageExt message : consumer.poll(100)) {
                bodies.add(new String(message.getBody(), StandardCharsets.UTF_8));
            }
            return bodies.size() >= most;
        });
        return bodies;
    }

    @Test
    void subscribedMessagesArePolledAndTheirOffsetIsStoredAtShutdown() throws MQClientException {
        consumer.subscribe(TOPIC, "*");
        consumer.start();
        assertThat(poll(25)).hasSize(25).startsWith("m0", "m1").endsWith("m24");
        assertThat(consumer.assignment()).containsExactly(QUEUE);
        consumer.commitSync();
        assertThat(consumer.committed(QUEUE)).isEqualTo(25);
        consumer.shutdown();
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(queues.stored(TOPIC, 0)).isEqualTo(25));
    }

    @Test
    void pullsCarryTheExpressionAndTheLiteFlag() throws MQClientException {
        consumer.assign(Set.of(QUEUE));
        consumer.setSubExpressionForAssign(TOPIC, "TagA");
        consumer.start();
        assertThat(poll(25)).hasSize(25);
        assertThat(cluster.a().received(RequestCode.PULL_MESSAGE).get(0).fields())
                .containsEntry("sysFlag", "22")
                .containsEntry("subscription", "TagA")
                .containsEntry("subVersion", "0")
                .containsEntry("maxMsgNums", "10");
    }

    @Test
    void seekingGoesOnElsewhereAndForgetsWhatIsCached() throws MQClientException {
        consumer.assign(Set.of(QUEUE));
        consumer.start();
        poll(10);
        cluster.a().on(RequestCode.GET_MIN_OFFSET, exchange -> {
            var header = new org.apache.rocketmq.common.protocol.header.GetMinOffsetResponseHeader();
            header.setOffset(0L);
            exchange.respond(header);
        });
        consumer.seek(QUEUE, 20);
        assertThat(poll(5)).containsExactly("m20", "m21", "m22", "m23", "m24");
        assertThatThrownBy(() -> consumer.seek(QUEUE, 26))
                .hasMessageStartingWith("Seek offset illegal, seek offset = 26, min offset = 0, max offset = 25");
    }

    @Test
    void aPausedQueueIsNotPulled() throws MQClientException {
        consumer.assign(Set.of(QUEUE));
        consumer.start();
        assertThat(poll(25)).hasSize(25);
        consumer.pause(Set.of(QUEUE));
        queues.put(TOPIC, 0, "TagA", "on its way");
        assertThat(poll(1)).containsExactly("on its way");
        queues.put(TOPIC, 0, "TagA", "late");
        assertThat(consumer.poll(200)).isEmpty();
        consumer.resume(Set.of(QUEUE));
        assertThat(poll(1)).containsExactly("late");
    }

    @Test
    void givenPositionsAreCommittedAndSentAtOnce() throws MQClientException {
        consumer.assign(Set.of(QUEUE));
        consumer.start();
        consumer.commitSync(Map.of(QUEUE, 7L), true);
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(queues.stored(TOPIC, 0)).isEqualTo(7));
    }

    @Test
    void subscribingAndAssigningExcludeEachOther() throws MQClientException {
        consumer.subscribe(TOPIC, "*");
        assertThatThrownBy(() -> consumer.assign(Set.of(QUEUE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Subscribe and assign are mutually exclusive.");
        assertThatThrownBy(() -> consumer.poll(10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The consumer not running, please start it first.");
    }
}
