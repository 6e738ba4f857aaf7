package org.apache.rocketmq.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.config.FlushDiskType;
import org.apache.rocketmq.store.health.StoreHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    @TempDir
    Path root;

    private TestStore syncStore() {
        return new TestStore(root).with(config -> config.setFlushDiskType(FlushDiskType.SYNC_FLUSH));
    }

    @Test
    void underSyncFlushNothingIsShownBeforeItIsOnDisk() throws Exception {
        TestStore test = syncStore();
        StoreParts parts = StoreParts.open(test.config, StoreEnvironment.ofMachine(), new StoreHealth());
        parts.log.append(TestStore.message("Topic", 0, "hidden", ""));
        parts.dispatcher.catchUp();
        assertThat(parts.reader.maxOffset("Topic", 0)).isZero();
        assertThat(parts.flusher.flushAll()).isTrue();
        parts.dispatcher.catchUp();
        assertThat(parts.reader.maxOffset("Topic", 0)).isOne();
        parts.stop();
        parts.close();
    }

    @Test
    void aSyncPutEndsWhenItsRecordIsOnDisk() throws Exception {
        try (TestStore test = syncStore().start()) {
            List<CompletableFuture<PutResult>> puts = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                puts.add(test.store.put(TestStore.message("Topic", 0, "m" + i, "")));
            }
            for (CompletableFuture<PutResult> put : puts) {
                PutResult result = put.get(10, TimeUnit.SECONDS);
                assertThat(result.status()).isEqualTo(PutStatus.PUT_OK);
                assertThat(test.store.flushedOffset()).isGreaterThanOrEqualTo(result.endOffset());
            }
            assertThat(test.awaitDispatch().bodies("Topic", 0)).hasSize(100);
        }
    }

    @Test
    void aPutThatDoesNotWaitEndsAtOnceAndIsFlushedSoonAfter() throws Exception {
        try (TestStore test = syncStore().start()) {
            MessageToStore message = TestStore.message("Topic", 0, "x", "");
            message.waitStoreOk = false;
            assertThat(test.store.put(message)).isDone();
            assertThat(test.awaitDispatch().bodies("Topic", 0)).containsExactly("x");
        }
    }

    @Test
    void aFullDiskRefusesPutsUntilSpaceIsFreed() throws IOException {
        TestStore test = new TestStore(root);
        StoreHealth health = new StoreHealth();
        StoreParts parts =
                StoreParts.open(test.config, StoreEnvironment.ofMachine().withDisk(path -> test.diskRatio), health);
        test.diskRatio = 0.91;
        parts.disk.check();
        assertThat(health.refusal()).contains("91 %", "90 %", "diskSpaceWarningLevelRatio", "fileReservedTime");
        test.diskRatio = 0.89;
        parts.disk.check();
        assertThat(health.refusal()).isNotNull();
        test.diskRatio = 0.87;
        parts.disk.check();
        assertThat(health.refusal()).isNull();
        parts.stop();
        parts.close();
    }

    @Test
    void runtimeInfoHasTheNamesOfThe49Line() throws Exception {
        try (TestStore test = new TestStore(root).start()) {
            test.put("Topic", 0, "x");
            assertThat(test.awaitDispatch().store.runtimeInfo())
                    .containsEntry("putMessageTimesTotal", "1")
                    .containsEntry("putMessageDistributeTime", "null")
                    .containsEntry("commitLogMinOffset", "0")
                    .containsEntry("dispatchBehindBytes", "0")
                    .containsEntry("putTps", "0.0  ")
                    .containsEntry("remainTransientStoreBufferNumbs", "2147483647")
                    .containsKeys("commitLogDiskRatio_" + root.resolve("commitlog"), "earliestMessageTimeStamp");
        }
    }
}
