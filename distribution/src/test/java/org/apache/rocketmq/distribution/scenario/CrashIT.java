package org.apache.rocketmq.distribution.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.distribution.fixture.ClientPrograms;
import org.apache.rocketmq.distribution.fixture.FreePorts;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is killed while producers send. Scenarios STO-02 and STO-09. */
class CrashIT {

    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedMessageIsThereAfterCrashesUnderSyncFlush() {
        UserAccount account = UserAccount.withHome(folder.resolve("home"));
        Release release = Release.assembled();
        Map<String, String> settings = Map.of(
                "listenPort",
                Integer.toString(FreePorts.forBroker()),
                "flushDiskType",
                "SYNC_FLUSH",
                "mappedFileSizeCommitLog",
                Integer.toString(1 << 20));
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, account)) {
            ServerProcess broker = ServerProcess.startBroker(release, account, nameServer.address(), settings);
            try (RunningProgram sender =
                    ClientPrograms.official().start(account, "SendSteadily", nameServer.address(), "Steady", "body")) {
                for (int round = 0; round < ROUNDS; round++) {
                    int before = acknowledged(sender).size();
                    await().atMost(RunningProgram.PATIENCE)
                            .until(() -> acknowledged(sender).size() >= before + 1500);
                    broker.kill();
                    assertThat(account.store().resolve("abort")).exists();
                    broker = ServerProcess.startBroker(release, account, nameServer.address(), settings);
                }
                int before = acknowledged(sender).size();
                await().atMost(RunningProgram.PATIENCE)
                        .until(() -> acknowledged(sender).size() >= before + 100);
                sender.kill();
                try (RunningProgram reader = ClientPrograms.official()
                        .start(account, "ReadStore", nameServer.address(), "Steady", "*", "50")) {
                    assertThat(reader.awaitExit()).as(reader.output()).isZero();
                    List<String> stored = reader.stdout()
                            .lines()
                            .filter(line -> line.startsWith("pulled "))
                            .map(line -> line.substring("pulled ".length()))
                            .toList();
                    assertThat(stored).containsAll(acknowledged(sender));
                    assertThat(reader.stdout())
                            .contains("found by key: 50", "found by offset id: 50", "found by unique id: 50");
                }
            } finally {
                broker.close();
            }
        }
    }

    /** "queue/offset body" of whole lines only: the process may be in the middle of printing one. */
    private static List<String> acknowledged(RunningProgram sender) {
        String printed = sender.stdout();
        return printed.substring(0, printed.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("acknowledged "))
                .map(line -> line.substring("acknowledged ".length()))
                .toList();
    }
}
