package org.apache.rocketmq.store.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.FlushDiskType;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.delay.DelayLevels;
import org.apache.rocketmq.store.dispatch.Dispatcher;
import org.apache.rocketmq.store.dispatch.Views;
import org.apache.rocketmq.store.flush.LogFlusher;
import org.apache.rocketmq.store.flush.ViewFlusher;
import org.apache.rocketmq.store.health.StoreHealth;
import org.apache.rocketmq.store.index.KeyIndex;
import org.apache.rocketmq.store.log.CommitLog;
import org.apache.rocketmq.store.log.LightQueues;
import org.apache.rocketmq.store.position.RisingPosition;
import org.apache.rocketmq.store.queue.ConsumeQueues;
import org.apache.rocketmq.store.read.MessageReader;
import org.apache.rocketmq.store.recovery.Checkpoint;
import org.apache.rocketmq.store.recovery.LogRecovery;
import org.apache.rocketmq.store.recovery.StoreFolder;
import org.apache.rocketmq.store.recovery.TornTail;
import org.apache.rocketmq.store.replication.MasterLink;
import org.apache.rocketmq.store.replication.SlaveConnections;
import org.apache.rocketmq.store.retention.DiskWatch;
import org.apache.rocketmq.store.retention.Retention;
import org.apache.rocketmq.store.segment.AppendMode;
import org.apache.rocketmq.store.segment.SegmentAllocator;
import org.apache.rocketmq.store.segment.SegmentLayout;
import org.apache.rocketmq.store.segment.SegmentedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of an open store, built and recovered in the order in which they need each other. Immutable once open; the
 * parts say themselves who may use them.
 */
final class StoreParts {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    /** Space made ready ahead of the end of the log at a time; measured: more falls out of the processor's cache. */
    private static final int LOG_RESERVE_BYTES = 256 * 1024;

    private static final long NEW_SEGMENT_TIMEOUT_MILLIS = 5000;
    private static final long CATCH_UP_MILLIS = 5000;
    private static final int FLUSH_TRIES = 10;

    final StoreFolder folder;
    final RisingPosition flushed = new RisingPosition(0);
    final RisingPosition dispatched = new RisingPosition(0);
    final Maintenance maintenance = new Maintenance();
    final DiskWatch disk;
    final CommitLog log;
    final ConsumeQueues queues;
    final KeyIndex index;

    final Views views;
    final Dispatcher dispatcher;
    final LogFlusher flusher;
    final ViewFlusher viewFlusher;
    final MessageReader reader;
    final Retention retention;
    final SlaveConnections slaves;
    /** Null on a master. */
    final MasterLink master;

    private final MessageStoreConfig config;
    private final StoreHealth health;
    private final Checkpoint checkpoint;
    private final SegmentAllocator allocator;
    private final boolean syncFlush;
    private final LongSupplier clockMillis;
    /** Whether somebody wanted to hurry the shutdown. Confined to the thread that stops. */
    private boolean interrupted;

