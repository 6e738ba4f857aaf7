package org.apache.rocketmq.distribution.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.rocketmq.distribution.fixture.ClientPrograms;
import org.apache.rocketmq.distribution.fixture.OfficialRelease;
import org.apache.rocketmq.distribution.fixture.Release;
import org.apache.rocketmq.distribution.fixture.RunningProgram;
import org.apache.rocketmq.distribution.fixture.ServerProcess;
import org.apache.rocketmq.distribution.fixture.UserAccount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Groups whose members are our clients and official ones. Scenarios REB-01 to REB-05. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixedGroupIT {

    private UserAccount account;
    private ServerProcess nameServer;
    private ServerProcess broker;

    @BeforeAll
    void start(@TempDir Path folder) {
        account = UserAccount.withHome(folder.resolve("home"));
        nameServer = ServerProcess.startNameServer(Release.assembled(), account);
        broker = ServerProcess.startBroker(Release.assembled(), account, nameServer.address(), Map.of());
        String update = "updateTopic -n %s -b %s -r %d -w %d -t %s";
        RunningProgram admin = OfficialRelease.resolved()
                .runProgram(
                        account,
                        "AdminCommands",
                        update.formatted(nameServer.address(), broker.address(), 5, 5, "FiveQueues"),
                        update.formatted(nameServer.address(), broker.address(), 5, 5, "FiveMore"),
                        update.formatted(nameServer.address(), broker.address(), 1, 1, "OneQueue"));
        assertThat(admin.awaitExit()).as(admin.output()).isZero();
    }

    @AfterAll
    void stop() {
        broker.close();
        nameServer.close();
    }

    @Test
    void fiveQueuesAreSharedThreeToTwoAndGoBackToTheOneThatStays() {
        try (RunningProgram first = member(ClientPrograms.ours(), "FiveQueues", "first")) {
            awaitShare(first, "[0, 1, 2, 3, 4]");
            try (RunningProgram second = member(ClientPrograms.official(), "FiveQueues", "second")) {
                awaitShare(first, "[0, 1, 2]");
                awaitShare(second, "[3, 4]");
                send("FiveQueues", 50);
                await().atMost(RunningProgram.PATIENCE)
                        .until(() -> bodies(first).size() + bodies(second).size() >= 50);
                assertThat(Stream.concat(bodies(first).stream(), bodies(second).stream()))
                        .doesNotHaveDuplicates()
                        .hasSize(50);
                assertThat(queuesOf(first)).containsExactly("0", "1", "2");
                assertThat(queuesOf(second)).containsExactly("3", "4");

                second.terminate();
                second.awaitExit();
                awaitShare(first, "[0, 1, 2, 3, 4]");
                send("FiveQueues", 10);
                await().atMost(RunningProgram.PATIENCE)
                        .until(() -> queuesOf(first).size() == 5);
                await().atMost(RunningProgram.PATIENCE)
                        .until(() -> received(first, "3/").size()
                                        + received(first, "4/").size()
                                >= 4);
                // What the other had finished is not delivered again: its end committed how far it was.
                assertThat(received(first, "3/")).noneMatch(line -> line.startsWith("received 3/0 "));
                assertThat(received(first, "4/")).noneMatch(line -> line.startsWith("received 4/0 "));
            }
        }
    }

    @Test
    void queuesOfAKilledMemberGoOnAtItsLastCommittedOffset() {
        try (RunningProgram first = member(ClientPrograms.official(), "FiveMore", "first");
                RunningProgram second = member(ClientPrograms.ours(), "FiveMore", "second")) {
            awaitShare(first, "[0, 1, 2]");
            awaitShare(second, "[3, 4]");
            send("FiveMore", 20);
            await().atMost(RunningProgram.PATIENCE)
                    .until(() -> bodies(first).size() + bodies(second).size() >= 20);
            second.kill();
            awaitShare(first, "[0, 1, 2, 3, 4]");
            send("FiveMore", 20);
            await().atMost(RunningProgram.PATIENCE)
                    .untilAsserted(() -> assertThat(Stream.concat(lines(first), lines(second))
                                    .map(line -> line.split(" ")[1])
                                    .distinct())
                            .hasSize(40));
        }
    }

    @Test
    void moreMembersThanQueuesLeaveSomeWithNothing() {
        try (RunningProgram first = member(ClientPrograms.official(), "OneQueue", "first");
                RunningProgram second = member(ClientPrograms.ours(), "OneQueue", "second")) {
            awaitShare(first, "[0]");
            awaitShare(second, "[]");
            send("OneQueue", 10);
            await().atMost(RunningProgram.PATIENCE).until(() -> bodies(first).size() == 10);
            assertThat(bodies(second)).isEmpty();
        }
    }

    private RunningProgram member(ClientPrograms client, String topic, String instance) {
        return client.start(account, "JoinGroup", nameServer.address(), topic, "group_" + topic, instance);
    }

    private void send(String topic, int count) {
        try (RunningProgram sender = ClientPrograms.official()
                .start(account, "SendMessages", nameServer.address(), topic, "TagA", Integer.toString(count))) {
            assertThat(sender.awaitExit()).as(sender.output()).isZero();
        }
    }

    private static void awaitShare(RunningProgram member, String queues) {
        await().atMost(RunningProgram.PATIENCE)
                .untilAsserted(() -> assertThat(member.stdout().lines().filter(line -> line.startsWith("owns ")))
                        .as(member.output())
                        .last()
                        .isEqualTo("owns " + queues));
    }

    private static Stream<String> lines(RunningProgram member) {
        return member.stdout().lines().filter(line -> line.startsWith("received "));
    }

    private static List<String> received(RunningProgram member, String queue) {
        return lines(member)
                .filter(line -> line.startsWith("received " + queue))
                .toList();
    }

    private static List<String> bodies(RunningProgram member) {
        return lines(member).map(line -> line.substring(line.indexOf("Hello"))).toList();
    }

    private static List<String> queuesOf(RunningProgram member) {
        return lines(member)
                .map(line -> line.substring("received ".length(), line.indexOf('/')))
                .distinct()
                .sorted()
                .toList();
    }
}
