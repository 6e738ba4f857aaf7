package org.apache.rocketmq.client.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.client.AccessChannel;
import org.apache.rocketmq.client.consumer.listener.ConsumeReturnType;
import org.apache.rocketmq.client.fixture.FakePeer.Received;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.client.hook.ConsumeMessageContext;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.trace.hook.ConsumeMessageTraceHookImpl;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageType;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is traced, how it is written and how it travels. */
class MessageTraceTest {
    private final TestCluster cluster = new TestCluster();
    private final List<TraceContext> traced = new ArrayList<>();
    private final TraceDispatcher list = new TraceDispatcher() {
        @Override
        public void start(String nameSrvAddr, AccessChannel accessChannel) {}

        @Override
        public boolean append(Object ctx) {
            return traced.add((TraceContext) ctx);
        }

        @Override
        public void flush() {}

        @Override
        public void shutdown() {}
    };

    @AfterEach
    void close() {
        cluster.close();
    }

    private DefaultMQProducer tracedProducer(String traceTopic) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer(TestCluster.group(), true, traceTopic);
        producer.setNamesrvAddr(cluster.nameServer().address());
        cluster.atEnd(producer, producer::shutdown);
        producer.start();
        return producer;
    }

    private List<Received> traceMessages() {
        return cluster.b().received(RequestCode.SEND_MESSAGE_V2);
    }

    private static String text(Received traceMessage) {
        return new String(traceMessage.body(), StandardCharsets.UTF_8)
                .replace('\u0001', '|')
                .replace('\u0002', '$');
    }

    @Test
    void aSendIsTracedByAMessageToTheTraceTopic() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a()).route("RMQ_SYS_TRACE_TOPIC", 1, cluster.b());
        DefaultMQProducer producer = tracedProducer("");
        Message message = new Message("T", "TagA", "k1", new byte[28]);

        SendResult result = producer.send(message);

        await().until(() -> !traceMessages().isEmpty());
        Received trace = traceMessages().get(0);
        assertThat(trace.field("b")).isEqualTo("RMQ_SYS_TRACE_TOPIC");
        assertThat(trace.field("a")).startsWith("_INNER_TRACE_PRODUCER-" + producer.getProducerGroup() + "-PRODUCE-");
        assertThat(trace.field("i")).contains("k1").contains(result.getMsgId());
        assertThat(text(trace))
                .matches("Pub\\|\\d+\\|DefaultRegion\\|" + producer.getProducerGroup() + "\\|T\\|" + result.getMsgId()
                        + "\\|TagA\\|k1\\|" + cluster.a().address() + "\\|28\\|\\d+\\|0\\|" + result.getOffsetMsgId()
                        + "\\|true\\$");
    }

    @Test
    void shutdownSendsWhatIsStillBuffered() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a()).route("mine", 1, cluster.b());
        DefaultMQProducer producer = tracedProducer("mine");
        for (int i = 0; i < 5; i++) {
            producer.send(new Message("T", new byte[1]));
        }

        producer.shutdown();

        String all = traceMessages().stream().map(MessageTraceTest::text).reduce("", String::concat);
        assertThat(all.chars().filter(c -> c == '$').count()).isEqualTo(5);
    }

    @Test
    void aProducerWithoutRouteForItsTracesStillSends() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a());

        assertThat(tracedProducer("").send(new Message("T", new byte[1])).getMsgId())
                .isNotNull();
    }

    private ConsumeMessageContext consumed(MessageExt... messages) {
        ConsumeMessageContext context = new ConsumeMessageContext();
        context.setConsumerGroup("cg");
        context.setMsgList(List.of(messages));
        context.setAccessChannel(AccessChannel.LOCAL);
        ConsumeMessageTraceHookImpl hook = new ConsumeMessageTraceHookImpl(list);
        hook.consumeMessageBefore(context);
        context.setSuccess(false);
        context.setProps(Map.of(MixAll.CONSUME_CONTEXT_TYPE, ConsumeReturnType.RETURNNULL.name()));
        hook.consumeMessageAfter(context);
        return context;
    }

    private static MessageExt received(String id) {
        MessageExt message = new MessageExt();
        message.setTopic("T");
        message.setMsgId(id);
        message.setKeys("k-" + id);
        message.setReconsumeTimes(2);
        return message;
    }

    @Test
    void aListenerCallIsTracedBeforeAndAfter() {
        MessageExt untraced = received("m3");
        untraced.putUserProperty("x", "y");
        MessageAccessor.putProperty(untraced, MessageConst.PROPERTY_TRACE_SWITCH, "false");

        consumed(received("m1"), received("m2"), untraced);

        String id = traced.get(0).getRequestId();
        String before = text(TraceDataEncoder.encoderFromContextBean(traced.get(0)));
        assertThat(before)
                .matches("SubBefore\\|\\d+\\|null\\|cg\\|" + id + "\\|m1\\|2\\|k-m1\\$SubBefore\\|\\d+\\|null\\|cg\\|"
                        + id + "\\|m2\\|2\\|k-m2\\$");
        String after = text(TraceDataEncoder.encoderFromContextBean(traced.get(1)));
        assertThat(after)
                .matches("SubAfter\\|" + id + "\\|m1\\|\\d+\\|false\\|k-m1\\|3\\|\\d+\\|cg\\$SubAfter\\|" + id
                        + "\\|m2\\|\\d+\\|false\\|k-m2\\|3\\|\\d+\\|cg\\$");
    }

    private static String text(TraceTransferBean bean) {
        return bean.getTransData().replace('\u0001', '|').replace('\u0002', '$');
    }

    private static List<TraceContext> decode(String text) {
        return TraceDataEncoder.decoderFromTraceDataString(
                text.replace('|', '\u0001').replace('$', '\u0002'));
    }

    @Test
    void recordsOfOlderAndNewerClientsAreRead() {
        List<TraceContext> read = decode("Pub|5|r|g|T|id|tag|k|h:1|28|51|3|true$"
                + "Pub|5|r|g|T|id|tag|k|h:1|28|51|0|off|false$"
                + "Pub|5|r|g|T|id|tag|k|h:1|28|51|0|off|true|client$"
                + "SubAfter|rq|id|7|true|k$"
                + "Later|x$"
                + "EndTransaction|5|r|g|T|id|tag|k|h:1|2|tx|COMMIT_MESSAGE|true$");

        assertThat(read).hasSize(5);
        assertThat(read.get(0).isSuccess()).isTrue();
        assertThat(read.get(0).getTraceBeans().get(0).getMsgType()).isEqualTo(MessageType.Delay_Msg);
        assertThat(read.get(1).isSuccess()).isFalse();
        assertThat(read.get(1).getTraceBeans().get(0).getOffsetMsgId()).isEqualTo("off");
        assertThat(read.get(2).getTraceBeans().get(0).getClientHost()).isEqualTo("client");
        assertThat(read.get(3).getCostTime()).isEqualTo(7);
        assertThat(read.get(4).getTraceBeans().get(0).isFromTransactionCheck()).isTrue();
    }

    /** 4.9 quirk: cloud records have no terminator. */
    @Test
    void cloudRecordsThatRunIntoOneAnotherAreReadOneByOne() {
        TraceContext context = new TraceContext();
        context.setTraceType(TraceType.SubAfter);
        context.setAccessChannel(AccessChannel.CLOUD);
        TraceBean first = new TraceBean();
        first.setMsgId("m1");
        TraceBean second = new TraceBean();
        second.setMsgId("m2");
        context.setTraceBeans(List.of(first, second));

        String text = TraceDataEncoder.encoderFromContextBean(context).getTransData();

        assertThat(text).endsWith("\u0001").doesNotContain("\u0002");
        assertThat(TraceDataEncoder.decoderFromTraceDataString(text))
                .extracting(one -> one.getTraceBeans().get(0).getMsgId())
                .containsExactly("m1", "m2");
    }
}
