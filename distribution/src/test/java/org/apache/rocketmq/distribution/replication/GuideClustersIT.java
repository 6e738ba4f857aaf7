package org.apache.rocketmq.distribution.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.distribution.fixture.FreePorts;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clusters of public guides, two masters with a slave each and two name servers, with their own property files on one
 * machine. Only addresses, ports and folders are changed. Scenarios CLU-01, CLU-02, CLU-04, CLU-09 and CLU-12.
 */
class GuideClustersIT {
    @TempDir
    private Path folder;

    private final Release release = Release.assembled();
    private final List<ServerProcess> servers = new ArrayList<>();
    private final Map<String, ServerProcess> brokers = new LinkedHashMap<>();
    private ServerProcess firstNameServer;
    private String nameServers;
    private UserAccount account;

    @BeforeEach
    void startNameServers() {
        account = UserAccount.withHome(folder.resolve("home"));
        firstNameServer = added(ServerProcess.startNameServer(release, account));
        ServerProcess second = added(ServerProcess.startNameServer(release, account));
        nameServers = firstNameServer.address() + ";" + second.address();
    }

    @AfterEach
    void closeAll() {
        servers.forEach(ServerProcess::close);
    }

    private ServerProcess added(ServerProcess server) {
        servers.add(server);
        return server;
    }

    @Test
    void synchronousReplicationWithSynchronousFlush() throws Exception {
        startBrokers("A", "rocketmq-cluster");
        sendKillMastersAndRead(true);
    }

    @Test
    void asynchronousReplicationWithAsynchronousFlush() throws Exception {
        startBrokers("B", "DefaultCluster");
        sendKillMastersAndRead(false);
    }

    private void startBrokers(String fixture, String cluster) throws IOException {
        for (String broker : List.of("m1", "m2", "s1", "s2")) {
            Map<String, String> settings = guide(fixture + "-" + broker);
            settings.put("namesrvAddr", nameServers);
            settings.put("listenPort", Integer.toString(FreePorts.forBroker()));
            settings.put("brokerIP2", "127.0.0.1");
            // The disk of a build machine may be nearly full.
            settings.put("diskMaxUsedSpaceRatio", "95");
            String root = folder.resolve(broker).toString();
            settings.replaceAll((key, value) -> value.replaceAll("^(/usr/local/rocketmqs?/store|~/store-s)", root));
            settings.put("storePathRootDir", root);
            brokers.put(broker, added(ServerProcess.startBroker(release, account, nameServers, settings)));
        }
        await().atMost(RunningProgram.PATIENCE).untilAsserted(() -> assertThat(clusterList())
                .containsPattern(cluster + " +broker-a +0 ")
                .containsPattern(cluster + " +broker-a +1 ")
                .containsPattern(cluster + " +broker-b +0 ")
                .containsPattern(cluster + " +broker-b +1 "));
        createTopic(cluster);
    }

    /** Made on both masters: a topic made by a send exists only where that send went. */
    private void createTopic(String cluster) {
        RunningProgram update = release.mqadmin(
                account, "updateTopic", "-n", nameServers, "-c", cluster, "-t", Messages.TOPIC, "-r", "4", "-w", "4");
        assertThat(update.awaitExit()).as(update.output()).isZero();
    }

    private String clusterList() {
        return release.mqadmin(account, "clusterList", "-n", firstNameServer.address())
                .stdout();
    }

    private static Map<String, String> guide(String name) throws IOException {
        Path checkout = Path.of(System.getProperty("checkout.folder", ".."));
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(
                checkout.resolve("broker/src/test/resources/guides").resolve(name + ".properties"))) {
            properties.load(in);
        }
        Map<String, String> settings = new HashMap<>();
        properties.forEach((key, value) -> settings.put((String) key, (String) value));
        return settings;
    }

    private void sendKillMastersAndRead(boolean synchronously) throws Exception {
        Messages messages = new Messages(nameServers);
        messages.awaitFirstPromise();
        Set<String> promised = new HashSet<>();
        DefaultMQProducer producer = messages.producer();
        try {
            for (int i = 0; i < 200; i++) {
                String body = "message " + i;
                await().pollDelay(Duration.ZERO)
                        .atMost(RunningProgram.PATIENCE)
                        .ignoreExceptions()
                        .until(() -> Messages.send(producer, body));
                promised.add(body);
            }
        } finally {
            producer.shutdown();
        }
        for (String slave : List.of("s1", "s2")) {
            Path topics = folder.resolve(slave).resolve("config/topics.json");
            await().atMost(RunningProgram.PATIENCE)
                    .until(() ->
                            Files.exists(topics) && Files.readString(topics).contains(Messages.TOPIC));
        }
        for (String master : List.of("m1", "m2")) {
            if (synchronously) {
                brokers.get(master).kill();
            } else {
                assertThat(brokers.get(master).stop()).isEqualTo(143);
                assertThat(folder.resolve(master).resolve("abort")).doesNotExist();
            }
        }
        firstNameServer.kill();
        assertThat(messages.receive("after", bodies -> bodies.containsAll(promised)))
                .containsAll(promised);
        for (String slave : List.of("s1", "s2")) {
            assertThat(brokers.get(slave).stop()).isEqualTo(143);
            assertThat(folder.resolve(slave).resolve("abort")).doesNotExist();
        }
    }
}
