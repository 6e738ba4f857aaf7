package org.apache.rocketmq.broker.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.ReplyMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.SendMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.SendMessageRequestHeaderV2;
import org.apache.rocketmq.common.protocol.header.SendMessageResponseHeader;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.common.protocol.heartbeat.ProducerData;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies on their way to the producer that waits. Source: broker specification, SEND_REPLY_MESSAGE. */
class ReplyTest {
    private static final String TOPIC = TestBroker.CLUSTER + "_REPLY_TOPIC";

    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient requester;
    private static TestClient responder;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        responder = broker.client();
        requester = broker.newClient();
        var data = new HeartbeatData();
        data.setClientID("requester@1");
        var member = new ProducerData();
        member.setGroupName("requesters");
        data.setProducerDataSet(Set.of(member));
        assertThat(requester.heartbeat(data).getCode()).isZero();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theProducerThatWaitsGetsTheReplyAndACopyIsStored() {
        requester.answer(
                RequestCode.PUSH_REPLY_MESSAGE_TO_CLIENT,
                request -> RemotingCommand.createResponseCommand(ResponseCode.SUCCESS, null));
        RemotingCommand answer = responder.ask(v2("pong", "REPLY_TO_CLIENT", "requester@1", "CORRELATION_ID", "c-1"));
        assertThat(answer.getCode()).as(answer.toString()).isZero();

        RemotingCommand pushed = requester.awaitReceived(RequestCode.PUSH_REPLY_MESSAGE_TO_CLIENT, 1);
        assertThat(new String(pushed.getBody(), UTF_8)).isEqualTo("pong");
        var header = TestBroker.read(pushed, new ReplyMessageRequestHeader());
        assertThat(header.getTopic()).isEqualTo(TOPIC);
        assertThat(header.getProducerGroup()).isEqualTo("test_producers");
        assertThat(header.getStoreHost()).isEqualTo(broker.address());
        assertThat(header.getBornHost()).startsWith("127.0.0.1:");
        assertThat(header.getBornTimestamp()).isEqualTo(Sends.BORN);
        Map<String, String> properties = MessageDecoder.string2messageProperties(header.getProperties());
        assertThat(properties).containsEntry("CORRELATION_ID", "c-1").containsKey("PUSH_REPLY_TIME");

        var place = TestBroker.read(answer, new SendMessageResponseHeader());
        broker.awaitMaxOffset(TOPIC, 0, place.getQueueOffset() + 1);
        MessageExt stored = Pulls.messages(responder.ask(Pulls.from("readers", TOPIC, 0, place.getQueueOffset())))
                .get(0);
        assertThat(stored.getProperties())
                .containsEntry("CORRELATION_ID", "c-1")
                .doesNotContainKeys("PUSH_REPLY_TIME", "CLUSTER");
        assertThat(place.getMsgId())
                .isEqualTo(MessageDecoder.createMessageId(stored.getStoreHost(), stored.getCommitLogOffset()));
    }

    @Test
    void aReplyToNobodyIsAnError() {
        SendMessageRequestHeader header = header();
        RemotingCommand unnamed =
                responder.ask(TestClient.request(RequestCode.SEND_REPLY_MESSAGE, header, new byte[] {1}));
        assertThat(unnamed.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(unnamed.getRemark()).isEqualTo("reply message properties[REPLY_TO_CLIENT] is null");

        RemotingCommand gone = responder.ask(v2("pong", "REPLY_TO_CLIENT", "gone@1"));
        assertThat(gone.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(gone.getRemark()).isEqualTo("push reply message fail, channel of <gone@1> not found.");
        assertThat(gone.getExtFields()).containsKeys("MSG_REGION", "TRACE_ON");
    }

    @Test
    void aReplyThatBreaksARuleIsRefusedLikeASend() {
        SendMessageRequestHeader header = header();
        header.setTopic("no/topic");
        RemotingCommand answer =
                responder.ask(TestClient.request(RequestCode.SEND_REPLY_MESSAGE, header, new byte[] {1}));
        assertThat(answer.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(answer.getRemark()).startsWith("The specified topic contains illegal characters");
    }

    private static SendMessageRequestHeader header(String... properties) {
        return Sends.header(TOPIC, properties);
    }

    private static RemotingCommand v2(String body, String... properties) {
        return TestClient.request(
                RequestCode.SEND_REPLY_MESSAGE_V2,
                SendMessageRequestHeaderV2.createSendMessageRequestHeaderV2(header(properties)),
                body.getBytes(UTF_8));
    }
}
