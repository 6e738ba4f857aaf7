package org.apache.rocketmq.distribution.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.distribution.fixture.FreePorts;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our master with our slave. Scenarios CLU-05, CLU-09 and RET-06. */
class OwnPairIT {
    @TempDir
    private Path folder;

    private final Release release = Release.assembled();
    private UserAccount masterAccount;
    private UserAccount slaveAccount;

    @BeforeEach
    void createAccounts() {
        masterAccount = UserAccount.withHome(folder.resolve("master"));
        slaveAccount = UserAccount.withHome(folder.resolve("slave"));
    }

    @Test
    void everyMessageThatASyncMasterPromisedSurvivesItsSuddenDeath() throws Exception {
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, masterAccount);
                ServerProcess master = ServerProcess.startBroker(
                        release, masterAccount, nameServer.address(), Pair.master("SYNC_MASTER"));
                ServerProcess slave =
                        ServerProcess.startBroker(release, slaveAccount, nameServer.address(), Pair.slave())) {
            Messages messages = new Messages(nameServer.address());
            messages.awaitFirstPromise();
            Pair.awaitMetadata(slaveAccount, "topics.json", Messages.TOPIC);

            Set<String> promised = sendUntilKilled(messages, master);

            assertThat(promised).hasSizeGreaterThanOrEqualTo(500);
            Set<String> received = messages.receive("after", bodies -> bodies.containsAll(promised));
            assertThat(received).containsAll(promised);
            assertThat(slave.program().isAlive()).isTrue();
        }
    }

    /** Kills the master in the middle of the sending; returns what it had answered with SEND_OK. */
    private static Set<String> sendUntilKilled(Messages messages, ServerProcess master) throws Exception {
        Set<String> promised = ConcurrentHashMap.newKeySet();
        DefaultMQProducer producer = messages.producer();
        AtomicBoolean failed = new AtomicBoolean();
        Thread sender = new Thread(
                () -> {
                    for (int i = 0; !failed.get(); i++) {
                        try {
                            if (Messages.send(producer, "message " + i)) {
                                promised.add("message " + i);
                            }
                        } catch (Exception e) {
                            failed.set(true);
                        }
                    }
                },
                "sender");
        sender.start();
        try {
            await().atMost(RunningProgram.PATIENCE).until(() -> promised.size() >= 500);
            assertThat(failed).isFalse();
            master.kill();
            sender.join();
            return new HashSet<>(promised);
        } finally {
            failed.set(true);
            producer.shutdown();
        }
    }

    @Test
    void aGroupGoesOnAtTheSlaveWhereItStoppedAndTheMasterComesBack() throws Exception {
        int port = FreePorts.forBroker();
        Map<String, String> settings = Pair.master("ASYNC_MASTER");
        settings.put("listenPort", Integer.toString(port));
        try (ServerProcess nameServer = ServerProcess.startNameServer(release, masterAccount);
                ServerProcess slave =
                        ServerProcess.startBroker(release, slaveAccount, nameServer.address(), Pair.slave())) {
            Messages messages = new Messages(nameServer.address());
            try (ServerProcess master =
                    ServerProcess.startBroker(release, masterAccount, nameServer.address(), settings)) {
                send(messages, "first", 40);
                assertThat(messages.receive("group", bodies -> bodies.size() == 40))
                        .allMatch(b -> b.startsWith("first"));
                Pair.awaitConsumed(slaveAccount, Messages.TOPIC, "group", 40);
                Pair.awaitMetadata(slaveAccount, "subscriptionGroup.json", "\"group\"");
                Pair.awaitMetadata(slaveAccount, "topics.json", "%RETRY%group");
                send(messages, "second", 20);
                awaitNoLag(nameServer);
                master.kill();
            }
            assertThat(messages.receive("group", bodies -> bodies.size() >= 20))
                    .hasSize(20)
                    .allMatch(body -> body.startsWith("second"));

            try (ServerProcess master =
                    ServerProcess.startBroker(release, masterAccount, nameServer.address(), settings)) {
                send(messages, "third", 20);
                awaitNoLag(nameServer);
                assertThat(messages.receive("all", bodies -> bodies.size() >= 80))
                        .hasSize(80);
                assertThat(master.stop()).isEqualTo(143);
            }
            assertThat(slave.stop()).isEqualTo(143);
            assertThat(slaveAccount.store().resolve("abort")).doesNotExist();
        }
    }

    private static void send(Messages messages, String name, int count) throws Exception {
        DefaultMQProducer producer = messages.producer();
        try {
            for (int i = 0; i < count; i++) {
                String body = name + " " + i;
                await().atMost(RunningProgram.PATIENCE).ignoreExceptions().until(() -> Messages.send(producer, body));
            }
        } finally {
            producer.shutdown();
        }
    }

    private void awaitNoLag(ServerProcess nameServer) {
        await().atMost(RunningProgram.PATIENCE).until(() -> release.mqadmin(
                        masterAccount, "brokerStatus", "-n", nameServer.address(), "-c", "DefaultCluster")
                .stdout()
                .matches("(?s).*slaveFallBehindBytes *: 0\\s.*"));
    }
}
