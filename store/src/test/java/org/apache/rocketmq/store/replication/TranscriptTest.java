package org.apache.rocketmq.store.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.engine.DefaultMessageStore;
import org.apache.rocketmq.store.golden.GoldenStore;
import org.apache.rocketmq.store.replication.HandMadeSlave.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an official master sent to a hand-made slave, asked of ours with the same store. Heartbeats are made quicker. Source:
 * replication specification, reference transcript.
 */
class TranscriptTest {
    private static final long LOG_END = 3733443;
    private static final int FULL = 32768;

    @TempDir
    private Path folder;

    private final MessageStoreConfig config = new MessageStoreConfig();
    private DefaultMessageStore store;

    @BeforeEach
    void open() throws IOException {
        GoldenStore golden = GoldenStore.unpack("store-clean", folder);
        config.setStorePathRootDir(golden.root().toString());
        config.setMappedFileSizeCommitLog(GoldenStore.LOG_FILE_BYTES);
        config.setMappedFileSizeConsumeQueue(GoldenStore.QUEUE_FILE_BYTES);
        config.setMaxHashSlotNum(GoldenStore.INDEX_SLOTS);
        config.setMaxIndexNum(GoldenStore.INDEX_ENTRIES);
        config.setFileReservedTime(900_000);
        config.setDiskMaxUsedSpaceRatio(99);
        config.setHaListenPort(0);
        config.setHaSendHeartbeatInterval(200);
        store = new DefaultMessageStore(config);
        store.open();
        store.start();
    }

    @AfterEach
    void close() {
        store.shutdown();
    }

    private HandMadeSlave slave() throws IOException {
        return new HandMadeSlave(store.replicationPort());
    }

    /** Offsets and lengths up to the first heartbeat. */
    private static List<Frame> untilHeartbeat(HandMadeSlave slave) throws IOException {
        List<Frame> frames = new ArrayList<>();
        do {
            frames.add(slave.next());
        } while (frames.get(frames.size() - 1).length() > 0);
        return frames;
    }

    @Test
    void theMasterIsSilentUntilTheFirstReport() throws IOException {
        try (HandMadeSlave slave = slave()) {
            assertThat(slave.silentFor(600)).isTrue();
        }
    }

    @Test
    void reportZeroStartsAtTheLastFile() throws IOException {
        try (HandMadeSlave slave = slave().report(0)) {
            List<Frame> frames = untilHeartbeat(slave);
            assertThat(frames).hasSize(19);
            assertThat(frames.get(0).offset()).isEqualTo(3145728);
            assertThat(frames.get(1).offset()).isEqualTo(3178496);
            assertThat(frames.subList(0, 17)).allMatch(frame -> frame.length() == FULL);
            assertThat(frames.get(17).offset()).isEqualTo(3702784);
            assertThat(frames.get(17).length()).isEqualTo(30659);
            assertThat(frames.get(18).offset()).isEqualTo(LOG_END);
            assertThat(slave.next().offset()).isEqualTo(LOG_END);
        }
    }

    @Test
    void reportHundredStreamsEverythingAndStopsAtFileEnds() throws IOException {
        try (HandMadeSlave slave = slave().report(100)) {
            List<Frame> frames = untilHeartbeat(slave);
            assertThat(frames).hasSize(115);
            assertThat(frames.get(0).offset()).isEqualTo(100);
            assertThat(frames.get(31).offset()).isEqualTo(1015908);
            assertThat(frames.get(31).length()).isEqualTo(32668);
            assertThat(frames.get(32).offset()).isEqualTo(1048576);
            assertThat(frames.get(113).offset()).isEqualTo(3702784);
            assertThat(frames.get(113).length()).isEqualTo(30659);
        }
    }

    @Test
    void theEndGetsHeartbeatsAndOneMoreThanTheEndIsClosed() throws IOException {
        try (HandMadeSlave slave = slave().report(LOG_END)) {
            assertThat(slave.next()).matches(frame -> frame.offset() == LOG_END && frame.length() == 0);
            assertThat(slave.next().offset()).isEqualTo(LOG_END);
            slave.report(LOG_END + 1);
            assertThat(slave.closedByMaster()).isTrue();
        }
    }

    @Test
    void aFirstReportBeyondTheEndGetsHeartbeatsOnlyAndCountsForNothing() throws IOException {
        try (HandMadeSlave slave = slave().report(LOG_END + 500)) {
            assertThat(slave.next()).matches(frame -> frame.offset() == LOG_END + 500 && frame.length() == 0);
            assertThat(slave.next().length()).isZero();
            assertThat(store.slaveLagBytes()).isEqualTo(-1);
            assertThat(store.runtimeInfo()).containsEntry("slavesConnected", "0");
        }
    }

    @Test
    void ofSeveralReportsTheLastCompleteOneCounts() throws IOException {
        try (HandMadeSlave slave = slave()) {
            byte[] reports = new byte[19];
            reports[6] = 1;
            reports[7] = 1;
            reports[14] = 39;
            reports[15] = 16; // 10000
            slave.sendBytes(reports);
            assertThat(slave.next().offset()).isEqualTo(10000);
        }
    }

    @Test
    void aSlaveThatFallsSilentIsClosed() throws IOException {
        config.setHaHousekeepingInterval(500);
        try (HandMadeSlave slave = slave().report(0)) {
            assertThat(slave.closedByMaster()).isTrue();
        }
    }

    @Test
    void aStrangerOnThePortDoesNoHarm() throws IOException {
        try (HandMadeSlave stranger = slave();
                HandMadeSlave negative = slave().report(-1)) {
            stranger.sendBytes("GET / HTTP/1.1\r\nHost: somewhere\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            stranger.sendBytes("more of it, which is no slave's talk".getBytes(StandardCharsets.US_ASCII));
            assertThat(negative.closedByMaster()).isTrue();
            await().until(() -> store.runtimeInfo().get("slavesConnected").equals("0"));
            assertThat(store.slaveLagBytes()).isEqualTo(-1);
        }
        try (HandMadeSlave slave = slave().report(0)) {
            assertThat(slave.next().offset()).isEqualTo(3145728);
        }
    }
}
