package org.apache.rocketmq.client.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.common.ClientErrorCode;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.exception.RequestTimeoutException;
import org.apache.rocketmq.client.fixture.FakePeer.Received;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.client.utils.MessageUtil;
import org.apache.rocketmq.common.compression.CompressionType;
import org.apache.rocketmq.common.compression.CompressorFactory;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.ReplyMessageRequestHeader;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that wait for a reply message, and replies. */
class RequestReplyTest {
    private static final int LONG_MILLIS = 10_000;

    private final TestCluster cluster = new TestCluster();
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

    private static Message message() {
        return new Message("T", new byte[] {1});
    }

    private static final class Reply implements RequestCallback {
        private final CompletableFuture<Message> future = new CompletableFuture<>();

        @Override
        public void onSuccess(Message message) {
            future.complete(message);
        }

        @Override
        public void onException(Throwable e) {
            future.completeExceptionally(e);
        }
    }

    /** Pushes a reply with a compressed body to whoever sent the first request; returns the answer to that. */
    private RemotingCommand replyToFirst(String body) throws Exception {
        await().until(() -> !cluster.a().received(RequestCode.SEND_MESSAGE_V2).isEmpty());
        Received request = cluster.a().received(RequestCode.SEND_MESSAGE_V2).get(0);
        Map<String, String> asked = MessageDecoder.string2messageProperties(request.field("i"));
        ReplyMessageRequestHeader header = new ReplyMessageRequestHeader();
        header.setProducerGroup("replier");
        header.setTopic("DefaultCluster_REPLY_TOPIC");
        header.setQueueId(2);
        header.setSysFlag(MessageSysFlag.COMPRESSED_FLAG | MessageSysFlag.COMPRESSION_ZLIB_TYPE);
        header.setBornTimestamp(5L);
        header.setFlag(0);
        header.setBornHost("127.0.0.1:5");
        header.setStoreHost("127.0.0.1:6");
        header.setStoreTimestamp(6);
        header.setProperties(MessageDecoder.messageProperties2String(
                Map.of(MessageConst.PROPERTY_CORRELATION_ID, asked.get(MessageConst.PROPERTY_CORRELATION_ID))));
        RemotingCommand push = RemotingCommand.createRequestCommand(RequestCode.PUSH_REPLY_MESSAGE_TO_CLIENT, header);
        push.setBody(CompressorFactory.getCompressor(CompressionType.ZLIB)
                .compress(body.getBytes(StandardCharsets.UTF_8), 5));
        return cluster.a().server().invokeSync(request.channel(), push, LONG_MILLIS);
    }

    @Test
    void aRequestReturnsTheReplyPushedToIt() throws Exception {
        CompletableFuture<Message> reply = CompletableFuture.supplyAsync(() -> {
            try {
                return producer.request(message(), LONG_MILLIS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(replyToFirst("pong").getCode()).isZero();

        MessageExt got = (MessageExt) reply.get(LONG_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(new String(got.getBody(), StandardCharsets.UTF_8)).isEqualTo("pong");
        assertThat(got.getTopic()).isEqualTo("DefaultCluster_REPLY_TOPIC");
        assertThat(got.getQueueId()).isEqualTo(2);
        assertThat(got.getBornHostString()).isEqualTo("127.0.0.1");
        assertThat(got.getProperty(MessageConst.PROPERTY_REPLY_MESSAGE_ARRIVE_TIME))
                .isNotNull();
        assertThat(got.getMsgId()).isNull();
        assertThat(cluster.a().received(RequestCode.HEART_BEAT)).isNotEmpty();
    }

    @Test
    void aCallbackGetsTheReplyAndNothingBefore() throws Exception {
        Reply reply = new Reply();

        producer.request(message(), (queues, msg, arg) -> queues.get(0), null, reply, LONG_MILLIS);
        replyToFirst("pong");

        assertThat(reply.future.get(LONG_MILLIS, TimeUnit.MILLISECONDS).getBody())
                .isEqualTo("pong".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRequestWithoutReplyTimesOut() {
        RequestTimeoutException failure =
                catchThrowableOfType(RequestTimeoutException.class, () -> producer.request(message(), 500));

        assertThat(failure.getResponseCode()).isEqualTo(ClientErrorCode.REQUEST_TIMEOUT_EXCEPTION);
        assertThat(failure)
                .hasMessage("CODE: 10006  DESC: send request message to <T> OK, but wait reply message"
                        + " timeout, 500 ms.");
    }

    @Test
    void aCallbackWithoutReplyTimesOut() throws Exception {
        Reply reply = new Reply();

        producer.request(message(), reply, 200);

        assertThatThrownBy(() -> reply.future.get(LONG_MILLIS, TimeUnit.MILLISECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(RequestTimeoutException.class)
                .hasMessageEndingWith("request timeout, no reply message.");
    }

    @Test
    void aRequestThatCannotBeSentSaysSo() {
        cluster.a().refuse(RequestCode.SEND_MESSAGE_V2, 13, "no");

        assertThatThrownBy(() -> producer.request(message(), LONG_MILLIS))
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("send request message to <T> fail")
                .cause()
                .hasMessageContaining("no");
    }

    @Test
    void aReplyNobodyWaitsForIsAcceptedAndDropped() throws Exception {
        producer.request(message(), new Reply(), LONG_MILLIS);

        assertThat(replyToFirst("once").getCode()).isZero();
        assertThat(replyToFirst("twice").getCode()).isZero();
    }

    @Test
    void aReplyMessageGoesToTheReplyTopicOfTheRequestsCluster() throws Exception {
        Message request = message();
        assertThatThrownBy(() -> MessageUtil.createReplyMessage(request, new byte[1]))
                .hasMessageContaining("create reply message fail, requestMessage error, property[CLUSTER] is null.");
        MessageAccessor.putProperty(request, MessageConst.PROPERTY_CLUSTER, "c1");
        MessageAccessor.putProperty(request, MessageConst.PROPERTY_CORRELATION_ID, "id");
        MessageAccessor.putProperty(request, MessageConst.PROPERTY_MESSAGE_REPLY_TO_CLIENT, "me");

        Message reply = MessageUtil.createReplyMessage(request, new byte[] {9});

        assertThat(reply.getTopic()).isEqualTo("c1_REPLY_TOPIC");
        assertThat(MessageUtil.getReplyToClient(reply)).isEqualTo("me");
        assertThat(reply.getProperty(MessageConst.PROPERTY_MESSAGE_TYPE)).isEqualTo("reply");
        assertThat(reply.getProperty(MessageConst.PROPERTY_CORRELATION_ID)).isEqualTo("id");
    }
}
