package org.apache.rocketmq.distribution.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two brokers of one cluster and our client in this JVM. Scenarios PRO-10, TOP-02 and TOP-03. */
class TwoBrokersIT {
    private static final int QUEUES = 2;
    /** What the list splitter of the guides allows in one batch, and what it adds for each message. */
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    private static final int OVERHEAD_BYTES = 20;

    @TempDir
    private static Path folder;

    private static ServerProcess nameServer;
    private static ServerProcess brokerA;
    private static ServerProcess brokerB;
    private static DefaultMQProducer producer;

    @BeforeAll
    static void start() throws Exception {
        Release release = Release.assembled();
        UserAccount one = UserAccount.withHome(folder.resolve("one"));
        UserAccount other = UserAccount.withHome(folder.resolve("other"));
        nameServer = ServerProcess.startNameServer(release, one);
        brokerA = ServerProcess.startBroker(release, one, nameServer.address(), Map.of("brokerName", "broker-a"));
        brokerB = ServerProcess.startBroker(release, other, nameServer.address(), Map.of("brokerName", "broker-b"));
        String queues = Integer.toString(QUEUES);
        String made = release.mqadmin(
                        one,
                        "updateTopic",
                        "-n",
                        nameServer.address(),
                        "-c",
                        "DefaultCluster",
                        "-t",
                        "Spread",
                        "-r",
                        queues,
                        "-w",
                        queues)
                .output();
        assertThat(made).contains("success");
        producer = new DefaultMQProducer("spread_producer");
        producer.setNamesrvAddr(nameServer.address());
        producer.start();
    }

    @AfterAll
    static void stop() {
        producer.shutdown();
        brokerA.close();
        brokerB.close();
        nameServer.close();
    }

    @Test
    void theQueuesOfATopicLieOnBothBrokersAndAreUsedInTurn() throws Exception {
        Set<String> used = new HashSet<>();
        for (int i = 0; i < 4 * QUEUES; i++) {
            SendResult result =
                    producer.send(new Message("Spread", ("turn " + i).getBytes(StandardCharsets.UTF_8)), 10_000);
            assertThat(result.getSendStatus()).isEqualTo(SendStatus.SEND_OK);
            used.add(result.getMessageQueue().getBrokerName()
                    + result.getMessageQueue().getQueueId());
        }
        assertThat(used).containsExactlyInAnyOrder("broker-a0", "broker-a1", "broker-b0", "broker-b1");
    }

    @Test
    void aMessageNeedsATopicAndNothingElse() throws Exception {
        assertThat(producer.send(new Message("Spread", new byte[] {1}), 10_000).getSendStatus())
                .isEqualTo(SendStatus.SEND_OK);
    }

    @Test
    void everyChunkOfTheListSplitterIsAccepted() throws Exception {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            messages.add(new Message("Spread", "TagA", "key" + i, new byte[100_000]));
        }
        int sent = 0;
        for (int from = 0; from < messages.size(); ) {
            int bytes = 0;
            int to = from;
            while (to < messages.size() && bytes + splitterSize(messages.get(to)) <= BATCH_BYTES) {
                bytes += splitterSize(messages.get(to++));
            }
            SendResult result = producer.send(messages.subList(from, to), 10_000);
            assertThat(result.getSendStatus()).isEqualTo(SendStatus.SEND_OK);
            sent += result.getMsgId().split(",").length;
            from = to;
        }
        assertThat(sent).isEqualTo(messages.size());
    }

    private static int splitterSize(Message message) {
        int size = message.getTopic().length() + message.getBody().length + OVERHEAD_BYTES;
        for (Map.Entry<String, String> property : message.getProperties().entrySet()) {
            size += property.getKey().length() + property.getValue().length();
        }
        return size;
    }
}
