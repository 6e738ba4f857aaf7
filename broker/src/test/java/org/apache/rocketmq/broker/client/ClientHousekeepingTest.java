package org.apache.rocketmq.broker.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.broker.fixture.Heartbeats;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.protocol.LanguageCode;
import org.junit.jupiter.api.Test;

/** What time alone does to clients, with a clock turned by hand. Source: broker specification, unregister and loss. */
class ClientHousekeepingTest {
    private final AtomicLong clock = new AtomicLong(1_000_000);
    private final ProducerGroups producers = new ProducerGroups();
    private final ConsumerGroups consumers = new ConsumerGroups(new BrokerToClient(null, () -> false), group -> false);
    private final ClientHousekeeping housekeeping = new ClientHousekeeping(producers, consumers, clock::get);

    private ClientConnection connect(String clientId) {
        return new ClientConnection(new EmbeddedChannel(), clientId, LanguageCode.JAVA, 409, clock.get());
    }

    private void beat(ClientConnection client) {
        var data = Heartbeats.consumer(client.clientId(), "group")
                .getConsumerDataSet()
                .iterator()
                .next();
        consumers.heartbeat(client, data, clock.get());
        producers.heartbeat("producers", client, clock.get());
    }

    @Test
    void aClientThatIsSilentForMoreThanTwoMinutesIsDroppedAndItsConnectionClosed() {
        ClientConnection client = connect("silent");
        beat(client);

        clock.addAndGet(120_000);
        housekeeping.scan();
        assertThat(consumers.find("group")).isNotNull();
        assertThat(producers.membersOf("producers")).hasSize(1);

        clock.addAndGet(1);
        housekeeping.scan();
        assertThat(consumers.find("group")).isNull();
        assertThat(producers.membersOf("producers")).isEmpty();
        assertThat(client.channel().isOpen()).isFalse();
    }

    @Test
    void aHeartbeatKeepsAClient() {
        ClientConnection client = connect("alive");
        beat(client);
        clock.addAndGet(100_000);
        beat(client);
        clock.addAndGet(100_000);

        housekeeping.scan();

        assertThat(consumers.member("group", "alive")).isNotNull();
        assertThat(client.channel().isOpen()).isTrue();
    }

    @Test
    void anIdleConnectionLeavesItsGroups() {
        ClientConnection client = connect("idle");
        beat(client);

        housekeeping.onChannelIdle("address", client.channel());

        assertThat(consumers.find("group")).isNull();
        assertThat(producers.channelOf("idle")).isNull();
    }

    @Test
    void aLeaseThatIsNotRenewedLapses() {
        var locks = new RebalanceLocks(60_000, clock::get);
        var queue = java.util.Set.of(new MessageQueue("t", "b", 0));
        assertThat(locks.lock("g", queue, "first")).isEqualTo(queue);

        clock.addAndGet(60_000);
        assertThat(locks.lock("g", queue, "second")).isEmpty();
        clock.addAndGet(1);
        assertThat(locks.lock("g", queue, "second")).isEqualTo(queue);
        assertThat(locks.lock("g", queue, "first")).isEmpty();
    }

    @Test
    void aRenewedLeaseLastsFromItsRenewal() {
        var locks = new RebalanceLocks(60_000, clock::get);
        var queue = java.util.Set.of(new MessageQueue("t", "b", 0));
        locks.lock("g", queue, "first");
        clock.addAndGet(50_000);
        locks.lock("g", queue, "first");
        clock.addAndGet(50_000);

        assertThat(locks.lock("g", queue, "second")).isEmpty();
    }
}
