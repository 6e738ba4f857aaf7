package org.apache.rocketmq.client.consume;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.consumer.DefaultMQPullConsumer;
import org.apache.rocketmq.client.consumer.MQPullConsumerScheduleService;
import org.apache.rocketmq.client.consumer.PullCallback;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.FakeQueues;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pulls by hand over real sockets. */
@SuppressWarnings("deprecation")
class PullConsumerTest {
    private static final String TOPIC = "TopicTest";
    private static final MessageQueue QUEUE = new MessageQueue(TOPIC, "broker-a", 0);

    private final TestCluster cluster = new TestCluster();
    private final FakeQueues queues = new FakeQueues(cluster.a());
    private final DefaultMQPullConsumer consumer = new DefaultMQPullConsumer(TestCluster.group());

    @BeforeEach
    void prepare() {
        cluster.nameServer().route(TOPIC, 1, cluster.a());
        consumer.setNamesrvAddr(cluster.nameServer().address());
        cluster.atEnd(consumer, consumer::shutdown);
        queues.put(TOPIC, 0, "TagA", "a");
        queues.put(TOPIC, 0, "TagB", "b");
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aPullReturnsWhatMatchesAndWhereToGoOn() throws Exception {
        consumer.start();
        PullResult result = consumer.pull(QUEUE, "TagB", 0, 32);
        assertThat(result.getPullStatus()).isEqualTo(PullStatus.FOUND);
        assertThat(result.getNextBeginOffset()).isEqualTo(2);
        assertThat(result.getMsgFoundList()).hasSize(1);
        assertThat(result.getMsgFoundList().get(0).getProperty("MAX_OFFSET")).isEqualTo("2");
        assertThat(cluster.a().received(RequestCode.PULL_MESSAGE).get(0).fields())
                .containsEntry("sysFlag", "4")
                .containsEntry("subVersion", "0")
                .containsEntry("commitOffset", "0");
    }

    @Test
    void anAsynchronousRefusalReachesTheCallback() throws Exception {
        cluster.a().refuse(RequestCode.PULL_MESSAGE, ResponseCode.NO_PERMISSION, "no");
        consumer.start();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        consumer.pullBlockIfNotFound(QUEUE, "*", 0, 32, new PullCallback() {
            @Override
            public void onSuccess(PullResult pullResult) {
                failure.completeExceptionally(new AssertionError("succeeded"));
            }

            @Override
            public void onException(Throwable e) {
                failure.complete(e);
            }
        });
        assertThat(failure.get(10, SECONDS)).isInstanceOf(MQBrokerException.class);
    }

    @Test
    void badArgumentsAreNamed() throws MQClientException {
        assertThatThrownBy(() -> consumer.pull(QUEUE, "*", 0, 1))
                .hasMessageStartingWith("The consumer is not in running status, CREATE_JUST");
        consumer.start();
        assertThatThrownBy(() -> consumer.pull((MessageQueue) null, "*", 0, 1)).hasMessageStartingWith("mq is null");
        assertThatThrownBy(() -> consumer.pull(QUEUE, "*", -1, 1)).hasMessageStartingWith("offset < 0");
        assertThatThrownBy(() -> consumer.pull(QUEUE, "*", 0, 0)).hasMessageStartingWith("maxNums <= 0");
    }

    @Test
    void offsetsAreReadFromTheBrokerAndPersistedOneByOne() throws MQClientException {
        consumer.start();
        assertThat(consumer.fetchConsumeOffset(QUEUE, true)).isEqualTo(-1);
        consumer.updateConsumeOffset(QUEUE, 2);
        assertThat(consumer.fetchConsumeOffset(QUEUE, false)).isEqualTo(2);
        consumer.persist(QUEUE);
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(queues.stored(TOPIC, 0)).isEqualTo(2));
    }

    @Test
    void aScheduledTaskRunsForEachAssignedQueue() throws MQClientException {
        MQPullConsumerScheduleService schedule = new MQPullConsumerScheduleService(TestCluster.group());
        schedule.getDefaultMQPullConsumer().setNamesrvAddr(cluster.nameServer().address());
        Set<MessageQueue> pulled = ConcurrentHashMap.newKeySet();
        schedule.registerPullTaskCallback(TOPIC, (queue, context) -> pulled.add(queue));
        cluster.atEnd(schedule, schedule::shutdown);
        schedule.start();
        await().atMost(20, SECONDS)
                .until(() -> !cluster.a().received(RequestCode.HEART_BEAT).isEmpty());
        schedule.getDefaultMQPullConsumer()
                .getDefaultMQPullConsumerImpl()
                .getRebalanceImpl()
                .getmQClientFactory()
                .rebalanceLoop()
                .wake();
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(pulled).containsExactly(QUEUE));
    }
}
