package org.apache.rocketmq.broker.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.broker.fixture.FakeNameServer;
import org.apache.rocketmq.broker.fixture.Sends;
import org.apache.rocketmq.broker.fixture.TestBroker;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.KVTable;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What name servers learn, and when. Source: broker specification, registration loop. */
class RegistrationTest {
    @TempDir
    Path folder;

    private final FakeNameServer nameServer = new FakeNameServer();
    private TestBroker broker;

    @BeforeEach
    void start() throws Exception {
        var ordered = new KVTable();
        ordered.setTable(new HashMap<>(Map.of("BenchmarkTest", "broker-a:1")));
        nameServer.ordered(ordered);
        broker = TestBroker.start(folder, b -> b.config.setNamesrvAddr(nameServer.address()));
    }

    @AfterEach
    void stop() {
        broker.close();
        nameServer.close();
    }

    private RemotingCommand update(String text) {
        return broker.client().ask(RequestCode.UPDATE_BROKER_CONFIG, null, text.getBytes(UTF_8));
    }

    @Test
    void theStartRegistersEverythingAndTakesOverWhichTopicsAreOrdered() {
        var first = nameServer.registrations().get(0);

        assertThat(first.header().getBrokerName()).isEqualTo(TestBroker.NAME);
        assertThat(first.header().getClusterName()).isEqualTo(TestBroker.CLUSTER);
        assertThat(first.header().getBrokerId()).isZero();
        assertThat(first.header().getBrokerAddr()).isEqualTo("127.0.0.1:" + broker.port());
        assertThat(first.header().getHaServerAddr()).isEqualTo("127.0.0.1:" + (broker.port() + 1));
        assertThat(first.topics()).containsKeys("TBW102", "SELF_TEST_TOPIC", TestBroker.NAME);
        assertThat(broker.topics().get("BenchmarkTest").isOrder()).isTrue();
    }

    @Test
    void anOrderedTopicIsNotSentToWithoutTheBrokersPermission() {
        update("brokerPermission=4\n");

        var answer = broker.client().ask(Sends.to("BenchmarkTest", "x"));

        assertThat(answer.getCode()).isEqualTo(16);
        assertThat(answer.getRemark()).isEqualTo("the broker[127.0.0.1] sending message is forbidden");
        // 4.9 quirk: other topics go on.
        assertThat(broker.client().ask(Sends.to(TestBroker.NAME, "x")).getCode())
                .isZero();
    }

    @Test
    void aTopicMadeByAnAdministratorIsRegisteredAloneBeforeTheAnswer() {
        int before = nameServer.registrations().size();

        broker.topic("by_admin", 2);

        assertThat(nameServer.registrations()).hasSize(before + 1);
        assertThat(nameServer.registrations().get(before).topics()).containsOnlyKeys("by_admin");
    }

    @Test
    void aTopicMadeByASendIsRegisteredWithTheWholeTable() {
        int before = nameServer.registrations().size();

        broker.client().ask(Sends.to("by_send", "x"));

        assertThat(nameServer.await(before + 1).topics()).containsKeys("by_send", "TBW102");
    }

    @Test
    void aChangedPermissionSpreadsToEveryTopicBeforeTheAnswer() {
        int before = nameServer.registrations().size();

        assertThat(update("brokerPermission=4\n").getCode()).isZero();

        assertThat(nameServer.registrations()).hasSize(before + 1);
        assertThat(nameServer.registrations().get(before).topics().values())
                .allSatisfy(topic -> assertThat(topic.getPerm()).isEqualTo(4));
        assertThat(broker.topics().get("TBW102").getPerm()).isEqualTo(7);
    }

    @Test
    void theEndSaysGoodbye() {
        broker.close();

        assertThat(nameServer.goodbyes()).containsExactly(TestBroker.NAME);
    }
}
