package org.apache.rocketmq.distribution.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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
 * Settings files as users wrote them: the broker starts, shows every key with its value, is in the cluster list, takes
 * the quickstart and stops. Addresses, ports and folders are those of the test. Scenarios of section 6.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigurationIT {

    private final Release release = Release.assembled();

    private Path folder;

    private ServerProcess nameServer;
    private ServerProcess secondNameServer;

    @BeforeAll
    void startNameServers(@TempDir Path tempDir) {
        folder = tempDir;
        UserAccount account = UserAccount.withHome(folder.resolve("servers"));
        nameServer = ServerProcess.startNameServer(release, account);
        secondNameServer = ServerProcess.startNameServer(release, account);
    }

    @AfterAll
    void stopNameServers() {
        nameServer.close();
        secondNameServer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C#", "D", "E", "E#"})
    void aBrokerRunsWithTheSettingsOfAUser(String fixture) throws IOException {
        UserAccount account = UserAccount.withHome(folder.resolve("home-" + fixture.replace('#', 'x')));
        int port = FreePorts.forBroker();
        Map<String, String> settings = settings(fixture.substring(0, 1), account, port);
        Path file = Files.writeString(account.home().resolve("user.properties"), text(fixture, settings));
        try (ServerProcess broker = ServerProcess.startBroker(release, account, file, port)) {
            Path store = Path.of(
                    settings.getOrDefault("storePathRootDir", account.store().toString()));
            assertThat(store.resolve("abort")).exists();

            RunningProgram admin = OfficialRelease.resolved()
                    .runProgram(
                            account,
                            "AdminCommands",
                            "getBrokerConfig -n " + nameServer.address() + " -b " + broker.address(),
                            "clusterList -n " + secondNameServer.address());
            assertThat(admin.awaitExit()).as(admin.output()).isZero();
            settings.forEach((key, value) ->
                    assertThat(admin.stdout()).containsPattern("(?m)^" + key + " +=  " + Pattern.quote(value) + " *$"));
            assertThat(admin.stdout())
                    .containsPattern("(?m)^%s +%s +0 +%s +V4_9_8 "
                            .formatted(
                                    settings.get("brokerClusterName"), settings.get("brokerName"), broker.address()));

            try (RunningProgram producer = release.tool(
                    account.withNameServer(nameServer.address()), "org.apache.rocketmq.example.quickstart.Producer")) {
                assertThat(producer.awaitExit()).as(producer.output()).isZero();
                assertThat(producer.stdout().lines().filter(line -> line.contains("sendStatus=SEND_OK")))
                        .hasSize(1000);
            }
            // As mqshutdown does it, but only for this broker.
            RunningProgram shutdown = account.shell(release.home(), ". bin/pids.sh; stop mqbroker " + file);
            assertThat(shutdown.stdout())
                    .contains("Send shutdown request to mqbroker(%d) OK"
                            .formatted(broker.program().pid()));
            assertThat(broker.program().awaitExit()).isEqualTo(143);
            assertThat(store.resolve("abort")).doesNotExist();
        }
    }

    private Map<String, String> settings(String fixture, UserAccount account, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        String addresses = nameServer.address() + ";" + secondNameServer.address();
        settings.put("namesrvAddr", addresses);
        settings.put("listenPort", Integer.toString(port));
        settings.put("brokerIP1", "127.0.0.1");
        settings.put("brokerClusterName", fixture.equals("E") ? "rocketmq-cluster" : "DefaultCluster");
        // One name server for all: each fixture's broker has a name of its own.
        settings.put("brokerName", "broker-" + fixture.toLowerCase() + port);
        settings.put("brokerId", "0");
        settings.put("deleteWhen", "04");
        settings.put("fileReservedTime", fixture.equals("C") ? "48" : "120");
        settings.put("brokerRole", "ASYNC_MASTER");
        settings.put("flushDiskType", "ASYNC_FLUSH");
        if (fixture.equals("C")) {
            settings.put("autoCreateTopicEnable", "true");
        }
        if (fixture.equals("E")) {
            Path root = account.home().resolve("mnt/store");
            settings.put("defaultTopicQueueNums", "4");
            settings.put("autoCreateTopicEnable", "true");
            settings.put("autoCreateSubscriptionGroup", "true");
            settings.put("mapedFileSizeCommitLog", "1073741824");
            settings.put("mapedFileSizeConsumeQueue", "300000");
            settings.put("diskMaxUsedSpaceRatio", "88");
            settings.put("storePathRootDir", root.toString());
            settings.put("storePathCommitLog", root + "/commitlog");
            settings.put("storePathConsumeQueue", root + "/consumequeue");
            settings.put("storePathIndex", root + "/index");
            settings.put("storeCheckpoint", root + "/checkpoint");
            settings.put("abortFile", root + "/abort");
            settings.put("maxMessageSize", "65536");
        }
        return settings;
    }

    /** The file: C has blanks around the signs, D starts with a licence, E is full of remarks, # explains each value. */
    private static String text(String fixture, Map<String, String> settings) {
        StringBuilder text = new StringBuilder();
        if (fixture.startsWith("D")) {
            text.append("# Licensed to the Apache Software Foundation (ASF) under one or more\n#  contributors.\n\n");
        }
        settings.forEach((key, value) -> {
            if (fixture.startsWith("E")) {
                text.append("#所属集群名字\n#checkTransactionMessageEnable=false\n");
            }
            text.append(key).append(fixture.startsWith("C") ? " = " : "=").append(value);
            text.append(fixture.endsWith("#") ? "   #说明 text\n" : "\n");
        });
        return text.toString();
    }
}
