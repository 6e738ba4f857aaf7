package org.apache.rocketmq.store.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.FlushDiskType;
import org.apache.rocketmq.store.engine.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a put on a SYNC_MASTER is told. */
class SyncMasterTest {
    @TempDir
    private Path folder;

    private TestStore master;

    @BeforeEach
    void open() {
        master = new TestStore(folder.resolve("m")).with(config -> config.setBrokerRole(BrokerRole.SYNC_MASTER));
    }

    @AfterEach
    void close() {
        master.close();
    }

    private HandMadeSlave connected() throws IOException {
        HandMadeSlave slave =
                new HandMadeSlave(master.store.replicationPort()).report(master.store.maxPhysicalOffset());
        await().until(() -> master.store.runtimeInfo().get("slavesConnected").equals("1"));
        return slave;
    }

    private CompletableFuture<PutResult> put() {
        return master.store.put(TestStore.message("T", 0, "hello", ""));
    }

    @Test
    void aPutWithoutASlaveIsStoredAndSaysSoAtOnce() throws Exception {
        master.start();
        PutResult result = put().get(1, TimeUnit.SECONDS);
        assertThat(result.status()).isEqualTo(PutStatus.SLAVE_NOT_AVAILABLE);
        master.awaitDispatch();
        assertThat(master.bodies("T", 0)).containsExactly("hello");
    }

    @Test
    void aPutEndsWhenASlaveReportsItsEnd() throws Exception {
        master.start();
        try (HandMadeSlave slave = connected()) {
            CompletableFuture<PutResult> put = put();
            HandMadeSlave.Frame frame = slave.next();
            assertThat(put).isNotDone();
            slave.report(frame.offset() + frame.length() - 1);
            CompletableFuture<PutResult> second = put();
            slave.next();
            assertThat(put).isNotDone();
            slave.report(frame.offset() + frame.length());
            assertThat(put.get(10, TimeUnit.SECONDS).status()).isEqualTo(PutStatus.PUT_OK);
            assertThat(second).isNotDone();
        }
    }

    @Test
    void aPutIsAnsweredWhenTheSlaveIsTooSlow() throws Exception {
        master.start();
        try (HandMadeSlave slave = connected()) {
            CompletableFuture<PutResult> put = put();
            slave.next();
            master.clock.addAndGet(master.config.getSlaveTimeout() + 1);
            assertThat(put.get(10, TimeUnit.SECONDS).status()).isEqualTo(PutStatus.FLUSH_SLAVE_TIMEOUT);
        }
    }

    @Test
    void aPutThatDoesNotWaitIsAnsweredAtOnce() {
        master.with(config -> config.setFlushDiskType(FlushDiskType.ASYNC_FLUSH));
        MessageToStore message = TestStore.message("T", 0, "hello", "");
        message.waitStoreOk = false;
        assertThat(started().store.put(message)).isCompletedWithValueMatching(r -> r.status() == PutStatus.PUT_OK);
    }

    @Test
    void aSlaveThatIsTooFarBehindIsNotWaitedFor() throws Exception {
        master.with(config -> config.setHaSlaveFallbehindMax(300)).start();
        try (HandMadeSlave slave = connected()) {
            List<PutStatus> answers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                CompletableFuture<PutResult> put = put();
                if (put.isDone()) {
                    answers.add(put.join().status());
                }
            }
            assertThat(answers).isNotEmpty().containsOnly(PutStatus.SLAVE_NOT_AVAILABLE);
            assertThat(slave.next().offset()).isZero();
        }
    }

    @Test
    void diskAndSlaveAreBothWaitedFor() throws Exception {
        master.with(config -> config.setFlushDiskType(FlushDiskType.SYNC_FLUSH)).start();
        try (HandMadeSlave slave = connected()) {
            CompletableFuture<PutResult> put = put();
            HandMadeSlave.Frame frame = slave.next();
            await().until(() -> master.store.flushedOffset() >= frame.length());
            assertThat(put).isNotDone();
            slave.report(frame.length());
            assertThat(put.get(10, TimeUnit.SECONDS).status()).isEqualTo(PutStatus.PUT_OK);
        }
    }

    @Test
    void aReportBeyondWhatWasSentConvincesNobody() throws Exception {
        master.start();
        try (HandMadeSlave slave = connected()) {
            CompletableFuture<PutResult> put = put();
            slave.next();
            slave.report(1L << 40);
            assertThat(slave.closedByMaster()).isTrue();
            assertThat(put).isNotDone();
        }
        try (HandMadeSlave stranger = new HandMadeSlave(master.store.replicationPort())) {
            stranger.report(1L << 40);
            await().until(() -> put().join().status() == PutStatus.SLAVE_NOT_AVAILABLE);
        }
    }

    @Test
    void aSlaveThatGoesAwayIsNotWaitedForAnyMore() throws Exception {
        master.start();
        connected().close();
        await().until(() -> master.store.runtimeInfo().get("slavesConnected").equals("0"));
        assertThat(put().join().status()).isEqualTo(PutStatus.SLAVE_NOT_AVAILABLE);
    }

    @Test
    void withOurSlaveEveryAnsweredPutIsOnBothSides() throws Exception {
        master.start();
        try (TestStore slave = new TestStore(folder.resolve("s"))
                .with(config -> config.setBrokerRole(BrokerRole.SLAVE))
                .start()) {
            slave.store.replicateFrom("127.0.0.1:" + master.store.replicationPort());
            await().until(() ->
                    master.store.runtimeInfo().get("slavesConnected").equals("1"));
            for (int i = 0; i < 200; i++) {
                PutResult result = master.put("T", 0, "message " + i);
                assertThat(result.status()).isEqualTo(PutStatus.PUT_OK);
                assertThat(slave.store.maxPhysicalOffset()).isGreaterThanOrEqualTo(result.endOffset());
            }
        }
    }

    private TestStore started() {
        try {
            return master.start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
