package org.apache.rocketmq.broker.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.SendMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.SendMessageRequestHeaderV2;
import org.apache.rocketmq.common.protocol.header.SendMessageResponseHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored for a send and what is answered. Source: broker specification, sending. */
class SendTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static SendMessageResponseHeader place(RemotingCommand answer) {
        assertThat(answer.getCode()).as(answer.toString()).isZero();
        return TestBroker.read(answer, new SendMessageResponseHeader());
    }

    /** The only message of a queue. */
    private static MessageExt stored(String topic, int queueId) {
        broker.awaitMaxOffset(topic, queueId, 1);
        return Pulls.messages(client.ask(Pulls.from("readers", topic, queueId, 0)))
                .get(0);
    }

    @Test
    void shortNamesAndLongNamesStoreTheSame() {
        broker.topic("both_forms", 1);
        var header = Sends.header("both_forms", "TAGS", "A", "KEYS", "k1");
        header.setFlag(17);

        var first = place(client.ask(Sends.request(header, "short".getBytes(UTF_8))));
        var second = place(client.ask(Sends.longNames(header, "long".getBytes(UTF_8))));

        assertThat(first.getQueueOffset()).isZero();
        assertThat(second.getQueueOffset()).isEqualTo(1);
        broker.awaitMaxOffset("both_forms", 0, 2);
        var messages = Pulls.messages(client.ask(Pulls.from("readers", "both_forms", 0, 0)));
        assertThat(messages)
                .extracting(message -> new String(message.getBody(), UTF_8))
                .containsExactly("short", "long");
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.getFlag()).isEqualTo(17);
            assertThat(message.getTags()).isEqualTo("A");
            assertThat(message.getKeys()).isEqualTo("k1");
            assertThat(message.getBornTimestamp()).isEqualTo(Sends.BORN);
        });
    }

    @Test
    void answerNamesOffsetIdQueueAndOffsetRegionAndTrace() {
        broker.topic("answer_fields", 4);
        var header = Sends.header("answer_fields");
        header.setQueueId(3);

        var answer = client.ask(Sends.request(header, new byte[] {1}));

        var place = place(answer);
        assertThat(answer.getRemark()).isNull();
        assertThat(place.getMsgId()).hasSize(32).startsWith("7F000001").isUpperCase();
        assertThat(place.getQueueId()).isEqualTo(3);
        assertThat(place.getQueueOffset()).isZero();
        assertThat(place.getTransactionId()).isNull();
        assertThat(answer.getExtFields())
                .containsEntry("MSG_REGION", "DefaultRegion")
                .containsEntry("TRACE_ON", "true");
    }

    @Test
    void clusterIsAddedAndWaitIsDroppedFromAPlainMessage() {
        broker.topic("properties", 1);
        place(client.ask(Sends.to("properties", "x", "WAIT", "true", "TAGS", "A", "CLUSTER", "other")));

        MessageExt message = stored("properties", 0);

        assertThat(message.getProperties())
                .containsEntry("CLUSTER", TestBroker.CLUSTER)
                .containsEntry("TAGS", "A")
                .doesNotContainKey("WAIT");
        assertThat(message.getStoreHost().toString()).endsWith("127.0.0.1:" + broker.port());
    }

    @Test
    void waitStaysInADelayedMessageWhichWaitsInTheScheduleTopic() {
        broker.topic("delayed", 2);
        var header = Sends.header("delayed", "WAIT", "true", "DELAY", "99");
        header.setQueueId(1);

        var place = place(client.ask(Sends.request(header, new byte[] {1})));

        assertThat(place.getQueueId()).isEqualTo(1);
        MessageExt message = stored("SCHEDULE_TOPIC_XXXX", 17);
        assertThat(message.getProperties())
                .containsEntry("DELAY", "18")
                .containsEntry("REAL_TOPIC", "delayed")
                .containsEntry("REAL_QID", "1")
                .containsEntry("WAIT", "true");
        assertThat(broker.maxOffset("delayed", 1)).isZero();
    }

    @Test
    void aPreparedMessageIsHiddenInTheHalfTopic() {
        broker.topic("half", 1);
        var header = Sends.header("half", "TRAN_MSG", "true", "PGROUP", "p");
        header.setSysFlag(4);

        var place = place(client.ask(Sends.request(header, new byte[] {1})));

        assertThat(place.getQueueOffset()).isZero();
        broker.awaitMaxOffset("RMQ_SYS_TRANS_HALF_TOPIC", 0, 1);
        assertThat(broker.maxOffset("half", 0)).isZero();
    }

    @Test
    void aPreparedMessageIsRefusedWhenTransactionsAreRejected() {
        broker.topic("no_transactions", 1);
        broker.config.setRejectTransactionMessage(true);
        try {
            var answer = client.ask(Sends.to("no_transactions", "x", "TRAN_MSG", "true"));

            assertThat(answer.getCode()).isEqualTo(16);
            assertThat(answer.getRemark()).isEqualTo("the broker[127.0.0.1] sending transaction message is forbidden");
        } finally {
            broker.config.setRejectTransactionMessage(false);
        }
    }

    @Test
    void withoutAQueueTheBrokerChoosesAmongTheWriteQueues() {
        broker.topic("any_queue", 8, 2, 6);
        var header = Sends.header("any_queue");
        header.setQueueId(-1);

        for (int i = 0; i < 20; i++) {
            var place = place(client.ask(Sends.request(header, new byte[] {1})));
            assertThat(place.getQueueId()).isBetween(0, 1);
        }
    }

    @Test
    void anUnwritableTopicStillTakesMessages() {
        broker.topic("read_only", 1, 1, 4);

        // 4.9 quirk: clients keep away from such topics by the route.
        assertThat(client.ask(Sends.to("read_only", "x")).getCode()).isZero();
    }

    @Test
    void aBatchIsStoredAsSingleMessagesWithAllTheirIds() {
        broker.topic("batch", 1);
        byte[] body = batch("batch", 3);
        var header = Sends.header("batch", "WAIT", "true");
        header.setBatch(true);

        var answer = client.ask(TestClient.request(
                RequestCode.SEND_BATCH_MESSAGE,
                SendMessageRequestHeaderV2.createSendMessageRequestHeaderV2(header),
                body));

        var place = place(answer);
        assertThat(place.getMsgId().split(",")).hasSize(3).doesNotHaveDuplicates();
        assertThat(place.getQueueOffset()).isZero();
        broker.awaitMaxOffset("batch", 0, 3);
        var messages = Pulls.messages(client.ask(Pulls.from("readers", "batch", 0, 0)));
        assertThat(messages).extracting(MessageExt::getTags).containsExactly("T0", "T1", "T2");
        assertThat(messages).allSatisfy(message -> assertThat(message.getProperties())
                .containsEntry("CLUSTER", TestBroker.CLUSTER));
    }

    @Test
    void aBatchWithADelayIsIllegal() {
        broker.topic("delayed_batch", 1);
        var header = Sends.header("delayed_batch", "DELAY", "1");
        header.setBatch(true);

        var answer = client.ask(Sends.request(header, batch("delayed_batch", 2)));

        assertThat(answer.getCode()).isEqualTo(13);
        assertThat(answer.getRemark()).startsWith(ILLEGAL);
    }

    @Test
    void aBatchWithABrokenBodyIsRefusedAndTheBrokerGoesOn() {
        broker.topic("broken_batch", 1);
        var header = Sends.header("broken_batch");
        header.setBatch(true);

        var answer = client.ask(Sends.request(header, "no batch at all, just text".getBytes(UTF_8)));

        assertThat(answer.getCode()).isEqualTo(13);
        assertThat(client.ask(Sends.to("broken_batch", "x")).getCode()).isZero();
    }

    private static byte[] batch(String topic, int count) {
        List<Message> messages = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(new Message(topic, "T" + i, ("m" + i).getBytes(UTF_8)));
        }
        return MessageDecoder.encodeMessages(messages);
    }

    private static final String ILLEGAL =
            "the message is illegal, maybe msg body or properties length not matched. msg body length limit 4194304B,"
                    + " msg properties length limit 32KB.";

    @Test
    void aBodyAboveTheLimitIsIllegal() {
        broker.topic("oversize", 1);

        var answer = client.ask(Sends.request(Sends.header("oversize"), new byte[4 * 1024 * 1024 + 1]));

        assertThat(answer.getCode()).isEqualTo(13);
        assertThat(answer.getRemark()).startsWith(ILLEGAL);
        assertThat(answer.getExtFields()).containsKeys("MSG_REGION", "TRACE_ON");
    }

    @Test
    void propertiesAboveTheLimitAreIllegal() {
        broker.topic("long_properties", 1);

        var answer = client.ask(Sends.to("long_properties", "x", "p", "v".repeat(32768)));

        assertThat(answer.getCode()).isEqualTo(13);
        assertThat(answer.getRemark()).startsWith(ILLEGAL);
    }

    @Test
    void aOnewaySendIsStoredAndNeverAnswered() {
        broker.topic("oneway", 1);
        client.tell(Sends.to("oneway", "first"));
        client.tell(Sends.to("unknown topic!", "refused"));

        broker.awaitMaxOffset("oneway", 0, 1);
        // An answer with a stray opaque would have come on the same connection before this one.
        var answer = client.ask(Sends.to("oneway", "second"));
        assertThat(place(answer).getQueueOffset()).isEqualTo(1);
    }

    @Test
    void aRetryMessageIsStoredUnderItsLimitAndDeadAboveIt() {
        var header = Sends.header("%RETRY%sends_itself");
        header.setMaxReconsumeTimes(3);
        header.setReconsumeTimes(2);
        place(client.ask(Sends.request(header, "again".getBytes(UTF_8))));
        header.setReconsumeTimes(3);
        place(client.ask(Sends.request(header, "dead".getBytes(UTF_8))));

        assertThat(stored("%RETRY%sends_itself", 0).getReconsumeTimes()).isEqualTo(2);
        assertThat(new String(stored("%DLQ%sends_itself", 0).getBody(), UTF_8)).isEqualTo("dead");
    }

    @Test
    void theFlagOfTheHeaderDecidesAboutABatchWhateverTheCode() {
        broker.topic("flagged", 1);
        SendMessageRequestHeader header = Sends.header("flagged");
        header.setBatch(true);

        place(client.ask(Sends.longNames(header, batch("flagged", 2))));

        broker.awaitMaxOffset("flagged", 0, 2);
    }
}
