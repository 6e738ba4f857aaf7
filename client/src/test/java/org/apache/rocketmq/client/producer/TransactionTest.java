package org.apache.rocketmq.client.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.fixture.FakePeer.Received;
import org.apache.rocketmq.client.fixture.TestCluster;
import org.apache.rocketmq.client.hook.EndTransactionContext;
import org.apache.rocketmq.client.hook.EndTransactionHook;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.header.CheckTransactionStateRequestHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Half messages, how transactions end, and what brokers are answered when they ask. */
class TransactionTest {
    private final TestCluster cluster = new TestCluster();
    private final AtomicReference<LocalTransactionState> outcome =
            new AtomicReference<>(LocalTransactionState.COMMIT_MESSAGE);
    private final AtomicReference<Message> executed = new AtomicReference<>();
    private final CompletableFuture<String> checkThread = new CompletableFuture<>();
    private TransactionMQProducer producer;

    @BeforeEach
    void start() throws Exception {
        cluster.nameServer().route("T", 1, cluster.a());
        producer = new TransactionMQProducer(TestCluster.group());
        producer.setNamesrvAddr(cluster.nameServer().address());
        producer.setTransactionListener(new TransactionListener() {
            @Override
            public LocalTransactionState executeLocalTransaction(Message msg, Object arg) {
                executed.set(msg);
                if (arg instanceof RuntimeException failure) {
                    throw failure;
                }
                return outcome.get();
            }

            @Override
            public LocalTransactionState checkLocalTransaction(MessageExt msg) {
                checkThread.complete(Thread.currentThread().getName());
                if (outcome.get() == null) {
                    throw new IllegalStateException("do not know");
                }
                return outcome.get();
            }
        });
        ExecutorService checks = Executors.newSingleThreadExecutor(task -> new Thread(task, "my-checks"));
        cluster.atEnd(checks, checks::shutdown);
        producer.setExecutorService(checks);
        cluster.atEnd(producer, producer::shutdown);
        producer.start();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Message message() {
        return new Message("T", new byte[] {1});
    }

    private Received onlyEnd() {
        await().until(() -> !ends().isEmpty());
        assertThat(ends()).hasSize(1);
        return ends().get(0);
    }

    private List<Received> ends() {
        return cluster.a().received(RequestCode.END_TRANSACTION);
    }

    @Test
    void aCommittedTransactionIsEndedAtTheBrokerThatHoldsTheHalfMessage() throws Exception {
        Message message = message();
        message.setDelayTimeLevel(3);

        TransactionSendResult result = producer.sendMessageInTransaction(message, "arg");

        assertThat(result.getLocalTransactionState()).isEqualTo(LocalTransactionState.COMMIT_MESSAGE);
        assertThat(result.getOffsetMsgId()).isNull();
        assertThat(executed.get().getTransactionId()).isEqualTo(result.getMsgId());
        Received half = cluster.a().received(RequestCode.SEND_MESSAGE_V2).get(0);
        assertThat(half.field("f")).isEqualTo("4");
        assertThat(half.field("i"))
                .contains("TRAN_MSG\u0001true", "PGROUP\u0001" + producer.getProducerGroup())
                .doesNotContain("DELAY");
        assertThat(onlyEnd().fields())
                .containsEntry("producerGroup", producer.getProducerGroup())
                .containsEntry("commitOrRollback", "8")
                .containsEntry("commitLogOffset", "0")
                .containsEntry("tranStateTableOffset", "0")
                .containsEntry("fromTransactionCheck", "false")
                .containsEntry("msgId", result.getMsgId())
                .containsEntry("bname", "broker-a");
    }

    @Test
    void aLocalTransactionThatThrowsLeavesTheStateUnknown() throws Exception {
        TransactionSendResult result = producer.sendMessageInTransaction(message(), new IllegalStateException("no"));

        assertThat(result.getLocalTransactionState()).isEqualTo(LocalTransactionState.UNKNOW);
        assertThat(onlyEnd().fields()).containsEntry("commitOrRollback", "0");
    }

    @Test
    void aHalfMessageThatIsNotSafelyStoredIsRolledBackWithoutALocalTransaction() throws Exception {
        cluster.a().on(RequestCode.SEND_MESSAGE_V2, exchange -> cluster.a()
                .stored(exchange, ResponseCode.FLUSH_DISK_TIMEOUT));

        TransactionSendResult result = producer.sendMessageInTransaction(message(), null);

        assertThat(result.getSendStatus()).isEqualTo(SendStatus.FLUSH_DISK_TIMEOUT);
        assertThat(executed.get()).isNull();
        assertThat(onlyEnd().fields()).containsEntry("commitOrRollback", "12");
    }

    @Test
    void aHalfMessageThatCannotBeSentFailsTheTransaction() {
        cluster.a().refuse(RequestCode.SEND_MESSAGE_V2, ResponseCode.MESSAGE_ILLEGAL, "no");

        assertThatThrownBy(() -> producer.sendMessageInTransaction(message(), null))
                .isInstanceOf(MQClientException.class)
                .hasMessageStartingWith("send message Exception");
        assertThat(executed.get()).isNull();
    }

    @Test
    @SuppressWarnings("deprecation")
    void theOlderFormNeedsItsListenerAndRunsTheGivenTransaction() throws Exception {
        LocalTransactionExecuter executer = (msg, arg) -> LocalTransactionState.ROLLBACK_MESSAGE;
        assertThatThrownBy(() -> producer.sendMessageInTransaction(message(), executer, null))
                .hasMessageStartingWith("localTransactionBranchCheckListener is null");
        producer.setTransactionCheckListener(msg -> LocalTransactionState.COMMIT_MESSAGE);
        assertThatThrownBy(() -> producer.sendMessageInTransaction(message(), null, null))
                .hasMessageStartingWith("tranExecutor is null");

        producer.sendMessageInTransaction(message(), executer, null);

        assertThat(onlyEnd().fields()).containsEntry("commitOrRollback", "12");
    }

    private void ask(Message sent) throws Exception {
        Received earlier = cluster.a().received(RequestCode.SEND_MESSAGE_V2).get(0);
        MessageExt half = new MessageExt();
        half.setTopic("T");
        half.setBody(new byte[] {1});
        half.setBornHost(new InetSocketAddress("127.0.0.1", 1));
        half.setStoreHost(new InetSocketAddress("127.0.0.1", 2));
        MessageAccessor.setProperties(half, sent.getProperties());
        CheckTransactionStateRequestHeader header = new CheckTransactionStateRequestHeader();
        header.setCommitLogOffset(77L);
        header.setTranStateTableOffset(5L);
        header.setTransactionId("tx");
        header.setMsgId("id");
        RemotingCommand request = RemotingCommand.createRequestCommand(RequestCode.CHECK_TRANSACTION_STATE, header);
        request.setBody(MessageDecoder.encode(half, false));
        cluster.a().server().invokeOneway(earlier.channel(), request, 3_000);
    }

    private Message half() {
        Message message = message();
        MessageAccessor.putProperty(message, MessageConst.PROPERTY_PRODUCER_GROUP, producer.getProducerGroup());
        MessageAccessor.putProperty(message, MessageConst.PROPERTY_UNIQ_CLIENT_MESSAGE_ID_KEYIDX, "KEY1");
        return message;
    }

    @Test
    @SuppressWarnings("deprecation")
    void aCheckIsAnsweredOnTheConfiguredExecutor() throws Exception {
        CompletableFuture<EndTransactionContext> seen = new CompletableFuture<>();
        producer.getDefaultMQProducerImpl().registerEndTransactionHook(new EndTransactionHook() {
            @Override
            public String hookName() {
                return "recorder";
            }

            @Override
            public void endTransaction(EndTransactionContext context) {
                seen.complete(context);
            }
        });
        outcome.set(LocalTransactionState.ROLLBACK_MESSAGE);
        producer.send(message());

        ask(half());

        assertThat(checkThread.get(10, TimeUnit.SECONDS)).isEqualTo("my-checks");
        assertThat(onlyEnd().fields())
                .containsEntry("commitOrRollback", "12")
                .containsEntry("commitLogOffset", "77")
                .containsEntry("tranStateTableOffset", "5")
                .containsEntry("transactionId", "tx")
                .containsEntry("msgId", "KEY1")
                .containsEntry("fromTransactionCheck", "true");
        assertThat(seen.get(10, TimeUnit.SECONDS).isFromTransactionCheck()).isTrue();
    }

    @Test
    void aCheckThatThrowsIsAnsweredAsUnknown() throws Exception {
        producer.send(message());
        outcome.set(null);

        ask(half());

        assertThat(onlyEnd().fields()).containsEntry("commitOrRollback", "0");
    }
}
