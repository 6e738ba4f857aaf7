package org.apache.rocketmq.broker.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.header.DeleteSubscriptionGroupRequestHeader;
import org.apache.rocketmq.common.protocol.header.PullMessageRequestHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls that wait for a message. Source: broker specification, long polling. */
class LongPollingTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder);
        client = broker.client();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static PullMessageRequestHeader waiting(String topic, String tags, long holdMillis) {
        var header = Pulls.header("waiters", topic, 0, 0);
        header.setSysFlag(Pulls.SUBSCRIPTION | Pulls.SUSPEND);
        header.setSubscription(tags);
        header.setSuspendTimeoutMillis(holdMillis);
        return header;
    }

    /** Sends a pull and comes back when the broker has taken it: requests of one connection are handled in order. */
    private static CompletableFuture<RemotingCommand> park(PullMessageRequestHeader header) {
        CompletableFuture<RemotingCommand> answer = client.askLater(Pulls.request(header));
        broker.maxOffset(header.getTopic(), 0);
        return answer;
    }

    @Test
    void aMessageWakesThePullThatWaitsForIt() {
        broker.topic("wakes", 1);
        client.ask(Pulls.from("waiters", "wakes", 0, 0));
        var answer = park(waiting("wakes", "*", 15_000));
        assertThat(answer).isNotDone();

        client.ask(Sends.to("wakes", "here"));

        assertThat(Pulls.bodies(TestClient.get(answer))).containsExactly("here");
    }

    @Test
    void manyPullsOfOneQueueAreAllWoken() {
        broker.topic("many", 1);
        var first = park(waiting("many", "*", 15_000));
        var second = broker.newClient().askLater(Pulls.request(waiting("many", "*", 15_000)));

        client.ask(Sends.to("many", "for all"));

        assertThat(Pulls.bodies(TestClient.get(first))).containsExactly("for all");
        assertThat(Pulls.bodies(TestClient.get(second))).containsExactly("for all");
    }

    @Test
    void aMessageWithAnotherTagDoesNotWakeButItsSuccessorWithTheTagDoes() {
        broker.topic("tags", 1);
        var answer = park(waiting("tags", "wanted", 15_000));

        client.ask(Sends.to("tags", "no", "TAGS", "other"));
        client.ask(Sends.to("tags", "yes", "TAGS", "wanted"));

        // Woken by the first, it would have been told to go on without a message.
        RemotingCommand woken = TestClient.get(answer);
        assertThat(woken.getCode()).isZero();
        assertThat(Pulls.bodies(woken)).containsExactly("yes");
    }

    @Test
    void withoutAnyMessageThePullIsAnsweredAfterItsTime() {
        broker.topic("times_out", 1);

        RemotingCommand answer = TestClient.get(park(waiting("times_out", "*", 1)));

        assertThat(answer.getCode()).isEqualTo(19);
        assertThat(answer.getRemark()).isEqualTo("NO_MESSAGE_IN_QUEUE");
    }

    @Test
    void theTimeIsThatOfTheConfigurationWhenLongPollingIsOff() {
        broker.topic("short", 1);
        broker.config.setLongPollingEnable(false);
        broker.config.setShortPollingTimeMills(1);
        try {
            assertThat(TestClient.get(park(waiting("short", "*", 3_600_000))).getCode())
                    .isEqualTo(19);
        } finally {
            broker.config.setLongPollingEnable(true);
        }
    }

    @Test
    void aLostConnectionTakesItsWaitingPullsAlong() {
        broker.topic("lost", 1);
        TestClient leaving = broker.newClient();
        var answer = leaving.askLater(Pulls.request(waiting("lost", "*", 15_000)));
        leaving.ask(RequestCode.GET_ALL_TOPIC_CONFIG, null);
        leaving.close();

        client.ask(Sends.to("lost", "for nobody"));

        await().atMost(Duration.ofSeconds(10)).until(answer::isDone);
        assertThat(Pulls.bodies(client.ask(Pulls.from("waiters", "lost", 0, 0))))
                .containsExactly("for nobody");
    }

    @Test
    void aGroupThatWasDeletedMeanwhileIsMadeAgainWhenThePullWakes() {
        broker.topic("regroup", 1);
        var header = waiting("regroup", "*", 15_000);
        header.setConsumerGroup("deleted_meanwhile");
        client.ask(Pulls.from("deleted_meanwhile", "regroup", 0, 0));
        var answer = park(header);
        var delete = new DeleteSubscriptionGroupRequestHeader();
        delete.setGroupName("deleted_meanwhile");
        client.ask(RequestCode.DELETE_SUBSCRIPTIONGROUP, delete);

        client.ask(Sends.to("regroup", "x"));

        assertThat(TestClient.get(answer).getCode()).isZero();
        assertThat(broker.groups()).containsKey("deleted_meanwhile");
    }

    @Test
    void aPullCommitsBeforeItWaits() {
        broker.topic("commit_and_wait", 1);
        var header = waiting("commit_and_wait", "*", 15_000);
        header.setSysFlag(header.getSysFlag() | Pulls.COMMIT);
        header.setCommitOffset(0L);
        var answer = park(header);

        assertThat(new String(
                        client.ask(RequestCode.GET_ALL_CONSUMER_OFFSET, null).getBody(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"commit_and_wait@waiters\":{0:0}");
        client.ask(Sends.to("commit_and_wait", "x"));
        assertThat(TestClient.get(answer).getCode()).isZero();
    }
}
