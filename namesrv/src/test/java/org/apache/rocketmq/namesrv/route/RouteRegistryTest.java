package org.apache.rocketmq.namesrv.route;

import static org.apache.rocketmq.namesrv.route.Brokers.broker;
import static org.apache.rocketmq.namesrv.route.Brokers.master;
import static org.apache.rocketmq.namesrv.route.Brokers.slave;
import static org.apache.rocketmq.namesrv.route.Brokers.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.protocol.route.BrokerData;
import org.apache.rocketmq.common.protocol.route.QueueData;
import org.junit.jupiter.api.Test;

class RouteRegistryTest {
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final RouteRegistry routes = new RouteRegistry(now::get);

    private Channel register(Registration registration) {
        var connection = new EmbeddedChannel();
        routes.register(registration, connection);
        return connection;
    }

    private Map<Long, String> addresses(String topic) {
        return routes.route(topic)
                .map(route -> route.getBrokerDatas().get(0))
                .map(BrokerData::getBrokerAddrs)
                .orElseThrow();
    }

    private int perm(String topic) {
        return routes.route(topic)
                .map(route -> route.getQueueDatas().get(0))
                .map(QueueData::getPerm)
                .orElseThrow();
    }

    @Test
    void aMastersTopicsAreFound() {
        register(master("a", "1:1", 1, "t"));

        assertThat(routes.topics()).containsExactly("t");
        assertThat(addresses("t")).containsExactly(Map.entry(0L, "1:1"));
        assertThat(routes.route("other")).isEmpty();
    }

    @Test
    void anIncrementMergesAndNeverRemoves() {
        register(master("a", "1:1", 1, "t1", "t2"));
        register(master("a", "1:1", 2, "t3"));

        assertThat(routes.topics()).containsExactlyInAnyOrder("t1", "t2", "t3");
    }

    @Test
    void anUnchangedVersionChangesNoTopic() {
        register(master("a", "1:1", 1, "t1"));
        register(master("a", "1:1", 1, "t2"));

        assertThat(routes.topics()).containsExactly("t1");
    }

    @Test
    void aSlaveAddsItsAddressButNoTopicsAndLearnsItsMaster() {
        var slave = slave("a", "2:2", "t2");
        assertThat(routes.register(slave, new EmbeddedChannel())).isEqualTo(MasterAddresses.NONE);
        register(master("a", "1:1", 1, "t1"));

        assertThat(routes.register(slave, new EmbeddedChannel())).isEqualTo(new MasterAddresses("1:1", "ha-1:1"));
        assertThat(routes.topics()).containsExactly("t1");
        assertThat(addresses("t1")).isEqualTo(Map.of(0L, "1:1", 1L, "2:2"));
    }

    @Test
    void anAddressHasOneRole() {
        register(master("a", "1:1", 1, "t"));
        register(slave("a", "2:2"));
        register(master("a", "2:2", 2, "t"));

        assertThat(addresses("t")).isEqualTo(Map.of(0L, "2:2"));
    }

    @Test
    void aBrokerThatChangesItsClusterKeepsTheFirstAndIsListedInBoth() {
        register(broker("old", "a", "1:1", 0, 1, "t"));
        register(broker("new", "a", "1:1", 0, 2, "t"));

        assertThat(routes.clusterInfo().getBrokerAddrTable().get("a").getCluster())
                .isEqualTo("old");
        assertThat(routes.clusterInfo().getClusterAddrTable()).containsOnlyKeys("old", "new");
    }