    static StoreParts open(MessageStoreConfig config, StoreEnvironment environment, StoreHealth health)
            throws IOException {
        StoreFolder folder = new StoreFolder(Path.of(config.getStorePathRootDir()));
        folder.acquire();
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            return new StoreParts(folder, config, environment, health, opened);
        } catch (IOException | RuntimeException e) {
            for (AutoCloseable part : opened) {
                closeQuietly(part);
            }
            folder.release();
            throw e;
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("closing after a failed start: {}", e.toString());
        }
    }

    private StoreParts(
            StoreFolder folder,
            MessageStoreConfig config,
            StoreEnvironment environment,
            StoreHealth health,
            List<AutoCloseable> opened)
            throws IOException {
        long began = System.nanoTime();
        this.folder = folder;
        this.config = config;
        this.health = health;
        this.clockMillis = environment.clockMillis();
        this.syncFlush = config.getFlushDiskType() == FlushDiskType.SYNC_FLUSH;
        opened.add(maintenance::stop);
        boolean unclean = folder.leftUnclean();

        LogFolders logFolders = LogFolders.of(config, folder, environment.multiPathSplitter());
        for (Path path : logFolders.writable()) {
            Files.createDirectories(path);
        }
        Files.createDirectories(folder.consumeQueues());
        disk = new DiskWatch(
                environment.disk(),
                logFolders.writable(),
                folder.consumeQueues(),
                environment.warningRatio(),
                environment.forciblyRatio(),
                health);
        allocator = new SegmentAllocator("AllocateMappedFile", NEW_SEGMENT_TIMEOUT_MILLIS);
        opened.add(allocator);
        SegmentedFile files = SegmentedFile.open(
                logFolders.segmentFolders(path -> disk.ratioOf(path) > environment.forciblyRatio()),
                new SegmentLayout(
                        config.getMappedFileSizeCommitLog(),
                        "mappedFileSizeCommitLog",
                        AppendMode.MAPPED_COPY,
                        LOG_RESERVE_BYTES),
                allocator);
        opened.add(files);
        LightQueues lightQueues = config.isEnableMultiDispatch() ? new LightQueues(config.isEnableLmq()) : null;
        log = new CommitLog(files, config::getMaxMessageSize, lightQueues, clockMillis, this::appended);
        DelayLevels delayLevels = DelayLevels.parse(config.getMessageDelayLevel());
        queues = ConsumeQueues.open(
                folder.consumeQueues(),
                config.getMappedFileSizeConsumeQueue(),
                config.isEnableConsumeQueueExt() ? folder.root().resolve("consumequeue_ext") : null,
                config.getMappedFileSizeConsumeQueueExt(),
                Math.max(2, Runtime.getRuntime().availableProcessors()));
        opened.add(queues);
        checkpoint = new Checkpoint(folder.checkpoint());
        checkpoint.load();
        index = openIndex(unclean);
        opened.add(index);
        views = new Views(queues, index, config::isMessageIndexEnable, delayLevels, lightQueues);
        dispatcher = new Dispatcher(
                log, this::readable, views, dispatched, health, config.getBrokerRole() == BrokerRole.SLAVE);
        flusher = new LogFlusher(log, config, flushed, checkpoint, health, clockMillis, this::flushedFurther);
        viewFlusher = new ViewFlusher(queues, checkpoint, config, clockMillis);
        reader = new MessageReader(log, queues, config);
        slaves = new SlaveConnections(log, config, environment.bindAddress());
        master = config.getBrokerRole() == BrokerRole.SLAVE ? new MasterLink(log, config) : null;
        recover(files, unclean, began);
        retention = new Retention(log, queues, index, config, disk, clockMillis);
    }

    private KeyIndex openIndex(boolean unclean) throws IOException {
        return KeyIndex.open(
                folder.index(),
                config.getMaxHashSlotNum(),
                config.getMaxIndexNum(),
                unclean ? checkpoint.indexTimestamp() : Long.MAX_VALUE,
                maintenance::once,
                this::indexFileCompleted);
    }

    private void indexFileCompleted(long endTimestamp) {
        checkpoint.indexTimestamp(endTimestamp);
        try {
            checkpoint.write();
        } catch (IOException e) {
            LOG.error("the checkpoint could not be written", e);
        }
    }

    /** Finds the end of the log, then brings the views up to it. */
    private void recover(SegmentedFile files, boolean unclean, long beganNanos) throws IOException {
        LogRecovery recovery =
                new LogRecovery(files, config.isCheckCRCOnRecover(), new TornTail(folder.recovered(), clockMillis));
        boolean indexCounts = config.isMessageIndexEnable() && config.isMessageIndexSafe();
        LogRecovery.Outcome found = unclean
                ? recovery.afterCrash(indexCounts ? checkpoint.minTimestampWithIndex() : checkpoint.minTimestamp())
                : recovery.afterCleanStop();
        log.recoveredTo(found.end(), found.newestStoreTimestamp());
        flushed.reset(found.end());

        long viewsEnd = queues.physicalEnd();
        if (files.isEmpty()) {
            queues.deleteAll();
        } else if (viewsEnd > found.end()) {
            queues.truncateTo(found.end());
        }
        // After a crash the views of everything that was checked are made again; what they have already is passed over.
        long from = unclean ? Math.min(viewsEnd, found.start()) : Math.min(viewsEnd, found.end());
        dispatched.reset(Math.max(Math.max(from, 0), Math.max(log.minOffset(), 0)));
        long redone = found.end() - dispatched.get();
        dispatcher.catchUp();
        queues.correctMinOffsets(Math.max(0, log.minOffset()));
        queues.forEach(queue -> log.nextQueueOffset(queue.topic(), queue.queueId(), queue.maxOffset()));
        LOG.info(
                "store opened after {} in {} ms: log [{}, {}), {} records checked from {} on, {} bytes dispatched again, "
                        + "{} bytes cut off and kept aside",
                unclean ? "a crash (file abort was there)" : "a clean stop",
                (System.nanoTime() - beganNanos) / 1_000_000,
                log.minOffset(),
                found.end(),
                found.records(),
                found.start(),
                Math.max(0, redone),
                found.keptBytes());
    }

    /** Under SYNC_FLUSH nothing is shown to readers that a crash could take back. */
    private long readable() {
        return syncFlush ? Math.min(flushed.get(), log.end()) : log.end();
    }

    private void appended() {
        slaves.appended();
        flusher.appended();
        if (!syncFlush) {
            dispatcher.signal();
        }
    }

    private void flushedFurther() {
        if (syncFlush) {
            dispatcher.signal();
        }
    }

    /**
     * Ends all threads and brings everything to disk; true when the next start may trust the files. An interrupt does not
     * shorten it and is set again afterwards.
     */
    boolean stop() {
        interrupted = Thread.interrupted();
        try {
            if (master != null) {
                toItsEnd(master::stop);
            }
            log.close();
            toItsEnd(slaves::stop);
            retention.stop();
            toItsEnd(maintenance::stop);
            toItsEnd(flusher::stop);
            boolean flushedAll = flushed.get() >= log.end();
            for (int i = 1; i < FLUSH_TRIES && !flushedAll; i++) {
                flushedAll = flusher.flushAll() && flushed.get() >= log.end();
            }
            flushed.giveUp();
            toItsEnd(() -> dispatcher.stop(CATCH_UP_MILLIS));
            if (dispatcher.stopsInRecord()) {
                log.cutPartialRecord(dispatched.get());
            }
            boolean caughtUp = dispatched.get() >= log.end();
            viewFlusher.flushAll();
            index.flush();
            return flushedAll && caughtUp && health.refusal() == null;
        } catch (IOException | RuntimeException e) {
            LOG.error("not everything could be flushed", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return false;
    }

    /** A step of the shutdown; each may be repeated. */
    @FunctionalInterface
    private interface Step {
        void run() throws InterruptedException;
    }

    private void toItsEnd(Step step) {
        while (true) {
            try {
                step.run();
                return;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    /** Lets go of all files and of the folder. */
    void close() throws IOException {
        index.close();
        queues.close();
        log.files().close();
        allocator.close();
        folder.release();
    }

    /** Adds what is known here to the runtime info of the broker. */
    void describe(Map<String, String> table) {
        table.put("commitLogMinOffset", Long.toString(log.minOffset()));
        table.put("commitLogMaxOffset", Long.toString(log.end()));
        table.put("commitLogDiskRatio", Double.toString(disk.logRatio()));
        for (Path path : disk.logPaths()) {
            table.put("commitLogDiskRatio_" + path, Double.toString(disk.ratioOf(path)));
        }
        table.put("consumeQueueDiskRatio", Double.toString(disk.queueRatio()));
        table.put("dispatchMaxBuffer", "0");
        table.put("dispatchBehindBytes", Long.toString(Math.max(0, log.end() - dispatched.get())));
        table.put("pageCacheLockTimeMills", Long.toString(log.heldMillis()));
        table.put("earliestMessageTimeStamp", Long.toString(reader.earliestStoreTime()));
        table.put("remainTransientStoreBufferNumbs", Integer.toString(Integer.MAX_VALUE));
        table.put("remainHowManyDataToFlush", humanBytes(Math.max(0, log.end() - flushed.get())));
        table.put("commitLogDirCapacity", capacity());
        if (master != null) {
            table.put("replicationFromMaster", master.state());
        } else {
            table.put("slavesConnected", Integer.toString(slaves.available()));
            table.put("slaveFallBehindBytes", Long.toString(slaves.lagBytes()));
        }
    }

    private String capacity() {
        java.io.File root = folder.root().toFile();
        return "Total : " + humanBytes(root.getTotalSpace()) + ", Free : " + humanBytes(root.getFreeSpace()) + ".";
    }

    private static String humanBytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int unit = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        return String.format(Locale.ROOT, "%.1f %ciB", bytes / (double) (1L << unit * 10), "KMGTPE".charAt(unit - 1));
    }
}
