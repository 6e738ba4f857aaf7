package org.apache.rocketmq.store.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.store.MessageStore.KeyQueryResult;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.RecordSlice;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.engine.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two stores of ours over real sockets: what the slave becomes. */
class ReplicaTest {
    private static final String BODY = "x".repeat(500);

    @TempDir
    private Path folder;

    private final List<TestStore> stores = new ArrayList<>();

    @AfterEach
    void closeStores() {
        stores.forEach(TestStore::close);
    }

    private TestStore master(String name) throws IOException {
        return opened(new TestStore(folder.resolve(name)));
    }

    private TestStore opened(TestStore store) throws IOException {
        stores.add(store);
        return store.with(config -> config.setHaSendHeartbeatInterval(100)).start();
    }

    private TestStore slave(String name, TestStore master) throws IOException {
        TestStore slave =
                opened(new TestStore(folder.resolve(name)).with(config -> config.setBrokerRole(BrokerRole.SLAVE)));
        slave.store.replicateFrom("127.0.0.1:" + master.store.replicationPort());
        return slave;
    }

    private static void put(TestStore master, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            master.put(TestStore.message("T", i % 2, BODY + i, "KEYS\u0001k" + i));
        }
    }

    private static void awaitEqualEnds(TestStore slave, TestStore master) {
        await().until(() -> slave.store.maxPhysicalOffset() == master.store.maxPhysicalOffset()
                && slave.store.dispatchedOffset() >= slave.store.maxPhysicalOffset());
    }

    private static String state(TestStore slave) {
        return slave.store.runtimeInfo().get("replicationFromMaster");
    }

    @Test
    void aSlaveFollowsOverSeveralSegmentsAndBuildsTheSameViews() throws Exception {
        TestStore master = master("m");
        TestStore slave = slave("s", master);
        put(master, 0, 100);
        awaitEqualEnds(slave, master);
        assertThat(master.store.maxPhysicalOffset()).isGreaterThan(5 * TestStore.SEGMENT_BYTES);
        for (int queue = 0; queue < 2; queue++) {
            assertThat(slave.bodies("T", queue)).hasSize(50).isEqualTo(master.bodies("T", queue));
        }
        try (KeyQueryResult found = slave.store.query("T", "k42", 10, 0, Long.MAX_VALUE)) {
            assertThat(found.slices()).hasSize(1);
        }
        await().until(() -> master.store.slaveLagBytes() == 0);
        assertThat(master.store.runtimeInfo()).containsEntry("slavesConnected", "1");
    }

    @Test
    void theLogsAreEqualByteForByteAlsoBehindBlankRecords() throws Exception {
        TestStore master = master("m");
        TestStore slave = slave("s", master);
        put(master, 0, 50);
        awaitEqualEnds(slave, master);
        for (long at = 0; at < master.store.maxPhysicalOffset(); at += TestStore.SEGMENT_BYTES) {
            try (RecordSlice theirs = master.store.logAt(at);
                    RecordSlice ours = slave.store.logAt(at)) {
                assertThat(ours.buffer().mismatch(theirs.buffer())).isEqualTo(-1);
            }
        }
    }

    @Test
    void twoSlavesFollowOneMaster() throws Exception {
        TestStore master = master("m");
        TestStore one = slave("s1", master);
        TestStore two = slave("s2", master);
        // One that connects after the first file is full would start at the last file.
        await().until(() -> master.store.runtimeInfo().get("slavesConnected").equals("2"));
        put(master, 0, 30);
        awaitEqualEnds(one, master);
        awaitEqualEnds(two, master);
        assertThat(one.bodies("T", 0)).isEqualTo(two.bodies("T", 0)).hasSize(15);
    }

    @Test
    void anEmptySlaveStartsAtTheLastFileOfTheMaster() throws Exception {
        TestStore master = master("m");
        put(master, 0, 40);
        long lastFile = master.store.maxPhysicalOffset() / TestStore.SEGMENT_BYTES * TestStore.SEGMENT_BYTES;
        TestStore slave = slave("s", master);
        put(master, 40, 42);
        awaitEqualEnds(slave, master);
        assertThat(slave.store.minPhysicalOffset()).isEqualTo(lastFile).isPositive();
        assertThat(slave.store.minOffset("T", 0)).isPositive();
        assertThat(slave.store.maxOffset("T", 0)).isEqualTo(21);
        List<String> bodies = slave.bodies("T", 0);
        assertThat(bodies).isNotEmpty().last().isEqualTo(BODY + 40);
    }

    @Test
    void aSlaveThatWasAwayGoesOnWhereItStopped() throws Exception {
        TestStore master = master("m");
        TestStore slave = slave("s", master);
        put(master, 0, 30);
        awaitEqualEnds(slave, master);
        slave.close();
        put(master, 30, 60);
        TestStore again = slave("s", master);
        awaitEqualEnds(again, master);
        assertThat(again.bodies("T", 1)).isEqualTo(master.bodies("T", 1)).hasSize(30);
    }

    @Test
    void aSlaveFindsItsMasterAgainAfterTheMasterWasAway() throws Exception {
        TestStore master = master("m");
        int port = master.store.replicationPort();
        TestStore slave = slave("s", master);
        put(master, 0, 10);
        awaitEqualEnds(slave, master);
        master.close();
        master.with(config -> config.setHaListenPort(port)).start();
        put(master, 10, 20);
        awaitEqualEnds(slave, master);
        assertThat(slave.bodies("T", 0)).hasSize(10);
    }

    @Test
    void aSlaveThatBecomesMasterGoesOnWithItsQueues() throws Exception {
        TestStore master = master("m");
        TestStore slave = slave("s", master);
        put(master, 0, 10);
        awaitEqualEnds(slave, master);
        slave.close();
        slave.with(config -> config.setBrokerRole(BrokerRole.ASYNC_MASTER)).start();
        assertThat(slave.put("T", 0, "more").queueOffset()).isEqualTo(5);
    }

    @Test
    void aSlaveAcceptsNoPuts() throws Exception {
        TestStore slave = slave("s", master("m"));
        assertThat(slave.put("T", 0, "x").status()).isEqualTo(PutStatus.SERVICE_NOT_AVAILABLE);
    }

    @Test
    void aConfiguredMasterAddressWinsOverTheRegisteredOne() throws Exception {
        TestStore master = master("m");
        put(master, 0, 4);
        TestStore slave = opened(new TestStore(folder.resolve("s")).with(config -> {
            config.setBrokerRole(BrokerRole.SLAVE);
            config.setHaMasterAddress("127.0.0.1:" + master.store.replicationPort());
        }));
        slave.store.replicateFrom("127.0.0.1:1");
        awaitEqualEnds(slave, master);
    }

    @Test
    void aSlaveWithALongerLogRefusesAndKeepsIt() throws Exception {
        TestStore master = master("m");
        TestStore slave = slave("s", master);
        put(master, 0, 5);
        awaitEqualEnds(slave, master);
        long shorter = master.store.maxPhysicalOffset();
        TestStore longer = copyOf(slave, "longer", 1);
        long end = longer.store.maxPhysicalOffset();
        TestStore again = restartedAsSlaveOf(longer, master);
        await().untilAsserted(() ->
                assertThat(state(again)).startsWith("refused").contains("from offset " + shorter, "ends at " + end));
        assertThat(again.store.maxPhysicalOffset()).isEqualTo(end);
    }

    @Test
    void aSlaveWithAnotherLogRefusesAndKeepsIt() throws Exception {
        TestStore master = master("m");
        TestStore slave = slave("s", master);
        put(master, 0, 5);
        awaitEqualEnds(slave, master);
        long common = master.store.maxPhysicalOffset();
        TestStore other = copyOf(slave, "other", 1);
        long end = other.store.maxPhysicalOffset();
        put(master, 100, 104);
        TestStore again = restartedAsSlaveOf(other, master);
        await().until(() -> state(again).startsWith("refused"));
        long differs = Long.parseLong(state(again).replaceAll(".*differ from offset (\\d+) .*", "$1"));
        assertThat(differs).isBetween(common, end);
        assertThat(again.store.maxPhysicalOffset()).isEqualTo(end);
    }

    /** The slave's store, gone on alone as a master with so many messages. */
    private TestStore copyOf(TestStore slave, String body, int more) throws Exception {
        slave.close();
        slave.with(config -> config.setBrokerRole(BrokerRole.ASYNC_MASTER)).start();
        for (int i = 0; i < more; i++) {
            slave.put("T", 0, body + BODY);
        }
        return slave;
    }

    private TestStore restartedAsSlaveOf(TestStore store, TestStore master) throws IOException {
        store.close();
        store.with(config -> config.setBrokerRole(BrokerRole.SLAVE)).start();
        store.store.replicateFrom("127.0.0.1:" + master.store.replicationPort());
        return store;
    }

    @Test
    void otherSegmentSizesAreRefused() throws Exception {
        TestStore master = master("m");
        put(master, 0, 20);
        TestStore slave = opened(new TestStore(folder.resolve("s")).with(config -> {
            config.setBrokerRole(BrokerRole.SLAVE);
            config.setMappedFileSizeCommitLog(TestStore.SEGMENT_BYTES * 3);
        }));
        slave.store.replicateFrom("127.0.0.1:" + master.store.replicationPort());
        await().untilAsserted(
                        () -> assertThat(state(slave)).startsWith("refused").contains("mappedFileSizeCommitLog"));
        assertThat(slave.store.maxPhysicalOffset()).isZero();
    }

    @Test
    void theStartOfARecordWhoseRestNeverCameIsTakenBackAtTheStop() throws Exception {
        TestStore master = master("m");
        put(master, 0, 3);
        byte[] log;
        try (RecordSlice slice = master.store.logAt(0)) {
            ByteBuffer bytes = slice.buffer();
            log = new byte[bytes.remaining()];
            bytes.get(log);
        }
        int cut = log.length - 100;
        TestStore slave = new TestStore(folder.resolve("s")).with(config -> config.setBrokerRole(BrokerRole.SLAVE));
        opened(slave);
        try (ServerSocket handMade = new ServerSocket(0)) {
            slave.store.replicateFrom("127.0.0.1:" + handMade.getLocalPort());
            try (Socket link = handMade.accept()) {
                DataInputStream in = new DataInputStream(link.getInputStream());
                DataOutputStream out = new DataOutputStream(link.getOutputStream());
                assertThat(in.readLong()).isZero();
                out.writeLong(0);
                out.writeInt(log.length);
                out.write(log, 0, cut);
                out.flush();
                await().until(() -> slave.store.maxPhysicalOffset() == cut && slave.store.maxOffset("T", 0) == 1);
            }
        }
        slave.close();
        assertThat(folder.resolve("s/abort")).doesNotExist();
        slave.start();
        assertThat(slave.store.maxPhysicalOffset()).isEqualTo(log.length / 3 * 2L);
        slave.store.replicateFrom("127.0.0.1:" + master.store.replicationPort());
        awaitEqualEnds(slave, master);
        assertThat(slave.bodies("T", 0)).containsExactly(BODY + 0, BODY + 2);
    }
}
