package org.apache.rocketmq.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.rocketmq.client.consumer.DefaultMQPullConsumer;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.trace.AsyncTraceDispatcher;
import org.apache.rocketmq.client.trace.TraceDispatcher;
import org.apache.rocketmq.client.trace.hook.SendMessageTraceHookImpl;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Internals that Spring, dashboards and the official samples reach. Source: client behaviour, section 1.1. */
@SuppressWarnings("deprecation")
class ReachedInternalsTest {
    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Spring's tracing with access control puts the dispatcher into the field itself. */
    @Test
    void aDispatcherSetByReflectionTraces() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a()).route("traces", 1, cluster.b());
        DefaultMQProducer producer = cluster.producer();
        AsyncTraceDispatcher dispatcher =
                new AsyncTraceDispatcher(producer.getProducerGroup(), TraceDispatcher.Type.PRODUCE, "traces", null);
        dispatcher.setHostProducer(producer.getDefaultMQProducerImpl());
        field(DefaultMQProducer.class, "traceDispatcher").set(producer, dispatcher);
        producer.getDefaultMQProducerImpl().registerSendMessageHook(new SendMessageTraceHookImpl(dispatcher));
        producer.start();

        producer.send(new Message("T", new byte[1]));
        dispatcher.flush();

        assertThat(cluster.b().received(RequestCode.SEND_MESSAGE_V2)).hasSize(1);
        assertThat(field(AsyncTraceDispatcher.class, "traceContextQueue").get(dispatcher))
                .isInstanceOf(ArrayBlockingQueue.class);
    }

    /** Spring answers requests with the producer inside a consumer's instance. */
    @Test
    void theInnerProducerOfAPushConsumerSends() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a());
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(TestCluster.group());
        consumer.setNamesrvAddr(cluster.nameServer().address());
        consumer.subscribe("Other", "*");
        consumer.registerMessageListener(
                (MessageListenerConcurrently) (messages, context) -> ConsumeConcurrentlyStatus.CONSUME_SUCCESS);
        cluster.atEnd(consumer, consumer::shutdown);
        consumer.start();

        DefaultMQProducer inner =
                consumer.getDefaultMQPushConsumerImpl().getmQClientFactory().getDefaultMQProducer();

        assertThat(inner.send(new Message("T", new byte[1])).getMsgId()).isNotNull();
    }

    /** The official pull samples count what they pull. */
    @Test
    void thePullConsumerLeadsToTheStatisticsOfItsInstance() throws Exception {
        DefaultMQPullConsumer consumer = new DefaultMQPullConsumer(TestCluster.group());
        consumer.setNamesrvAddr(cluster.nameServer().address());
        cluster.atEnd(consumer, consumer::shutdown);
        consumer.start();

        consumer.getDefaultMQPullConsumerImpl()
                .getRebalanceImpl()
                .getmQClientFactory()
                .getConsumerStatsManager()
                .incPullTPS(consumer.getConsumerGroup(), "T", 5);
    }

    /** Dashboards walk from an instance to its connections. */
    @Test
    void theInstanceLeadsToTheRemotingClient() throws Exception {
        DefaultMQProducer producer = cluster.startedProducer();
        Object instance = producer.getDefaultMQProducerImpl().getmQClientFactory();
        Object api = field(instance.getClass(), "mQClientAPIImpl").get(instance);

        assertThat(field(api.getClass(), "remotingClient").get(api))
                .isSameAs(
                        producer.getDefaultMQProducerImpl().getmQClientFactory().remoting());
    }
}
