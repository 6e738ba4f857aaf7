package org.apache.rocketmq.broker.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.CheckTransactionStateRequestHeader;
import org.apache.rocketmq.common.protocol.header.EndTransactionRequestHeader;
import org.apache.rocketmq.common.protocol.header.ResumeCheckHalfMessageRequestHeader;
import org.apache.rocketmq.common.protocol.header.SendMessageResponseHeader;
import org.apache.rocketmq.common.protocol.header.ViewMessageRequestHeader;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.common.protocol.heartbeat.ProducerData;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions as producers see them, with questions that come soon. Source: broker specification, transactions. */
class TransactionTest {
    private static final int COMMIT = 8;
    private static final int ROLLBACK = 12;
    private static final String HALF = "RMQ_SYS_TRANS_HALF_TOPIC";
    private static final String OP = "RMQ_SYS_TRANS_OP_HALF_TOPIC";
    private static final String GIVEN_UP = "TRANS_CHECK_MAX_TIME_TOPIC";

    @TempDir
    Path folder;

    private TestBroker broker;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start(folder, settings -> {
            settings.config.setTransactionCheckInterval(300);
            settings.config.setTransactionTimeOut(500);
            settings.config.setTransactionCheckMax(2);
        });
        client = broker.client();
        broker.topic("T", 2);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void aHalfMessageIsSeenByNobodyUntilItIsCommitted() {
        SendMessageResponseHeader half = half("a");
        assertThat(half.getQueueId()).isEqualTo(1);
        assertThat(half.getQueueOffset()).isZero();
        assertThat(broker.maxOffset("T", 1)).isZero();

        assertThat(end(half, "p", COMMIT).getCode()).isZero();
        MessageExt message = stored("T", 1, 0);
        assertThat(message.getSysFlag() & 12).isEqualTo(8);
        assertThat(message.getPreparedTransactionOffset()).isEqualTo(physical(half));
        assertThat(message.getProperties())
                .containsEntry("TRAN_MSG", "true")
                .containsEntry("REAL_TOPIC", "T")
                .containsEntry("REAL_QID", "1")
                .containsEntry("PGROUP", "p");
        broker.awaitMaxOffset(OP, 0, 1);
        var behind = new ViewMessageRequestHeader();
        behind.setOffset(message.getCommitLogOffset() + message.getStoreSize());
        MessageExt op = Pulls.messages(client.ask(RequestCode.VIEW_MESSAGE_BY_ID, behind))
                .get(0);
        assertThat(op.getTopic()).isEqualTo(OP);
        assertThat(new String(op.getBody())).isEqualTo("0");
        assertThat(op.getProperties()).containsOnlyKeys("TAGS", "WAIT").containsEntry("TAGS", "d");
    }

    @Test
    void aMessageRolledBackIsNeverSeen() {
        SendMessageResponseHeader half = half("a");
        assertThat(end(half, "p", ROLLBACK).getCode()).isZero();
        broker.awaitMaxOffset(OP, 0, 1);
        assertThat(broker.maxOffset("T", 1)).isZero();
    }

    @Test
    void theEndMustNameTheHalfMessageExactly() {
        SendMessageResponseHeader half = half("a");
        assertRefused(end(half, "other", COMMIT), "The producer group wrong");

        EndTransactionRequestHeader header = header(half, "p", COMMIT);
        header.setTranStateTableOffset(5L);
        assertRefused(client.ask(RequestCode.END_TRANSACTION, header), "The transaction state table offset wrong");
        header = header(half, "p", COMMIT);
        header.setCommitLogOffset(1L << 30);
        assertRefused(client.ask(RequestCode.END_TRANSACTION, header), "Find prepared transaction message failed");
        assertThat(broker.maxOffset("T", 1)).isZero();
    }

    @Test
    void anotherProducerOfTheGroupIsAskedAndItsAnswerCommits() {
        half("a");
        TestClient other = online("p");

        RemotingCommand question = other.awaitReceived(RequestCode.CHECK_TRANSACTION_STATE, 1);
        var header = TestBroker.read(question, new CheckTransactionStateRequestHeader());
        assertThat(header.getMsgId()).isEqualTo("u-a");
        assertThat(header.getTransactionId()).isEqualTo("u-a");
        MessageExt asked = MessageDecoder.decode(ByteBuffer.wrap(question.getBody()));
        assertThat(asked.getTopic()).isEqualTo("T");
        assertThat(asked.getQueueId()).isEqualTo(1);
        assertThat(new String(asked.getBody())).isEqualTo("a");
        assertThat(asked.getQueueOffset()).isEqualTo(header.getTranStateTableOffset());
        assertThat(asked.getProperties())
                .containsEntry("TRANSACTION_CHECK_TIMES", "1")
                .containsEntry("PGROUP", "p");

        var answer = new EndTransactionRequestHeader();
        answer.setProducerGroup("p");
        answer.setTranStateTableOffset(header.getTranStateTableOffset());
        answer.setCommitLogOffset(header.getCommitLogOffset());
        answer.setCommitOrRollback(COMMIT);
        answer.setFromTransactionCheck(true);
        answer.setMsgId("u-a");
        assertThat(other.ask(RequestCode.END_TRANSACTION, answer).getCode()).isZero();
        assertThat(new String(stored("T", 1, 0).getBody())).isEqualTo("a");
    }

