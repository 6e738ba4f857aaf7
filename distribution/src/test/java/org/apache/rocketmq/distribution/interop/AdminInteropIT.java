package org.apache.rocketmq.distribution.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.rocketmq.distribution.fixture.ClientPrograms;
import org.apache.rocketmq.distribution.fixture.OfficialRelease;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The official mqadmin with our servers, and both mqadmins side by side with the servers of either kind. */
class AdminInteropIT {

    private static final int MESSAGES = 16;

    /** A cluster with a topic of known content and a group that has read all of it. */
    private static final class Scene implements AutoCloseable {

        private final UserAccount account;
        private final ServerProcess nameServer;
        private final ServerProcess broker;
        private final RunningProgram member;
        private final String uniqueId;
        private final String offsetId;

        Scene(UserAccount account, ServerProcess nameServer, ServerProcess broker) {
            this.account = account;
            this.nameServer = nameServer;
            this.broker = broker;
            try (RunningProgram sender = ClientPrograms.official()
                    .start(
                            account,
                            "SendMessages",
                            nameServer.address(),
                            "TopicAdmin",
                            "TagA",
                            Integer.toString(MESSAGES))) {
                assertThat(sender.awaitExit()).as(sender.output()).isZero();
                Matcher ids =
                        Pattern.compile("msgId=(\\w+), offsetMsgId=(\\w+)").matcher(sender.stdout());
                assertThat(ids.find()).isTrue();
                uniqueId = ids.group(1);
                offsetId = ids.group(2);
            }
            this.member = ClientPrograms.official()
                    .start(account, "JoinGroup", nameServer.address(), "TopicAdmin", "group_admin", "member");
            await().atMost(RunningProgram.PATIENCE)
                    .until(() -> member.stdout()
                                    .lines()
                                    .filter(line -> line.startsWith("received "))
                                    .count()
                            == MESSAGES);
            // The member reports its progress every second; until then the group has none to show or to reset.
            await().atMost(RunningProgram.PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> Release.assembled()
                            .mqadmin(account, "consumerProgress", "-n", nameServer.address(), "-g", "group_admin")
                            .stdout()
                            .contains("Diff Total: 0"));
        }

        /** What each command of the official mqadmin printed; words like NS in a command stand for what is known here. */
        Map<String, String> run(List<String> commands) {
            String[] arguments = commands.stream().map(this::filledIn).toArray(String[]::new);
            UserAccount admin =
                    account.with("ROCKETMQ_HOME", Release.assembled().home().toString());
            try (RunningProgram program = ClientPrograms.official().start(admin, "AdminCommands", arguments)) {
                assertThat(program.awaitExit()).as(program.output()).isZero();
                Map<String, String> outputs = new LinkedHashMap<>();
                String rest = program.stdout();
                for (int i = 0; i < arguments.length; i++) {
                    int start = rest.indexOf("=== " + arguments[i] + "\n") + arguments[i].length() + 5;
                    int end = rest.indexOf("=== ", start);
                    outputs.put(commands.get(i), rest.substring(start, end));
                    rest = rest.substring(end);
                }
                return outputs;
            }
        }

        /** The same by our {@code mqadmin}, each in a process of its own. */
        Map<String, String> runOurs(List<String> commands) {
            Map<String, String> outputs = new LinkedHashMap<>();
            for (String command : commands) {
                RunningProgram program =
                        Release.assembled().mqadmin(account, filledIn(command).split(" "));
                assertThat(program.awaitExit())
                        .as(command + "\n" + program.output())
                        .isZero();
                outputs.put(command, program.stdout());
            }
            return outputs;
        }

        private String filledIn(String command) {
            return command.replace("NS", nameServer.address())
                    .replace("BROKER", broker.address())
                    .replace("UNIQUE_ID", uniqueId)
                    .replace("OFFSET_ID", offsetId);
        }

