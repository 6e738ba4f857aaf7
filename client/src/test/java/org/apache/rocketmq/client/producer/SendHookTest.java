package org.apache.rocketmq.client.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.client.hook.CheckForbiddenContext;
import org.apache.rocketmq.client.hook.CheckForbiddenHook;
import org.apache.rocketmq.client.hook.SendMessageContext;
import org.apache.rocketmq.client.hook.SendMessageHook;
import org.apache.rocketmq.client.impl.CommunicationMode;
import org.apache.rocketmq.client.impl.producer.DefaultMQProducerImpl;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageType;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hooks see of sends and may do to them. */
class SendHookTest {
    private final TestCluster cluster = new TestCluster();
    private final List<String> seen = new ArrayList<>();
    private DefaultMQProducer producer;

    @BeforeEach
    void start() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a());
        producer = cluster.startedProducer();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @SuppressWarnings("deprecation")
    private DefaultMQProducerImpl impl() {
        return producer.getDefaultMQProducerImpl();
    }

    private final class Recorder implements SendMessageHook {
        @Override
        public String hookName() {
            return "recorder";
        }

        @Override
        public void sendMessageBefore(SendMessageContext context) {
            seen.add("before " + context.getMsgType() + " " + context.getBrokerAddr() + " "
                    + context.getMessage().getBody().length);
            context.getMessage().putUserProperty("span", "s1");
            throw new IllegalStateException("hooks may fail");
        }

        @Override
        public void sendMessageAfter(SendMessageContext context) {
            assertThat(context.getCommunicationMode()).isEqualTo(CommunicationMode.SYNC);
            seen.add("after " + (context.getSendResult() != null) + " " + (context.getException() != null));
        }
    }

    @Test
    void aSendHookSeesTheMessageAsSentAndMayAddProperties() throws Exception {
        impl().registerSendMessageHook(new Recorder());
        Message message = new Message("T", new byte[8192]);
        message.setDelayTimeLevel(1);

        producer.send(message);

        assertThat(seen.get(0))
                .startsWith(
                        "before " + MessageType.Delay_Msg + " " + cluster.a().address())
                .doesNotEndWith("8192");
        assertThat(seen.get(1)).isEqualTo("after true false");
        assertThat(cluster.a().received(RequestCode.SEND_MESSAGE_V2).get(0).field("i"))
                .contains("span\u0001s1");
    }

    @Test
    void aSendHookLearnsOfFailures() {
        impl().registerSendMessageHook(new Recorder());
        cluster.a().refuse(RequestCode.SEND_MESSAGE_V2, 13, "no");

        assertThatThrownBy(() -> producer.send(new Message("T", new byte[1]))).isInstanceOf(MQBrokerException.class);

        assertThat(seen).last().isEqualTo("after false true");
    }

    @Test
    void aForbiddenSendFailsAsIfTheBrokerWereGone() {
        impl().registerCheckForbiddenHook(new CheckForbiddenHook() {
            @Override
            public String hookName() {
                return "never";
            }

            @Override
            public void checkForbidden(CheckForbiddenContext context) throws MQClientException {
                throw new MQClientException("forbidden", null);
            }
        });

        assertThatThrownBy(() -> producer.send(new Message("T", new byte[1])))
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("Send [3] times, still failed")
                .cause()
                .hasMessageStartingWith("forbidden");
        assertThat(cluster.a().received(RequestCode.SEND_MESSAGE_V2)).isEmpty();
    }
}
