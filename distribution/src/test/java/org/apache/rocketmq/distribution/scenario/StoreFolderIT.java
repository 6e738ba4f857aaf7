package org.apache.rocketmq.distribution.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.rocketmq.distribution.fixture.FreePorts;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users find below ~/store after the quickstart (twice the producer, then the consumer), with files of the default
 * sizes in folders that they made themselves. Scenarios QS-01 to QS-05, STO-01, STO-02, STO-04 to STO-09 and STO-11.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoreFolderIT {

    private static final String GROUP = "please_rename_unique_group_name_4";

    private final Release release = Release.assembled();

    private UserAccount account;
    private ServerProcess nameServer;
    private ServerProcess broker;
    private Path store;
    private String sent;
    private String received;

    @BeforeAll
    void quickstart(@TempDir Path folder) throws IOException {
        account = UserAccount.withHome(folder.resolve("home"));
        store = account.store();
        for (String made : List.of("commitlog", "consumequeue", "index")) {
            Files.createDirectories(store.resolve(made));
        }
        nameServer = ServerProcess.startNameServer(release, account);
        int port = FreePorts.forBroker();
        // Written by hand, so that every size is the default.
        Path settings = Files.writeString(
                account.home().resolve("broker.conf"),
                "brokerName=broker-a%nbrokerIP1=127.0.0.1%nlistenPort=%d%nnamesrvAddr=%s%n"
                        .formatted(port, nameServer.address()));
        broker = ServerProcess.startBroker(release, account, settings, port);
        sent = produce() + produce();
        UserAccount user = account.withNameServer(nameServer.address());
        try (RunningProgram consumer = release.tool(user, "org.apache.rocketmq.example.quickstart.Consumer")) {
            await().atMost(RunningProgram.PATIENCE).until(() -> receivedBy(consumer) == 2000);
            received = consumer.stdout();
            // The consumer runs on as a user's does; it reports its progress every five seconds.
            Path progress = store.resolve("config/consumerOffset.json");
            await().atMost(RunningProgram.PATIENCE)
                    .until(() -> Files.exists(progress)
                            && Files.readString(progress).contains("{0:500,1:500,2:500,3:500")
                            && Files.readString(progress).contains("%RETRY%" + GROUP));
        }
    }

    @AfterAll
    void stop() {
        broker.close();
        nameServer.close();
    }

    @Test
    @Order(1)
    void theFolderHoldsTheKnownNames() throws IOException {
        assertThat(Files.size(store.resolve("abort"))).isZero();
        assertThat(Files.size(store.resolve("checkpoint"))).isEqualTo(4096);
        assertThat(Files.size(store.resolve("lock"))).isEqualTo(4);
        assertThat(List.of("commitlog", "config", "consumequeue", "index"))
                .allSatisfy(name -> assertThat(store.resolve(name)).isDirectory());
        assertThat(Files.size(store.resolve("commitlog/00000000000000000000"))).isEqualTo(1 << 30);
        for (int queue = 0; queue < 4; queue++) {
            assertThat(Files.size(store.resolve("consumequeue/TopicTest/" + queue + "/00000000000000000000")))
                    .isEqualTo(6_000_000);
        }
        assertThat(store.resolve("index"))
                .isDirectoryContaining(file -> file.toFile().length() == 420_000_040L);
    }

    @Test
    @Order(2)
    void aResultNamesThePlaceInTheConsumeQueue() throws IOException {
        Matcher result = Pattern.compile(
                        "offsetMsgId=\\w{16}(\\w{16}), messageQueue=.*queueId=(\\d)], queueOffset=(\\d+)]")
                .matcher(sent);
        int checked = 0;
        while (result.find()) {
            ByteBuffer unit = ByteBuffer.allocate(20);
            Path file = store.resolve("consumequeue/TopicTest/" + result.group(2) + "/00000000000000000000");
            try (FileChannel queue = FileChannel.open(file)) {
                queue.read(unit, Long.parseLong(result.group(3)) * 20);
            }
            assertThat(unit.getLong(0)).isEqualTo(Long.parseLong(result.group(1), 16));
            assertThat(unit.getInt(8)).isPositive();
            assertThat(unit.getLong(12)).isEqualTo("TagA".hashCode());
            checked++;
        }
        assertThat(checked).isEqualTo(2000);
    }

    @Test
    @Order(3)
    void theConsumerPrintsTheMessageAsStored() {
        // A unique id is 32 digits long, or 56 when made from an IPv6 address.
        Matcher id = Pattern.compile("msgId=(\\w+), offsetMsgId").matcher(sent);
        assertThat(id.find()).isTrue();
        int size = 190 + id.group(1).length() - 32;
        assertThat(received.lines()
                        .filter(line -> line.contains(
                                "body=[72, 101, 108, 108, 111, 32, 82, 111, 99, 107, 101, 116, 77, 81, 32, 51]")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("ConsumeMessageThread_" + GROUP)
                        .contains("storeSize=" + size, "bodyCRC=1032136437", "reconsumeTimes=0", "TAGS=TagA"));
    }

    @Test
    @Order(4)
    void theProgressOfTheGroupIsReadable() {
        Path file = store.resolve("config/consumerOffset.json");
        assertThat(file)
                .content()
                .contains("\t\"offsetTable\":{\n")
                .contains("\t\t\"TopicTest@" + GROUP + "\":{0:500,1:500,2:500,3:500")
                .contains("\t\t\"%RETRY%" + GROUP + "@" + GROUP + "\":{0:0");
        assertThat(file).content().startsWith("{\n\t\"");
    }

    @Test
    @Order(5)
    void aSecondBrokerOnTheFolderRefusesToStart() throws IOException {
        Path settings = Files.writeString(
                account.home().resolve("second.conf"),
                "brokerIP1=127.0.0.1%nlistenPort=%d%n".formatted(FreePorts.forBroker()));
        RunningProgram second = release.runToEnd(account, "mqbroker", "-c", settings.toString());
        assertThat(second.awaitExit()).isNotZero();
        assertThat(second.output()).contains("lock").doesNotContain("boot success");
        assertThat(broker.program().isAlive()).isTrue();
    }

    @Test
    @Order(6)
    void anOrderlyStopTakesTheAbortFileAway() {
        broker.stop();
        assertThat(store.resolve("abort")).doesNotExist();
    }

    private String produce() {
        UserAccount user = account.withNameServer(nameServer.address());
        try (RunningProgram producer = release.tool(user, "org.apache.rocketmq.example.quickstart.Producer")) {
            assertThat(producer.awaitExit()).as(producer.output()).isZero();
            return producer.stdout();
        }
    }

    private static long receivedBy(RunningProgram consumer) {
        return consumer.stdout()
                .lines()
                .filter(line -> line.contains(" Receive New Messages: "))
                .count();
    }
}
