package org.apache.rocketmq.broker.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.broker.fixture.Pulls;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.broker.fixture.TestClient;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.protocol.body.CheckClientRequestBody;
import org.apache.rocketmq.common.protocol.header.PullMessageRequestHeader;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumerData;
import org.apache.rocketmq.common.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls by condition on a broker that allows them. Source: broker specification, SQL92 filter. */
class FilterTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder, settings -> {
            settings.config.setEnablePropertyFilter(true);
            settings.config.setFilterSupportRetry(true);
        });
        client = broker.client();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aPullGetsTheMessagesItsHeartbeatAskedFor() {
        send("Registered", "1", "2", "3", "2");
        heartbeat("g1", "Registered", "n = '2'", 10);

        RemotingCommand answer = client.ask(Pulls.request(registered("g1", "Registered", 10)));
        assertThat(Pulls.bodies(answer)).containsExactly("2", "2");
    }

    @Test
    void aPullMayCarryItsCondition() {
        send("Carried", "1", "2", "3");
        assertThat(Pulls.bodies(client.ask(Pulls.request(carried("Carried", "n > 1")))))
                .containsExactly("2", "3");
        RemotingCommand wrong = client.ask(Pulls.request(carried("Carried", "n >")));
        assertThat(wrong.getCode()).isEqualTo(ResponseCode.SUBSCRIPTION_PARSE_FAILED);
    }

    @Test
    void aConditionThatCannotBeUsedOrIsOldIsRefused() {
        send("Wrong", "1");
        heartbeat("g2", "Wrong", "n >", 10);
        RemotingCommand answer = client.ask(Pulls.request(registered("g2", "Wrong", 10)));
        assertThat(answer.getCode()).isEqualTo(ResponseCode.FILTER_DATA_NOT_EXIST);
        assertThat(answer.getRemark())
                .isEqualTo("The broker's consumer filter data is not exist!Your expression may be wrong!");

        heartbeat("g2", "Wrong", "n = '1'", 20);
        assertThat(client.ask(Pulls.request(registered("g2", "Wrong", 20))).getCode())
                .isZero();
        heartbeat("g2", "Wrong", "n >", 30);
        assertThat(client.ask(Pulls.request(registered("g2", "Wrong", 30))).getCode())
                .isEqualTo(ResponseCode.FILTER_DATA_NOT_EXIST);
    }

    @Test
    void aWaitingPullIsWokenByAMatchingMessageOnly() {
        broker.topic("Waiting", 1);
        heartbeat("g3", "Waiting", "n = '2'", 10);
        PullMessageRequestHeader header = registered("g3", "Waiting", 10);
        header.setSysFlag(Pulls.SUSPEND);
        CompletableFuture<RemotingCommand> waiting = client.askLater(Pulls.request(header));
        assertThat(client.ask(Pulls.request(registered("g3", "Waiting", 10))).getCode())
                .isEqualTo(ResponseCode.PULL_NOT_FOUND);

        client.ask(Sends.to("Waiting", "1", "n", "1"));
        broker.awaitMaxOffset("Waiting", 0, 1);
        assertThat(waiting).isNotDone();
        client.ask(Sends.to("Waiting", "2", "n", "2"));
        assertThat(Pulls.bodies(TestClient.get(waiting))).containsExactly("2");
    }

    @Test
    void retriesAreFilteredByTheConditionForTheirFirstTopic() {
        heartbeat("g4", "First", "n = '2'", 10);
        client.ask(Sends.to("%RETRY%g4", "no", "RETRY_TOPIC", "First", "n", "1"));
        client.ask(Sends.to("%RETRY%g4", "yes", "RETRY_TOPIC", "First", "n", "2"));
        client.ask(Sends.to("%RETRY%g4", "other", "RETRY_TOPIC", "Second", "n", "1"));
        broker.awaitMaxOffset("%RETRY%g4", 0, 3);
        assertThat(Pulls.bodies(client.ask(Pulls.from("g4", "%RETRY%g4", 0, 0))))
                .containsExactly("yes", "other");
    }

    @Test
    void tellsConsumersBeforeTheyStartWhatIsWrong() {
        assertThat(check("n = '1'", "SQL92").getCode()).isZero();
        assertThat(check("*", "TAG").getCode()).isZero();
        RemotingCommand wrong = check("n = NULL", "SQL92");
        assertThat(wrong.getCode()).isEqualTo(ResponseCode.SUBSCRIPTION_PARSE_FAILED);
        assertThat(wrong.getRemark()).isEqualTo("java.lang.RuntimeException: 'NULL' cannot be compared.");
        assertThat(check("x", "LUA").getCode()).isEqualTo(ResponseCode.SUBSCRIPTION_PARSE_FAILED);
    }

    @Test
    void conditionsArePersistedWithTheBitsThatPeersExpect(@TempDir Path other) throws Exception {
        Path file = other.resolve("consumerFilter.json");
        var clock = new AtomicLong(1_000_000_000);
        var table = new FilterTable(file, () -> 1_000, clock::get);
        table.consumerAlive(consumer("GoldSqlGroup", "GoldNormal", "a > 5 AND color = 'red'", 7));
        table.persist((topic, group) -> true);
        assertThat(Files.readString(file))
                .contains("\"bitNum\":112", "\"bitPos\":[", "53", "27", "\"clientVersion\":7", "\"dead\":false");

        var again = new FilterTable(file, () -> 1_000, clock::get);
        again.load();
        FilterTable.Filter loaded = again.find("GoldNormal", "GoldSqlGroup");
        assertThat(loaded.deadSince()).isPositive();
        again.consumerAlive(consumer("GoldSqlGroup", "GoldNormal", "ignored: same version", 7));
        assertThat(again.find("GoldNormal", "GoldSqlGroup").deadSince()).isZero();
        assertThat(again.find("GoldNormal", "GoldSqlGroup").text()).isEqualTo("a > 5 AND color = 'red'");

        again.persist((topic, group) -> false);
        clock.addAndGet(999);
        again.persist((topic, group) -> false);
        assertThat(again.find("GoldNormal", "GoldSqlGroup")).isNotNull();
        clock.addAndGet(1);
        again.persist((topic, group) -> false);
        assertThat(again.find("GoldNormal", "GoldSqlGroup")).isNull();
    }

    @Test
    void theBitsOfAGroupAreThoseOfTheOfficialBroker() {
        assertThat(BloomPositions.of("GoldSqlGroup", "GoldNormal").getBitPos()).containsExactly(53, 27, 1);
    }

    private static void send(String topic, String... numbers) {
        broker.topic(topic, 1);
        for (String number : numbers) {
            assertThat(client.ask(Sends.to(topic, number, "n", number)).getCode())
                    .isZero();
        }
        broker.awaitMaxOffset(topic, 0, numbers.length);
    }

    private static void heartbeat(String group, String topic, String expression, long version) {
        var data = new HeartbeatData();
        data.setClientID("consumer-of-" + group);
        data.setConsumerDataSet(Set.of(consumer(group, topic, expression, version)));
        assertThat(client.heartbeat(data).getCode()).isZero();
    }

    private static ConsumerData consumer(String group, String topic, String expression, long version) {
        var data = new ConsumerData();
        data.setGroupName(group);
        data.setConsumeType(ConsumeType.CONSUME_PASSIVELY);
        data.setMessageModel(MessageModel.CLUSTERING);
        data.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        data.setSubscriptionDataSet(Set.of(subscription(topic, expression, "SQL92", version)));
        return data;
    }

    private static SubscriptionData subscription(String topic, String expression, String type, long version) {
        var subscription = new SubscriptionData(topic, expression);
        subscription.setExpressionType(type);
        subscription.setSubVersion(version);
        return subscription;
    }

    private static PullMessageRequestHeader registered(String group, String topic, long version) {
        PullMessageRequestHeader header = Pulls.header(group, topic, 0, 0);
        header.setSysFlag(0);
        header.setSubscription(null);
        header.setExpressionType(null);
        header.setSubVersion(version);
        return header;
    }

    private static PullMessageRequestHeader carried(String topic, String expression) {
        PullMessageRequestHeader header = Pulls.header("readers", topic, 0, 0);
        header.setSubscription(expression);
        header.setExpressionType("SQL92");
        return header;
    }

    private static RemotingCommand check(String expression, String type) {
        var body = new CheckClientRequestBody();
        body.setClientId("c");
        body.setGroup("g");
        body.setSubscriptionData(subscription("T", expression, type, 1));
        return client.ask(RequestCode.CHECK_CLIENT_CONFIG, null, body.encode());
    }
}