        @Override
        public void close() {
            member.close();
            broker.close();
            nameServer.close();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithOurServers {

        private Scene scene;

        @BeforeAll
        void start(@TempDir Path folder) {
            UserAccount account = UserAccount.withHome(folder.resolve("home"));
            ServerProcess nameServer = ServerProcess.startNameServer(Release.assembled(), account);
            scene = new Scene(
                    account,
                    nameServer,
                    ServerProcess.startBroker(Release.assembled(), account, nameServer.address(), Map.of()));
        }

        @AfterAll
        void stop() {
            scene.close();
        }

        @Test
        void topicsAreMadeShownAndDeleted() {
            Map<String, String> out = scene.run(List.of(
                    "updateTopic -n NS -c DefaultCluster -t ByCluster -r 8 -w 4",
                    "updateTopic -n NS -b BROKER -t ByBroker -r 2 -w 2",
                    "topicRoute -n NS -t ByCluster",
                    "topicRoute -n NS -t ByBroker",
                    "topicList -n NS",
                    "topicStatus -n NS -t ByCluster",
                    "deleteTopic -n NS -c DefaultCluster -t ByBroker",
                    "topicList -n NS -c"));
            assertThat(out.get("updateTopic -n NS -c DefaultCluster -t ByCluster -r 8 -w 4"))
                    .contains("create topic to " + scene.broker.address() + " success.");
            assertThat(out.get("topicRoute -n NS -t ByCluster"))
                    .contains(
                            "\"brokerAddrs\":{0:\"" + scene.broker.address() + "\"",
                            "\"brokerName\":\"broker-a\"",
                            "\"readQueueNums\":8",
                            "\"writeQueueNums\":4",
                            "\"perm\":6");
            assertThat(out.get("topicRoute -n NS -t ByBroker")).contains("\"readQueueNums\":2", "\"writeQueueNums\":2");
            assertThat(out.get("topicList -n NS").lines()).contains("ByCluster", "ByBroker", "TopicAdmin", "TBW102");
            // Written queues have rows, as do those that are only read.
            assertThat(out.get("topicStatus -n NS -t ByCluster")).startsWith("#Broker Name ");
            assertThat(out.get("deleteTopic -n NS -c DefaultCluster -t ByBroker"))
                    .contains(
                            "delete topic [ByBroker] from cluster [DefaultCluster] success.",
                            "delete topic [ByBroker] from NameServer success.");
            assertThat(out.get("topicList -n NS -c"))
                    .contains("ByCluster")
                    .containsPattern("(?m)^DefaultCluster +TopicAdmin +group_admin *$")
                    .doesNotContain("ByBroker");
        }

        @Test
        void brokersAndGroupsAreShown() {
            Map<String, String> out = scene.run(List.of(
                    "clusterList -n NS",
                    "brokerStatus -n NS -b BROKER",
                    "getBrokerConfig -n NS -b BROKER",
                    "updateSubGroup -n NS -b BROKER -g made_by_hand -r 3",
                    "consumerConnection -n NS -g group_admin",
                    "consumerProgress -n NS -g group_admin",
                    "consumerProgress -n NS"));
            assertThat(out.get("clusterList -n NS"))
                    .containsPattern("(?m)^DefaultCluster +broker-a +0 +" + scene.broker.address() + " +V4_9_8 ");
            assertThat(out.get("brokerStatus -n NS -b BROKER"))
                    .containsPattern("brokerVersionDesc +: V4_9_8")
                    .containsPattern("commitLogMinOffset +: 0")
                    .containsPattern("putMessageTimesTotal +: \\d+")
                    .containsPattern("bootTimestamp +: \\d{13}");
            assertThat(out.get("getBrokerConfig -n NS -b BROKER"))
                    .containsPattern("(?m)^brokerName +=  broker-a *$")
                    .containsPattern("(?m)^listenPort +=  " + scene.broker.port() + " *$")
                    .containsPattern("(?m)^flushDiskType +=  ASYNC_FLUSH *$");
            assertThat(out.get("updateSubGroup -n NS -b BROKER -g made_by_hand -r 3"))
                    .contains(
                            "create subscription group to " + scene.broker.address() + " success.",
                            "groupName=made_by_hand",
                            "retryMaxTimes=3");
            assertThat(out.get("consumerConnection -n NS -g group_admin"))
                    .containsPattern("@member +127\\.0\\.0\\.1:\\d+ +JAVA +V4_9_7")
                    .containsPattern("(?m)^TopicAdmin +\\* *$")
                    .contains("ConsumeType: CONSUME_PASSIVELY", "MessageModel: CLUSTERING");
            assertThat(out.get("consumerProgress -n NS -g group_admin"))
                    .containsPattern("(?m)^TopicAdmin +broker-a +0 +\\d+ +\\d+ +\\d+ ")
                    .contains("Diff Total: ");
            assertThat(out.get("consumerProgress -n NS")).containsPattern("(?m)^group_admin +1 +V4_9_7 +PUSH +");
        }

        @Test
        void messagesAreFoundByKeyAndIds() {
            Map<String, String> out = scene.run(List.of(
                    "queryMsgByKey -n NS -t TopicAdmin -k key-0",
                    "queryMsgById -n NS -i OFFSET_ID",
                    "queryMsgByUniqueKey -n NS -t TopicAdmin -i UNIQUE_ID"));
            assertThat(out.get("queryMsgByKey -n NS -t TopicAdmin -k key-0"))
                    .containsPattern("(?m)^" + scene.uniqueId + " +[0-3] +0 *$");
            for (String found : List.of(
                    out.get("queryMsgById -n NS -i OFFSET_ID"),
                    out.get("queryMsgByUniqueKey -n NS -t TopicAdmin -i UNIQUE_ID"))) {
                assertThat(found)
                        .containsPattern("Topic: +TopicAdmin")
                        .containsPattern("Tags: +\\[TagA]")
                        .containsPattern("Keys: +\\[key-0]")
                        .containsPattern("Store Host: +" + scene.broker.address())
                        .contains("UNIQ_KEY=" + scene.uniqueId, "CLUSTER=DefaultCluster");
            }
        }

        @Test
        void aGroupReadsAgainFromAnEarlierTime() {
            String command = "resetOffsetByTime -n NS -g group_admin -t TopicAdmin -s 1000000000000";
            String out = scene.run(List.of(command)).get(command);
            assertThat(out).contains("rollback consumer offset by specified group[group_admin], topic[TopicAdmin]");
            for (int queue = 0; queue < 4; queue++) {
                assertThat(out).containsPattern("(?m)^broker-a +" + queue + " +0 *$");
            }
            await().atMost(RunningProgram.PATIENCE)
                    .until(() -> scene.member
                                    .stdout()
                                    .lines()
                                    .filter(line -> line.endsWith(" Hello RocketMQ 0"))
                                    .count()
                            == 2);
        }

        @Test
        void bothToolsSayTheSame() {
            compare(scene);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithOfficialServers {

        private Scene scene;

        @BeforeAll
        void start(@TempDir Path folder) {
            OfficialRelease official = OfficialRelease.resolved();
            UserAccount account = UserAccount.withHome(folder.resolve("home"));
            ServerProcess nameServer = ServerProcess.startNameServer(official, account);
            scene = new Scene(
                    account, nameServer, ServerProcess.startBroker(official, account, nameServer.address(), Map.of()));
        }

        @AfterAll
        void stop() {
            scene.close();
        }

        @Test
        void bothToolsSayTheSame() {
            compare(scene);
        }
    }

    private static void compare(Scene scene) {
        List<String> commands = List.of(
                "clusterList -n NS",
                "topicList -n NS",
                "topicList -n NS -c",
                "topicRoute -n NS -t TopicAdmin",
                "topicRoute -n NS -t TopicAdmin -l",
                "topicStatus -n NS -t TopicAdmin",
                "updateTopic -n NS -b BROKER -t MadeAgain -r 3 -w 3",
                "updateSubGroup -n NS -b BROKER -g made_again",
                "getBrokerConfig -n NS -b BROKER",
                "brokerStatus -n NS -b BROKER",
                "consumerConnection -n NS -g group_admin",
                "consumerProgress -n NS -g group_admin",
                "queryMsgByKey -n NS -t TopicAdmin -k key-0",
                "queryMsgById -n NS -i OFFSET_ID",
                "queryMsgByUniqueKey -n NS -t TopicAdmin -i UNIQUE_ID",
                "updateKvConfig -n NS -s space -k key -v value",
                "deleteKvConfig -n NS -s space -k key",
                "deleteTopic -n NS -c DefaultCluster -t MadeAgain");
        Map<String, String> official = scene.run(commands);
        Map<String, String> ours = scene.runOurs(commands);
        for (String command : commands) {
            assertThat(settled(ours.get(command))).as(command).isEqualTo(settled(official.get(command)));
        }
    }

    /** Without what changes from moment to moment, and in one order where the tools show hash tables. */
    private static List<String> settled(String output) {
        List<String> lines = new ArrayList<>();
        for (String line : output.lines().toList()) {
            if (!line.matches(
                    "(?i).*(tps|time|ratio|capacity|total|distribution|behind|queue|runtime|pagecache).* : .*")) {
                lines.add(line.replaceAll("[0-9]+\\.[0-9]{2,}( [0-9.]+)*", "#")
                        .replaceAll("\\([0-9]+,[0-9]+ms\\)", "#")
                        .replaceAll(" +", " "));
            }
        }
        lines.sort(null);
        return lines;
    }
}
