package org.apache.rocketmq.common.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void printsInTheFormThatScriptsParse() {
        Message message = new Message("T", "TagA", "k1 k2", "hi".getBytes(StandardCharsets.UTF_8));

        assertThat(message)
                .hasToString(
                        "Message{topic='T', flag=0, properties={KEYS=k1 k2, WAIT=true, TAGS=TagA}, body=[104, 105],"
                                + " transactionId='null'}");
    }

    @Test
    void aStoredMessagePrintsItsOffsetId() {
        MessageClientExt message = new MessageClientExt();
        message.setBornHost(new InetSocketAddress("10.0.0.1", 1234));
        message.setOffsetMsgId("OFFSET");
        message.putProperty(MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX, "UNIQ");

        assertThat(message.getMsgId()).isEqualTo("UNIQ");
        assertThat(message.toString())
                .startsWith("MessageExt [brokerName=null, queueId=0, storeSize=0, queueOffset=0, sysFlag=0,"
                        + " bornTimestamp=0, bornHost=/10.0.0.1:1234, storeTimestamp=0, storeHost=null, msgId=OFFSET,"
                        + " commitLogOffset=0, bodyCRC=0, reconsumeTimes=0, preparedTransactionOffset=0,"
                        + " toString()=Message{topic='null'");
    }

    @Test
    void reservedAndBlankPropertiesAreRefused() {
        Message message = new Message();

        assertThatThrownBy(() -> message.putUserProperty("TAGS", "x"))
                .isExactlyInstanceOf(RuntimeException.class)
                .hasMessage("The Property<TAGS> is used by system, input another please");
        assertThatThrownBy(() -> message.putUserProperty("a", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name or value of property can not be null or blank string!");
        message.putUserProperty("TRANSACTION_CHECK_TIMES", "1");
        assertThat(message.getUserProperty("TRANSACTION_CHECK_TIMES")).isEqualTo("1");
    }

    @Test
    void aBatchHoldsMessagesThatMayTravelTogether() throws Exception {
        List<Message> messages = List.of(new Message("T", new byte[] {1}), new Message("T", new byte[] {2}));

        MessageBatch batch = MessageBatch.generateFromList(messages);

        assertThat(batch.getTopic()).isEqualTo("T");
        assertThat(batch).containsExactlyElementsOf(messages);
        assertThat(MessageDecoder.decodeMessages(ByteBuffer.wrap(batch.encode())))
                .extracting(Message::getBody)
                .containsExactly(new byte[] {1}, new byte[] {2});
    }

    @Test
    void aBatchRefusesWhatMayNotTravelTogether() {
        Message plain = new Message("T", new byte[1]);
        Message delayed = new Message("T", new byte[1]);
        delayed.setDelayTimeLevel(1);
        Message patient = new Message("T", "", "", 0, new byte[1], false);

        assertRefused(List.of(plain, delayed), "TimeDelayLevel is not supported for batching");
        assertRefused(List.of(new Message("%RETRY%g", new byte[1])), "Retry Group is not supported for batching");
        assertRefused(
                List.of(plain, new Message("U", new byte[1])),
                "The topic of the messages in one batch should be the same");
        assertRefused(List.of(plain, patient), "The waitStoreMsgOK of the messages in one batch should the same");
    }

    private static void assertRefused(List<Message> messages, String reason) {
        assertThatThrownBy(() -> MessageBatch.generateFromList(messages))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(reason);
    }

    @Test
    void queuesSortByTopicBrokerAndNumberAndKeepTheirHash() {
        MessageQueue queue = new MessageQueue("T", "broker-a", 3);

        assertThat(queue).hasToString("MessageQueue [topic=T, brokerName=broker-a, queueId=3]");
        assertThat(queue.hashCode()).isEqualTo(31 * (31 * (31 + "broker-a".hashCode()) + 3) + "T".hashCode());
        assertThat(queue).isLessThan(new MessageQueue("T", "broker-a", 10)).isLessThan(new MessageQueue("U", "a", 0));
    }
}
