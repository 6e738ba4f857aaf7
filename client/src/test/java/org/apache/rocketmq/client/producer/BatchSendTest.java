package org.apache.rocketmq.client.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.FakePeer.Received;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several messages in one request. */
class BatchSendTest {
    private final TestCluster cluster = new TestCluster();
    private DefaultMQProducer producer;

    @BeforeEach
    void start() throws Exception {
        cluster.nameServer().route("T", 4, cluster.a());
        producer = cluster.startedProducer();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Message message(int size) {
        return new Message("T", new byte[size]);
    }

    @Test
    void messagesTravelTogetherAndKeepTheirOwnKeys() throws Exception {
        Message first = message(3000);
        Message second = message(3000);

        SendResult result = producer.send(List.of(first, second), new MessageQueue("T", "broker-a", 2));

        String keyOfFirst = first.getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
        String keyOfSecond = second.getProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX);
        assertThat(result.getMsgId()).isEqualTo(keyOfFirst + "," + keyOfSecond);
        Received frame = cluster.a().received(RequestCode.SEND_BATCH_MESSAGE).get(0);
        assertThat(frame.fields())
                .containsEntry("m", "true")
                .containsEntry("f", "0")
                .containsEntry("e", "2");
        assertThat(MessageDecoder.string2messageProperties(frame.field("i"))).containsOnlyKeys("WAIT");
        List<Message> sent = MessageDecoder.decodeMessages(ByteBuffer.wrap(frame.body()));
        assertThat(sent).extracting(one -> one.getProperty("UNIQ_KEY")).containsExactly(keyOfFirst, keyOfSecond);
    }

    @Test
    void messagesThatCannotTravelTogetherAreRefused() {
        Message other = new Message("Other", new byte[1]);
        Message delayed = message(1);
        delayed.setDelayTimeLevel(3);
        Message impatient = message(1);
        impatient.setWaitStoreMsgOK(false);

        assertRefused(List.of(message(1), other), "The topic of the messages in one batch should be the same");
        assertRefused(List.of(message(1), delayed), "TimeDelayLevel is not supported for batching");
        assertRefused(
                List.of(message(1), impatient), "The waitStoreMsgOK of the messages in one batch should the same");
        assertRefused(List.of(new Message("%RETRY%g", new byte[1])), "Retry Group is not supported for batching");
        assertRefused(List.of(message(0)), "CODE: 13  DESC: the message body length is zero");
    }

    private void assertRefused(List<Message> messages, String cause) {
        assertThatThrownBy(() -> producer.send(messages))
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("Failed to initiate the MessageBatch")
                .cause()
                .hasMessageStartingWith(cause);
    }

    @Test
    void theWholeBatchHasTheSizeLimitOfOneMessage() {
        producer.setMaxMessageSize(1000);
        assertThatThrownBy(() -> producer.send(List.of(message(600), message(600))))
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("CODE: 13  DESC: the message body size over max value, MAX: 1000");
    }
}
