package org.apache.rocketmq.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.apache.rocketmq.distribution.fixture.OfficialRelease;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first programs of a new user, with our servers. Scenarios QS-01, QS-02, QS-05 and INS-08. */
class QuickstartIT {

    private static final String SEND_RESULT =
            "SendResult \\[sendStatus=SEND_OK, msgId=[0-9A-F]{32}([0-9A-F]{24})?, offsetMsgId=[0-9A-F]{32},"
                    + " messageQueue=MessageQueue \\[topic=TopicTest, brokerName=broker-a, queueId=[0-3]],"
                    + " queueOffset=[0-9]+]";

    @TempDir
    private Path folder;

    private final Release release = Release.assembled();
    private UserAccount account;

    @BeforeEach
    void createAccount() {
        account = UserAccount.withHome(folder.resolve("home"));
    }

    @Test
    void theProducerPrintsAThousandResultsAndEnds() {
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, account);
                ServerProcess broker = ServerProcess.startBroker(release, account, nameServer.address(), Map.of());
                RunningProgram producer = release.tool(
                        account.withNameServer(nameServer.address()),
                        "org.apache.rocketmq.example.quickstart.Producer")) {
            assertThat(producer.awaitExit()).as(producer.output()).isZero();
            assertThat(producer.stdout().lines()).hasSize(1000).allMatch(line -> line.matches(SEND_RESULT));
            assertThat(account.log("rocketmq_client.log")).isNotEmptyFile();
            assertThat(broker.program().isAlive()).isTrue();
        }
    }

    @Test
    void theConsumerPrintsEveryMessageAndRunsOn() {
        String prefix = "ConsumeMessageThread_please_rename_unique_group_name_4_";
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, account);
                ServerProcess broker = ServerProcess.startBroker(release, account, nameServer.address(), Map.of());
                RunningProgram producer = release.tool(
                        account.withNameServer(nameServer.address()),
                        "org.apache.rocketmq.example.quickstart.Producer")) {
            assertThat(producer.awaitExit()).as(producer.output()).isZero();
            try (RunningProgram consumer = release.tool(
                    account.withNameServer(nameServer.address()), "org.apache.rocketmq.example.quickstart.Consumer")) {
                consumer.awaitOutput("Consumer Started.");
                await().atMost(RunningProgram.PATIENCE)
                        .until(() -> consumer.stdout()
                                        .lines()
                                        .filter(line -> line.startsWith(prefix)
                                                && line.contains(" Receive New Messages: [MessageExt ["))
                                        .count()
                                == 1000);
                assertThat(consumer.isAlive()).isTrue();
                assertThat(broker.program().isAlive()).isTrue();
            }
        }
    }

    @Test
    void theOfficialClientSendsAndReceives() {
        OfficialRelease official = OfficialRelease.resolved();
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, account);
                ServerProcess broker = ServerProcess.startBroker(release, account, nameServer.address(), Map.of());
                RunningProgram sender =
                        official.runProgram(account, "SendMessages", nameServer.address(), "TopicTest", "TagA", "50");
                RunningProgram receiver = official.runProgram(
                        account, "ReceiveMessages", nameServer.address(), "TopicTest", "*", "group", "50")) {
            assertThat(sender.awaitExit()).as(sender.output()).isZero();
            assertThat(sender.stdout().lines().filter(line -> line.matches(SEND_RESULT)))
                    .hasSize(50);
            assertThat(receiver.awaitExit()).as(receiver.output()).isZero();
            assertThat(receiver.stdout()).contains("received Hello RocketMQ 49", "received all");
            assertThat(broker.program().isAlive()).isTrue();
        }
    }
}