    @Test
    void aSilentBrokerExpiresAfterTwoMinutesAndIsDisconnected() {
        var connection = register(master("a", "1:1", 1, "t"));

        now.addAndGet(RouteRegistry.BROKER_EXPIRY_MILLIS);
        routes.expire();
        assertThat(routes.topics()).containsExactly("t");

        now.incrementAndGet();
        routes.expire();
        assertThat(routes.topics()).isEmpty();
        assertThat(routes.clusterInfo().getClusterAddrTable()).isEmpty();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void askingWhetherTheVersionChangedIsASignOfLife() {
        register(master("a", "1:1", 1, "t"));
        now.addAndGet(RouteRegistry.BROKER_EXPIRY_MILLIS);

        assertThat(routes.isChanged("1:1", version(1))).isFalse();
        now.addAndGet(RouteRegistry.BROKER_EXPIRY_MILLIS);
        routes.expire();
        assertThat(routes.topics()).containsExactly("t");

        assertThat(routes.isChanged("1:1", version(2))).isTrue();
        assertThat(routes.isChanged("9:9", version(1))).isTrue();
    }

    @Test
    void aLostConnectionTakesItsBrokerOutButNotItsSlave() {
        var connection = register(master("a", "1:1", 1, "t"));
        register(slave("a", "2:2"));

        routes.connectionLost(connection);

        assertThat(addresses("t")).isEqualTo(Map.of(1L, "2:2"));
    }

    @Test
    void aLostConnectionTakesEveryAddressOut() {
        var connection = new EmbeddedChannel();
        routes.register(master("a", "1:1", 1, "t"), connection);
        routes.register(master("a", "2:2", 1, "t"), connection);

        routes.connectionLost(connection);

        assertThat(routes.clusterInfo().getBrokerAddrTable()).isEmpty();
        assertThat(routes.isChanged("1:1", version(1))).isTrue();
    }

    @Test
    void anOlderConnectionOfABrokerThatCameBackMeansNothing() {
        var older = register(master("a", "1:1", 1, "t"));
        register(master("a", "1:1", 1, "t"));

        routes.connectionLost(older);
        routes.connectionLost(new EmbeddedChannel());

        assertThat(addresses("t")).isEqualTo(Map.of(0L, "1:1"));
    }

    @Test
    void theLastAddressTakesTopicsAndClusterAlong() {
        register(master("a", "1:1", 1, "t", "shared"));
        register(master("b", "3:3", 1, "shared"));

        routes.unregister("c", "a", "1:1", 0);
        assertThat(routes.topics()).containsExactly("shared");

        routes.unregister("c", "b", "3:3", 0);
        assertThat(routes.topics()).isEmpty();
        assertThat(routes.clusterInfo().getClusterAddrTable()).isEmpty();
    }

    @Test
    void aBrokerThatComesBackBringsItsTopicsWhateverTheVersion() {
        register(master("a", "1:1", 1, "t"));
        routes.unregister("c", "a", "1:1", 0);
        register(master("a", "1:1", 1, "t"));

        assertThat(routes.topics()).containsExactly("t");
    }

    @Test
    void wipedWritePermLastsUntilTheVersionChanges() {
        register(master("a", "1:1", 1, "t1", "t2"));

        assertThat(routes.wipeWritePerm("a")).isEqualTo(2);
        assertThat(routes.wipeWritePerm("none")).isZero();
        register(master("a", "1:1", 1, "t1", "t2"));
        assertThat(perm("t1")).isEqualTo(4);

        assertThat(routes.addWritePerm("a")).isEqualTo(2);
        assertThat(perm("t1")).isEqualTo(6);

        routes.wipeWritePerm("a");
        register(master("a", "1:1", 2, "t1", "t2"));
        assertThat(perm("t1")).isEqualTo(6);
    }

    @Test
    void aTopicIsForgottenInOneClusterOrEverywhere() {
        register(broker("c1", "a", "1:1", 0, 1, "t"));
        register(broker("c2", "b", "2:2", 0, 1, "t"));

        routes.deleteTopic("t", "c1");
        assertThat(routes.topicsOfCluster("c1")).isEmpty();
        assertThat(routes.topicsOfCluster("c2")).containsExactly("t");

        routes.deleteTopic("t", null);
        assertThat(routes.topics()).isEmpty();
    }

    @Test
    void systemTopicsAreTheNamesOfClustersAndBrokers() {
        register(slave("a", "2:2"));
        register(master("a", "1:1", 1, "t"));

        var list = routes.systemTopics();

        assertThat(list.getTopicList()).containsExactlyInAnyOrder("c", "a");
        assertThat(list.getBrokerAddr()).isEqualTo("1:1");
    }

    @Test
    void topicsAreFoundByTheirSystemFlag() {
        var unit = new TopicConfig("unit", 4, 4, 6);
        unit.setTopicSysFlag(1);
        routes.register(
                new Registration(
                        "c", "a", "1:1", 0, "ha", version(1), List.of(unit, new TopicConfig("plain", 4, 4, 6)), null),
                new EmbeddedChannel());

        assertThat(routes.topicsBySysFlag(flag -> (flag & 1) != 0)).containsExactly("unit");
    }

    @Test
    void filterServersTravelWithTheRouteUntilTheyAreGone() {
        var topics = List.of(new TopicConfig("t", 4, 4, 6));
        var connection = new EmbeddedChannel();
        routes.register(new Registration("c", "a", "1:1", 0, "ha", version(1), topics, List.of("f:1")), connection);
        assertThat(routes.route("t").orElseThrow().getFilterServerTable()).containsEntry("1:1", List.of("f:1"));

        routes.register(new Registration("c", "a", "1:1", 0, "ha", version(1), topics, null), connection);
        assertThat(routes.route("t").orElseThrow().getFilterServerTable()).hasSize(1);

        routes.register(new Registration("c", "a", "1:1", 0, "ha", version(1), topics, List.of()), connection);
        assertThat(routes.route("t").orElseThrow().getFilterServerTable()).isEmpty();
    }

    @Test
    void holdsTenThousandTopicsOfManyBrokers() {
        var names = IntStream.range(0, 10_000).mapToObj(i -> "topic" + i).toArray(String[]::new);
        for (int broker = 0; broker < 10; broker++) {
            register(master("b" + broker, broker + ":1", 1, names));
        }

        assertThat(routes.topics()).hasSize(10_000);
        assertThat(routes.route("topic9999").orElseThrow().getQueueDatas()).hasSize(10);
        routes.unregister("c", "b0", "0:1", 0);
        assertThat(routes.route("topic0").orElseThrow().getQueueDatas()).hasSize(9);
    }
}
