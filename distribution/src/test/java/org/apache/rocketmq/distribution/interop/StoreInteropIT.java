package org.apache.rocketmq.distribution.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.rocketmq.distribution.fixture.ClientPrograms;
import org.apache.rocketmq.distribution.fixture.FreePorts;
import org.apache.rocketmq.distribution.fixture.OfficialRelease;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A store folder that one broker wrote and the other opens, after an orderly stop and after a crash; each broker is
 * registered with the name server of the other kind. Scenarios STO-02, STO-03 and STO-06.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreInteropIT {

    private static final int MESSAGES = 40;

    private final OfficialRelease official = OfficialRelease.resolved();

    private Path folder;

    private UserAccount servers;
    private ServerProcess ourNameServer;
    private ServerProcess officialNameServer;

    @BeforeAll
    void startNameServers(@TempDir Path tempDir) {
        folder = tempDir;
        servers = UserAccount.withHome(folder.resolve("servers"));
        ourNameServer = ServerProcess.startNameServer(Release.assembled(), servers);
        officialNameServer = ServerProcess.startNameServer(official, servers);
    }

    @AfterAll
    void stopNameServers() {
        ourNameServer.close();
        officialNameServer.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOfficialBrokerOpensWhatOursWrote(boolean crash) {
        UserAccount account = UserAccount.withHome(folder.resolve("ours-" + crash));
        Map<String, String> settings = settings(account);
        ServerProcess writer =
                ServerProcess.startBroker(Release.assembled(), account, officialNameServer.address(), settings);
        fill(writer, officialNameServer, account, crash);
        try (ServerProcess reader = ServerProcess.startBroker(official, account, ourNameServer.address(), settings)) {
            check(ClientPrograms.official(), ourNameServer, account, crash);
            assertThat(reader.program().isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ourBrokerOpensWhatTheOfficialWrote(boolean crash) {
        UserAccount account = UserAccount.withHome(folder.resolve("official-" + crash));
        Map<String, String> settings = settings(account);
        ServerProcess writer = ServerProcess.startBroker(official, account, ourNameServer.address(), settings);
        fill(writer, ourNameServer, account, crash);
        try (ServerProcess reader =
                ServerProcess.startBroker(Release.assembled(), account, officialNameServer.address(), settings)) {
            check(ClientPrograms.ours(), officialNameServer, account, crash);
            assertThat(reader.program().isAlive()).isTrue();
        }
    }

    /** A name of its own for each broker: the servers of the other tests are still in the routes for a while. */
    private static Map<String, String> settings(UserAccount account) {
        return Map.of(
                "brokerName", account.home().getFileName().toString(),
                "listenPort", Integer.toString(FreePorts.forBroker()));
    }

    private void fill(ServerProcess writer, ServerProcess nameServer, UserAccount account, boolean crash) {
        try (writer) {
            // One after the other: a consumer that looks before there is a topic looks again only half a minute later.
            send(nameServer, account);
            receive(ClientPrograms.official(), nameServer, account);
            if (crash) {
                writer.kill();
                assertThat(account.store().resolve("abort")).exists();
            } else {
                writer.stop();
                assertThat(account.store().resolve("abort")).doesNotExist();
            }
        }
    }

    private void check(ClientPrograms client, ServerProcess nameServer, UserAccount account, boolean crash) {
        try (RunningProgram reader = read(client, nameServer, account)) {
            assertThat(reader.awaitExit()).as(reader.output()).isZero();
            assertThat(reader.stdout().lines().filter(line -> line.startsWith("pulled ")))
                    .extracting(line -> line.substring(line.indexOf("Hello")))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, MESSAGES)
                            .mapToObj(i -> "Hello RocketMQ " + i)
                            .toList());
            assertThat(reader.stdout())
                    .contains(
                            "pulled: " + MESSAGES,
                            "found by key: " + MESSAGES,
                            "found by offset id: " + MESSAGES,
                            "found by unique id: " + MESSAGES);
        }
        // The new broker goes on where the old one ended. Offsets are written every five seconds and at the end, so
        // only a crash may deliver messages again.
        send(nameServer, account);
        String received = receive(client, nameServer, account);
        if (!crash) {
            assertThat(received.lines().filter(line -> line.startsWith("received Hello")))
                    .doesNotHaveDuplicates();
        }
    }

    private static String topic(UserAccount account) {
        return "Topic-" + account.home().getFileName();
    }

    private static void send(ServerProcess nameServer, UserAccount account) {
        String count = Integer.toString(MESSAGES);
        try (RunningProgram sender = ClientPrograms.official()
                .start(account, "SendMessages", nameServer.address(), topic(account), "TagA", count)) {
            assertThat(sender.awaitExit()).as(sender.output()).isZero();
        }
    }

    private static String receive(ClientPrograms client, ServerProcess nameServer, UserAccount account) {
        String count = Integer.toString(MESSAGES);
        try (RunningProgram receiver =
                client.start(account, "ReceiveMessages", nameServer.address(), topic(account), "*", "group", count)) {
            assertThat(receiver.awaitExit()).as(receiver.output()).isZero();
            return receiver.stdout();
        }
    }

    private static RunningProgram read(ClientPrograms client, ServerProcess nameServer, UserAccount account) {
        return client.start(
                account, "ReadStore", nameServer.address(), topic(account), "*", Integer.toString(MESSAGES));
    }
}
