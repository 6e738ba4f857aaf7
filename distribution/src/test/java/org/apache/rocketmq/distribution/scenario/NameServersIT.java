package org.apache.rocketmq.distribution.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.rocketmq.distribution.fixture.ClientPrograms;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker with two name servers, one of which goes and comes back. Scenarios NS-01 to NS-04, NS-06 and NS-07. */
class NameServersIT {

    @TempDir
    private Path folder;

    @Test
    void routesComeBackAfterARestartAndClientsUseTheServerThatIsLeft() {
        Release release = Release.assembled();
        UserAccount account = UserAccount.withHome(folder.resolve("home"));
        ServerProcess first = ServerProcess.startNameServer(release, account);
        try (ServerProcess second = ServerProcess.startNameServer(release, account)) {
            String both = first.address() + ";" + second.address();
            try (ServerProcess broker =
                    ServerProcess.startBroker(release, account, both, Map.of("registerNameServerPeriod", "10000"))) {
                admin(account, "updateTopic", "-n", both, "-b", broker.address(), "-t", "ByHand", "-r", "3", "-w", "3");
                admin(account, "updateKvConfig", "-n", both, "-s", "space", "-k", "key", "-v", "value");
                awaitRoute(account, first);
                awaitRoute(account, second);

                first.stop();
                try (RunningProgram sender =
                                ClientPrograms.ours().start(account, "SendMessages", both, "ByHand", "TagA", "10");
                        RunningProgram receiver = ClientPrograms.ours()
                                .start(account, "ReceiveMessages", both, "ByHand", "*", "group", "10")) {
                    assertThat(sender.awaitExit()).as(sender.output()).isZero();
                    assertThat(receiver.awaitExit()).as(receiver.output()).isZero();
                }

                first = ServerProcess.startNameServer(
                        release, account, Map.of("listenPort", Integer.toString(first.port())));
                awaitRoute(account, first);
                // The file of settings is in the home folder, shared by both.
                assertThat(account.home().resolve("namesrv/kvConfig.json"))
                        .content()
                        .contains("space", "key", "value");

                broker.stop();
                ServerProcess left = first;
                await().atMost(RunningProgram.PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> !admin(account, "clusterList", "-n", left.address())
                                .contains("broker-a"));
            }
        } finally {
            first.close();
        }
    }

    private static void awaitRoute(UserAccount account, ServerProcess nameServer) {
        await().atMost(RunningProgram.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> admin(account, "topicRoute", "-n", nameServer.address(), "-t", "ByHand")
                        .contains("\"readQueueNums\":3"));
    }

    private static String admin(UserAccount account, String... command) {
        return Release.assembled().mqadmin(account, command).output();
    }
}
