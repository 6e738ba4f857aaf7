package org.apache.rocketmq.distribution.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.rocketmq.distribution.fixture.OfficialRelease;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mixed pairs of our broker and the official one: what a sync master promised is read from the slave of the other make. */
class OfficialPairIT {
    @TempDir
    private Path folder;

    private final Release release = Release.assembled();
    private final OfficialRelease official = OfficialRelease.resolved();
    private UserAccount masterAccount;
    private UserAccount slaveAccount;

    @BeforeEach
    void createAccounts() {
        masterAccount = UserAccount.withHome(folder.resolve("master"));
        slaveAccount = UserAccount.withHome(folder.resolve("slave"));
    }

    @Test
    void ourSlaveFollowsAnOfficialMaster() throws Exception {
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, masterAccount);
                ServerProcess master = ServerProcess.startBroker(
                        official, masterAccount, nameServer.address(), Pair.master("SYNC_MASTER"));
                ServerProcess slave =
                        ServerProcess.startBroker(release, slaveAccount, nameServer.address(), Pair.slave())) {
            sendThenReadFromTheSlave(nameServer, master);
            assertThat(slave.program().isAlive()).isTrue();
        }
    }

    @Test
    void anOfficialSlaveFollowsOurMaster() throws Exception {
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, masterAccount);
                ServerProcess master = ServerProcess.startBroker(
                        release, masterAccount, nameServer.address(), Pair.master("SYNC_MASTER"));
                ServerProcess slave =
                        ServerProcess.startBroker(official, slaveAccount, nameServer.address(), Pair.slave())) {
            sendThenReadFromTheSlave(nameServer, master);
            assertThat(slave.program().isAlive()).isTrue();
        }
    }

    private void sendThenReadFromTheSlave(ServerProcess nameServer, ServerProcess master) throws Exception {
        new Messages(nameServer.address()).awaitFirstPromise();
        try (RunningProgram sender = official.runProgram(
                masterAccount, "SendMessages", nameServer.address(), Messages.TOPIC, "TagA", "50")) {
            assertThat(sender.awaitExit()).as(sender.output()).isZero();
            assertThat(sender.stdout().lines().filter(line -> line.contains("sendStatus=SEND_OK")))
                    .hasSize(50);
        }
        Pair.awaitMetadata(slaveAccount, "topics.json", Messages.TOPIC);
        master.kill();
        try (RunningProgram receiver = official.runProgram(
                masterAccount, "ReceiveMessages", nameServer.address(), Messages.TOPIC, "TagA", "group", "50")) {
            assertThat(receiver.awaitExit()).as(receiver.output()).isZero();
            assertThat(receiver.stdout()).contains("received Hello RocketMQ 0", "received Hello RocketMQ 49");
        }
    }
}