    @Test
    void aMessageNobodyAnswersForIsGivenUpAfterItsQuestionsAndCanBeResumed() {
        half("a");
        TestClient producer = online("p");
        MessageExt copy = stored(GIVEN_UP, 0, 0);
        assertThat(producer.received(RequestCode.CHECK_TRANSACTION_STATE)).hasSize(2);
        assertThat(copy.getProperties()).containsEntry("TRANSACTION_CHECK_TIMES", "2");

        var resume = new ResumeCheckHalfMessageRequestHeader();
        resume.setMsgId(MessageDecoder.createMessageId(copy.getStoreHost(), copy.getCommitLogOffset()));
        assertThat(client.ask(RequestCode.RESUME_CHECK_HALF_MESSAGE, resume).getCode())
                .isZero();
        RemotingCommand again = producer.awaitReceived(RequestCode.CHECK_TRANSACTION_STATE, 3);
        assertThat(MessageDecoder.decode(ByteBuffer.wrap(again.getBody())).getProperties())
                .containsEntry("TRANSACTION_CHECK_TIMES", "1");
    }

    @Test
    void aMessageWhoseProducersAreAwayIsKeptUntilOneCanBeAsked() {
        half("a");
        // Put back more often than there may be questions: the first copy and three more.
        broker.awaitMaxOffset(HALF, 0, 4);
        assertThat(broker.maxOffset(GIVEN_UP, 0)).isZero();

        TestClient late = online("p");
        late.awaitReceived(RequestCode.CHECK_TRANSACTION_STATE, 1);
    }

    @Test
    void finishedMessagesAreNotAskedAboutAndProgressIsKept() {
        TestClient producer = online("p");
        SendMessageResponseHeader first = half("a");
        SendMessageResponseHeader second = half("b");
        assertThat(end(first, "p", ROLLBACK).getCode()).isZero();
        assertThat(end(second, "p", COMMIT).getCode()).isZero();
        half("c");

        RemotingCommand question = producer.awaitReceived(RequestCode.CHECK_TRANSACTION_STATE, 1);
        assertThat(MessageDecoder.decode(ByteBuffer.wrap(question.getBody())).getKeys())
                .isEqualTo("k-c");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            var answer = client.ask(RequestCode.GET_ALL_CONSUMER_OFFSET, null);
            assertThat(new String(answer.getBody())).contains("\"" + OP + "@CID_RMQ_SYS_TRANS\":{0:2}");
        });
        assertThat(producer.received(RequestCode.CHECK_TRANSACTION_STATE))
                .allMatch(asked -> MessageDecoder.decode(ByteBuffer.wrap(asked.getBody()))
                        .getKeys()
                        .equals("k-c"));
    }

    @Test
    void aResumeNeedsAMessageThatIsThere() {
        var resume = new ResumeCheckHalfMessageRequestHeader();
        resume.setMsgId("7F00000100002A9F0000000000FFFFFF");
        RemotingCommand answer = client.ask(RequestCode.RESUME_CHECK_HALF_MESSAGE, resume);
        assertThat(answer.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(answer.getRemark()).startsWith("Put message back to RMQ_SYS_TRANS_HALF_TOPIC failed.");
    }

    private TestClient online(String group) {
        TestClient producer = broker.newClient();
        var data = new HeartbeatData();
        data.setClientID("producer-of-" + group);
        var member = new ProducerData();
        member.setGroupName(group);
        data.setProducerDataSet(Set.of(member));
        assertThat(producer.heartbeat(data).getCode()).isZero();
        return producer;
    }

    private SendMessageResponseHeader half(String body) {
        var header = Sends.header("T", "TRAN_MSG", "true", "PGROUP", "p", "UNIQ_KEY", "u-" + body, "KEYS", "k-" + body);
        header.setQueueId(1);
        header.setSysFlag(4);
        header.setBornTimestamp(System.currentTimeMillis());
        RemotingCommand answer = client.ask(Sends.request(header, body.getBytes()));
        assertThat(answer.getCode()).isZero();
        return TestBroker.read(answer, new SendMessageResponseHeader());
    }

    private RemotingCommand end(SendMessageResponseHeader half, String group, int outcome) {
        return client.ask(RequestCode.END_TRANSACTION, header(half, group, outcome));
    }

    private static EndTransactionRequestHeader header(SendMessageResponseHeader half, String group, int outcome) {
        var header = new EndTransactionRequestHeader();
        header.setProducerGroup(group);
        header.setTranStateTableOffset(half.getQueueOffset());
        header.setCommitLogOffset(physical(half));
        header.setCommitOrRollback(outcome);
        header.setFromTransactionCheck(false);
        header.setMsgId("u");
        return header;
    }

    private static long physical(SendMessageResponseHeader half) {
        return Long.parseLong(half.getMsgId().substring(16), 16);
    }

    private MessageExt stored(String topic, int queueId, int offset) {
        broker.awaitMaxOffset(topic, queueId, offset + 1L);
        var header = Pulls.header("CID_RMQ_SYS_reader", topic, queueId, offset);
        List<MessageExt> found = Pulls.messages(client.ask(Pulls.request(header)));
        assertThat(found).isNotEmpty();
        return found.get(0);
    }

    private static void assertRefused(RemotingCommand answer, String remark) {
        assertThat(answer.getCode()).isEqualTo(ResponseCode.SYSTEM_ERROR);
        assertThat(answer.getRemark()).isEqualTo(remark);
    }
}
