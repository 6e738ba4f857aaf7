package org.apache.rocketmq.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.rocketmq.distribution.fixture.OfficialRelease;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The yardstick itself: official servers and official client, before they are mixed with ours. */
class OfficialReleaseIT {

    @TempDir
    private Path folder;

    @Test
    void officialClientAndServersTalkToEachOther() {
        OfficialRelease official = OfficialRelease.resolved();
        UserAccount account = UserAccount.withHome(folder.resolve("home"));
        try (ServerProcess nameServer = ServerProcess.startNameServer(official, account);
                ServerProcess broker = ServerProcess.startBroker(official, account, nameServer.address(), Map.of())) {
            try (RunningProgram sender = official.runProgram(
                            account, "SendMessages", nameServer.address(), "TopicTest", "TagA", "20");
                    RunningProgram receiver = official.runProgram(
                            account, "ReceiveMessages", nameServer.address(), "TopicTest", "*", "group", "20")) {
                assertThat(sender.awaitExit()).as(sender.output()).isZero();
                assertThat(sender.stdout().lines().filter(line -> line.contains("sendStatus=SEND_OK")))
                        .hasSize(20);
                assertThat(receiver.awaitExit()).as(receiver.output()).isZero();
                assertThat(receiver.stdout()).contains("received Hello RocketMQ 19", "received all");
            }
            assertThat(account.store().resolve("commitlog")).isNotEmptyDirectory();
            assertThat(broker.program().isAlive()).isTrue();
        }
    }
}
