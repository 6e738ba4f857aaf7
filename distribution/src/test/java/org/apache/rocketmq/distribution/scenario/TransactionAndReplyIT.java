package org.apache.rocketmq.distribution.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.TransactionListener;
import org.apache.rocketmq.client.producer.TransactionMQProducer;
import org.apache.rocketmq.client.utils.MessageUtil;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.distribution.fixture.OfficialRelease;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that commit, roll back or are asked about, and requests with replies, through our broker. */
class TransactionAndReplyIT {
    @TempDir
    private static Path folder;

    private static UserAccount account;
    private static ServerProcess nameServer;
    private static ServerProcess broker;

    @BeforeAll
    static void startCluster() {
        account = UserAccount.withHome(folder.resolve("home"));
        nameServer = ServerProcess.startNameServer(Release.assembled(), account);
        broker = ServerProcess.startBroker(
                Release.assembled(),
                account,
                nameServer.address(),
                Map.of("transactionTimeOut", "1000", "transactionCheckInterval", "1000"));
    }

    @AfterAll
    static void stopCluster() {
        broker.close();
        nameServer.close();
    }

    /** Decides by the body of a message; one that is left open at first commits when the broker asks. */
    private static final class ByBody implements TransactionListener {
        @Override
        public LocalTransactionState executeLocalTransaction(Message message, Object arg) {
            return switch (text(message)) {
                case "commit" -> LocalTransactionState.COMMIT_MESSAGE;
                case "rollback" -> LocalTransactionState.ROLLBACK_MESSAGE;
                default -> LocalTransactionState.UNKNOW;
            };
        }

        @Override
        public LocalTransactionState checkLocalTransaction(MessageExt message) {
            return text(message).equals("ask")
                    ? LocalTransactionState.COMMIT_MESSAGE
                    : LocalTransactionState.ROLLBACK_MESSAGE;
        }
    }

    private static String text(Message message) {
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }

    private static Message message(String topic, String body) {
        return new Message(topic, body.getBytes(StandardCharsets.UTF_8));
    }

    private static DefaultMQPushConsumer consumer(String topic, String group, MessageListenerConcurrently listener)
            throws MQClientException {
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(group);
        consumer.setNamesrvAddr(nameServer.address());
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.subscribe(topic, "*");
        consumer.registerMessageListener(listener);
        consumer.start();
        return consumer;
    }

    private static void assertThatOnlyCommittedMessagesOf(String topic) throws MQClientException {
        List<String> bodies = new CopyOnWriteArrayList<>();
        DefaultMQPushConsumer consumer = consumer(topic, "reader_of_" + topic, (messages, context) -> {
            messages.forEach(message -> bodies.add(text(message)));
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        try {
            await().atMost(RunningProgram.PATIENCE).until(() -> bodies.contains("ask") && bodies.contains("commit"));
            assertThat(bodies).containsExactlyInAnyOrder("commit", "ask");
        } finally {
            consumer.shutdown();
        }
    }

    @Test
    void messagesOfOurTransactionsAppearOnceTheyCommit() throws Exception {
        TransactionMQProducer producer = new TransactionMQProducer("our_transactions");
        producer.setNamesrvAddr(nameServer.address());
        producer.setTransactionListener(new ByBody());
        producer.start();
        try {
            for (String body : List.of("rollback", "ask", "commit")) {
                producer.sendMessageInTransaction(message("OurTransactions", body), null);
            }

            assertThatOnlyCommittedMessagesOf("OurTransactions");
        } finally {
            producer.shutdown();
        }
    }

    @Test
    void messagesOfOfficialTransactionsAppearOnceTheyCommit() throws Exception {
        try (RunningProgram official = OfficialRelease.resolved()
                .runProgram(account, "SendInTransaction", nameServer.address(), "OfficialTransactions")) {
            official.awaitOutput("sent all");

            assertThatOnlyCommittedMessagesOf("OfficialTransactions");
            official.awaitOutput("asked about ask");
        }
    }

    /** Replies to every request of {@code topic} with "re: " and its body. */
    private static DefaultMQPushConsumer replier(DefaultMQProducer producer, String topic) throws MQClientException {
        return consumer(topic, "replier_of_" + topic, (messages, context) -> {
            for (MessageExt message : messages) {
                try {
                    byte[] body = ("re: " + text(message)).getBytes(StandardCharsets.UTF_8);
                    producer.send(MessageUtil.createReplyMessage(message, body));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
    }

    @Test
    void ourRequestsGetTheirReplies() throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("our_requests");
        producer.setNamesrvAddr(nameServer.address());
        producer.start();
        DefaultMQPushConsumer replier = replier(producer, "OurRequests");
        try {
            Message reply = producer.request(message("OurRequests", "hello"), RunningProgram.PATIENCE.toMillis());

            assertThat(text(reply)).isEqualTo("re: hello");
            assertThat(reply.getTopic()).isEqualTo("DefaultCluster_REPLY_TOPIC");
        } finally {
            replier.shutdown();
            producer.shutdown();
        }
    }

    @Test
    void officialRequestsGetOurRepliesAndOursGetOfficialOnes() throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("mixed_requests");
        producer.setNamesrvAddr(nameServer.address());
        producer.start();
        DefaultMQPushConsumer replier = replier(producer, "OfficialRequests");
        try (RunningProgram official = OfficialRelease.resolved()
                .runProgram(account, "AskAndReply", nameServer.address(), "OfficialRequests", "OurQuestions")) {
            official.awaitOutput("got re: official question");

            Message reply = producer.request(message("OurQuestions", "ours"), RunningProgram.PATIENCE.toMillis());

            assertThat(text(reply)).isEqualTo("official re: ours");
        } finally {
            replier.shutdown();
            producer.shutdown();
        }
    }
}
