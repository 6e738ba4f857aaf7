package org.apache.rocketmq.broker.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.common.protocol.header.ConsumerSendMsgBackRequestHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of messages that a consumer could not handle. Source: broker specification, CONSUMER_SEND_MSG_BACK. */
class RetryTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder, settings -> settings.store.setMessageDelayLevel("1s 1s 1s 2s"));
        client = broker.client();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aMessageSentBackComesAgainAfterItsDelayAndDiesAfterTheLastTry() {
        MessageExt first = sent("Orders", "o1");

        assertThat(sendBack(first, "g1", 0, 1).getCode()).isZero();
        MessageExt second = only("g1", "%RETRY%g1");
        assertThat(second.getStoreTimestamp() - first.getStoreTimestamp()).isGreaterThanOrEqualTo(1000);
        assertThat(second.getReconsumeTimes()).isEqualTo(1);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getProperties())
                .containsEntry("RETRY_TOPIC", "Orders")
                .containsEntry("ORIGIN_MESSAGE_ID", offsetId(first))
                .containsEntry("DELAY", "3")
                .containsEntry("REAL_TOPIC", "%RETRY%g1")
                .containsEntry("UNIQ_KEY", "u-o1");

        assertThat(sendBack(second, "g1", 0, 1).getCode()).isZero();
        MessageExt dead = only("g1", "%DLQ%g1");
        assertThat(dead.getReconsumeTimes()).isEqualTo(2);
        assertThat(dead.getProperties())
                .containsEntry("RETRY_TOPIC", "Orders")
                .containsEntry("ORIGIN_MESSAGE_ID", offsetId(first))
                .containsEntry("DELAY", "0");
    }

    @Test
    void aNegativeLevelMeansDeadAtOnce() {
        MessageExt first = sent("Orders2", "o2");
        assertThat(sendBack(first, "g2", -1, 16).getCode()).isZero();
        assertThat(only("g2", "%DLQ%g2").getBody()).isEqualTo(first.getBody());
    }

    @Test
    void aMessageThatIsNotThereCannotBeSentBack() {
        MessageExt gone = sent("Orders3", "o3");
        gone.setCommitLogOffset(1 << 30);
        RemotingCommand answer = sendBack(gone, "g3", 1, 16);
        assertThat(answer.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(answer.getRemark()).isEqualTo("look message by offset failed, " + (1 << 30));
    }

    @Test
    void aClientsOwnSendToTheRetryTopicWaitsForItsDelay() {
        var header = Sends.header("%RETRY%g4", "DELAY", "1", "RETRY_TOPIC", "Orders4");
        header.setReconsumeTimes(2);
        header.setMaxReconsumeTimes(16);
        assertThat(client.ask(Sends.request(header, new byte[] {1})).getCode()).isZero();
        assertThat(only("g4", "%RETRY%g4").getReconsumeTimes()).isEqualTo(2);
    }

    @Test
    void delayedMessagesComeWhenDueAndTheRuntimeInfoTellsProgress() {
        broker.topic("Later", 1);
        assertThat(client.ask(Sends.to("Later", "x", "DELAY", "2")).getCode()).isZero();
        assertThat(broker.maxOffset("Later", 0)).isZero();

        assertThat(only("readers", "Later").getBody()).isEqualTo(new byte[] {'x'});
        RemotingCommand info = client.ask(RequestCode.GET_BROKER_RUNTIME_INFO, null);
        Map<String, String> table = new HashMap<>(
                RemotingSerializable.decode(info.getBody(), KVTable.class).getTable());
        assertThat(table).containsEntry("scheduleMessageOffset_2", "1,1").doesNotContainKey("scheduleMessageOffset_4");
        assertThat(new String(client.ask(RequestCode.GET_ALL_DELAY_OFFSET, null).getBody()))
                .startsWith("{\"offsetTable\":{")
                .contains("2:1");
    }

    private static MessageExt sent(String topic, String body) {
        broker.topic(topic, 1);
        assertThat(client.ask(Sends.to(topic, body, "UNIQ_KEY", "u-" + body)).getCode())
                .isZero();
        return only("readers", topic);
    }

    /** The only message of queue 0, waited for. */
    private static MessageExt only(String group, String topic) {
        broker.awaitMaxOffset(topic, 0, 1);
        var messages = Pulls.messages(client.ask(Pulls.from(group, topic, 0, 0)));
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private static String offsetId(MessageExt message) {
        return MessageDecoder.createMessageId(message.getStoreHost(), message.getCommitLogOffset());
    }

    private static RemotingCommand sendBack(MessageExt message, String group, int level, int most) {
        var header = new ConsumerSendMsgBackRequestHeader();
        header.setOffset(message.getCommitLogOffset());
        header.setGroup(group);
        header.setDelayLevel(level);
        header.setOriginMsgId(offsetId(message));
        header.setOriginTopic(message.getTopic());
        header.setUnitMode(false);
        header.setMaxReconsumeTimes(most);
        return client.ask(RequestCode.CONSUMER_SEND_MSG_BACK, header);
    }
}
