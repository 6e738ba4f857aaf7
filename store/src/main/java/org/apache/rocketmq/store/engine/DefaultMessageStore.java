package org.apache.rocketmq.store.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.rocketmq.store.ArrivalListener;
import org.apache.rocketmq.store.MessageStore;
import org.apache.rocketmq.store.MessageToStore;
import org.apache.rocketmq.store.PutResult;
import org.apache.rocketmq.store.PutStatus;
import org.apache.rocketmq.store.ReadResult;
import org.apache.rocketmq.store.ReadStatus;
import org.apache.rocketmq.store.RecordFilter;
import org.apache.rocketmq.store.RecordSlice;
import org.apache.rocketmq.store.config.BrokerRole;
import org.apache.rocketmq.store.config.FlushDiskType;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.health.StoreHealth;
import org.apache.rocketmq.store.index.KeyIndex;
import org.apache.rocketmq.store.queue.ConsumeQueue;
import org.apache.rocketmq.store.stats.StoreStatistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store of a broker: builds its parts, starts and stops them in order, and passes calls on.
 *
 * <p>Thread-safe, but for {@link #open}, {@link #start} and {@link #shutdown}, which belong to one thread.
 */
public final class DefaultMessageStore implements MessageStore {
    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");
    private static final Set<String> PROTECTED_TOPICS =
            Set.of("SCHEDULE_TOPIC_XXXX", "RMQ_SYS_TRANS_HALF_TOPIC", "RMQ_SYS_TRANS_OP_HALF_TOPIC");
    private static final String LIGHT_QUEUE_PREFIX = "%LMQ%";
    private static final long DELETE_TOPIC_SECONDS = 5;
    /** How often it is asked whether {@code flushIntervalConsumeQueue}, which may change, is over. */
    private static final long VIEW_FLUSH_TICK_MILLIS = 100;

    private static final String NOT_RUNNING = "the store is not started or has been shut down";

    /** A shorter haMasterAddress counts as none. Source: replication specification, roles and addresses. */
    private static final int SHORTEST_ADDRESS = 6;

    private final MessageStoreConfig config;
    private final StoreEnvironment environment;
    private final LongSupplier clockMillis;
    private final StoreHealth health = new StoreHealth();
    private final StoreStatistics statistics;
    private final boolean syncFlush;
    private final boolean syncMaster;
    private final boolean slave;
    private ArrivalListener listener;
    /** Null before {@link #open} and when that failed. */
    private volatile StoreParts parts;

    private volatile boolean accepting;
    private boolean marked;

    public DefaultMessageStore(MessageStoreConfig config) {
        this(config, StoreEnvironment.ofMachine());
    }

    public DefaultMessageStore(MessageStoreConfig config, StoreEnvironment environment) {
        this.config = config;
        this.environment = environment;
        this.clockMillis = environment.clockMillis();
        this.statistics = new StoreStatistics(clockMillis.getAsLong());
        this.syncFlush = config.getFlushDiskType() == FlushDiskType.SYNC_FLUSH;
        this.syncMaster = config.getBrokerRole() == BrokerRole.SYNC_MASTER;
        this.slave = config.getBrokerRole() == BrokerRole.SLAVE;
    }

    @Override
    public void open() throws IOException {
        if (parts != null) {
            throw new IllegalStateException("the store is open already");
        }
        parts = StoreParts.open(config, environment, health);
        if (listener != null) {
            setArrivalListener(listener);
        }
    }

    @Override
    public void start() {
        StoreParts own = opened();
        try {
            own.slaves.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        try {
            own.folder.markRunning();
        } catch (IOException e) {
            throw new UncheckedIOException("the abort marker cannot be made: " + e.getMessage(), e);
        }
        marked = true;
        own.flusher.start();
        own.dispatcher.start();
        Maintenance maintenance = own.maintenance;
        maintenance.quick("sampling", 1000, 1000, () -> statistics.sample(clockMillis.getAsLong()));
        if (syncFlush || syncMaster) {
            maintenance.quick("expiring waits", 100, 50, () -> expireWaits(own));
        }
        maintenance.slow("checking the disk", 1000, 10_000, own.disk::check);
        maintenance.slow("flushing the views", VIEW_FLUSH_TICK_MILLIS, VIEW_FLUSH_TICK_MILLIS, own.viewFlusher::round);
        maintenance.slow("cleaning", 60_000, Math.max(1, config.getCleanResourceInterval()), own.retention::clean);
        accepting = true;
        if (slave) {
            if (hasFixedMaster()) {
                own.master.target(config.getHaMasterAddress());
            }
            own.master.start();
        }
    }

    private boolean hasFixedMaster() {
        String fixed = config.getHaMasterAddress();
        return fixed != null && fixed.length() >= SHORTEST_ADDRESS;
    }

    private void expireWaits(StoreParts own) {
        long now = clockMillis.getAsLong();
        own.flushed.expire(now);
        own.slaves.expire(now);
    }

    @Override
    public void replicateFrom(String address) {
        StoreParts own = parts;
        if (own != null && own.master != null && !hasFixedMaster()) {
            own.master.target(address);
        }
    }

    /** The port where slaves are served, as bound. */
    public int replicationPort() {
        return opened().slaves.port();
    }

    @Override
    public long slaveLagBytes() {
        StoreParts own = parts;
        return own == null ? -1 : own.slaves.lagBytes();
    }

    @Override
    public void shutdown() {
        StoreParts own = parts;
        if (own == null) {
            return;
        }
        accepting = false;
        boolean clean = own.stop();
        // Before the files go: a reader that finds one gone then sees that it is the store that went.
        parts = null;
        try {
            if (clean && marked) {
                own.folder.markClean();
            } else if (marked) {
                LOG.warn("the abort marker stays: the next start checks the log as after a crash");
            }
        } catch (IOException e) {
            LOG.error("the abort marker stays, it cannot be removed", e);
        }
        try {
            own.close();
        } catch (IOException e) {
            LOG.error("the store folder was not given back in good order", e);
        }
    }

    @Override
    public CompletableFuture<PutResult> put(MessageToStore message) {
        StoreParts own = parts;
        PutResult refused = refused(own);
        if (refused != null) {
            statistics.countFailedPut();
            return CompletableFuture.completedFuture(refused);
        }
        long begin = System.nanoTime();
        PutResult result = own.log.append(message);
        if (result.status() != PutStatus.PUT_OK) {
            statistics.countFailedPut();
            return CompletableFuture.completedFuture(result);
        }
        long bytes = result.endOffset() - result.physicalOffset();
        statistics.countPut(result.recordSizes().length, bytes, (System.nanoTime() - begin) / 1_000_000);
        if (!message.waitStoreOk || !syncFlush && !syncMaster) {
            return CompletableFuture.completedFuture(result);
        }
        return syncMaster ? replicated(own, result) : flushed(own, result);
    }

    private CompletableFuture<PutResult> flushed(StoreParts own, PutResult result) {
        long deadline = clockMillis.getAsLong() + config.getSyncFlushTimeout();
        return own.flushed
                .whenReached(result.endOffset(), deadline)
                .thenApply(onDisk -> onDisk ? result : result.withStatus(PutStatus.FLUSH_DISK_TIMEOUT));
    }

    /** Disk and slave work at the same time; what the slave says outweighs what the disk says, unless it is good. */
    private CompletableFuture<PutResult> replicated(StoreParts own, PutResult result) {
        long deadline = clockMillis.getAsLong() + config.getSlaveTimeout();
        CompletableFuture<PutStatus> copied = own.slaves.whenReplicated(result.endOffset(), deadline);
        CompletableFuture<PutResult> local =
                syncFlush ? flushed(own, result) : CompletableFuture.completedFuture(result);
        return local.thenCombine(
                copied, (onDisk, status) -> status == PutStatus.PUT_OK ? onDisk : onDisk.withStatus(status));
    }

    private PutResult refused(StoreParts own) {
        String refusal = own == null ? NOT_RUNNING : refusal();
        if (refusal != null) {
            return PutResult.refused(PutStatus.SERVICE_NOT_AVAILABLE, refusal);
        }
        long heldMillis = own.log.heldMillis();
        if (heldMillis > config.getOsPageCacheBusyTimeOutMills()) {
            return PutResult.refused(
                    PutStatus.OS_PAGE_CACHE_BUSY,
                    "one append has been holding the log for " + heldMillis
                            + " ms, the limit is osPageCacheBusyTimeOutMills="
                            + config.getOsPageCacheBusyTimeOutMills());
        }
        return null;
    }

    @Override
    public String refusal() {
        if (!accepting) {
            return NOT_RUNNING;
        }
        return slave ? "this broker is a slave (brokerRole=SLAVE)" : health.refusal();
    }

    @Override
    public boolean writable() {
        return refusal() == null;
    }

    @Override
    public boolean pageCacheBusy() {
        StoreParts own = parts;
        return own != null && own.log.heldMillis() > config.getOsPageCacheBusyTimeOutMills();
    }

    @Override
    public ReadResult read(String topic, int queueId, long queueOffset, int maxCount, RecordFilter filter) {
        long begin = System.nanoTime();
        StoreParts own = parts;
        if (own == null) {
            return null;
        }
        ReadResult result = own.reader.read(topic, queueId, queueOffset, maxCount, filter);
        if (parts == null && result.status() != ReadStatus.FOUND) {
            // It may have found the files of a closing store gone; that must not send a consumer to a later offset.
            result.close();
            return null;
        }
        statistics.countRead(result.messageCount(), (System.nanoTime() - begin) / 1_000_000);
        return result;
    }

    @Override
    public long minOffset(String topic, int queueId) {
        return opened().reader.minOffset(topic, queueId);
    }

    @Override
    public long maxOffset(String topic, int queueId) {
        return opened().reader.maxOffset(topic, queueId);
    }

    @Override
    public long offsetByTime(String topic, int queueId, long timestampMillis) {
        long offset = opened().reader.offsetByTime(topic, queueId, timestampMillis);
        opened(); // a store that was closed meanwhile may have answered without its files
        return offset;
    }

    @Override
    public long physicalOffsetOf(String topic, int queueId, long queueOffset) {
        return opened().reader.physicalOffsetOf(topic, queueId, queueOffset);
    }

    @Override
    public boolean likelyInMemory(long physicalOffset) {
        return opened().reader.likelyInMemory(physicalOffset);
    }

    @Override
    public long storeTimeOf(String topic, int queueId, long queueOffset) {
        return opened().reader.storeTimeOf(topic, queueId, queueOffset);
    }

    @Override
    public long earliestStoreTime(String topic, int queueId) {
        return opened().reader.earliestStoreTime(topic, queueId);
    }

    @Override
    public long earliestStoreTime() {
        return opened().reader.earliestStoreTime();
    }

    @Override
    public RecordSlice recordAt(long physicalOffset) {
        return opened().reader.recordAt(physicalOffset);
    }

    @Override
    public RecordSlice logAt(long physicalOffset) {
        return opened().reader.logAt(physicalOffset);
    }

    @Override
    public KeyQueryResult query(String topic, String key, int maxCount, long beginMillis, long endMillis) {
        StoreParts own = opened();
        int max = Math.min(maxCount, config.getMaxMsgsNumBatch());
        KeyIndex.Answer answer = own.index.query(topic, key, max, beginMillis, endMillis);
        return new KeyQueryResult(
                own.reader.recordsAt(answer.physicalOffsets()),
                answer.lastUpdateTimestamp(),
                answer.lastUpdatePhysicalOffset());
    }

    @Override
    public List<QueueUnit> queueUnits(String topic, int queueId, long fromOffset, int maxCount) {
        return opened().reader.units(topic, queueId, fromOffset, maxCount);
    }

    @Override
    public Map<String, Set<Integer>> queues() {
        return opened().queues.ids();
    }

    @Override
    public void deleteTopic(String topic) {
        StoreParts own = opened();
        List<CompletableFuture<Void>> done = new ArrayList<>(1);
        // Units of messages already in the log come first, those of messages behind it belong to the new queues.
        own.log.restartQueues(
                topic, (name, end) -> done.add(own.dispatcher.between(end, () -> own.queues.deleteTopic(name))));
        await(done.get(0), "deleting the queues of " + topic);
    }

    @Override
    public int deleteTopicsExcept(Set<String> keep) {
        int gone = 0;
        for (String topic : queues().keySet()) {
            boolean stays =
                    keep.contains(topic) || PROTECTED_TOPICS.contains(topic) || topic.startsWith(LIGHT_QUEUE_PREFIX);
            if (!stays) {
                deleteTopic(topic);
                gone++;
            }
        }
        return gone;
    }

    @Override
    public void deleteExpiredQueues() {
        StoreParts own = opened();
        await(own.dispatcher.between(own.log.end(), () -> deleteExpiredQueues(own)), "deleting expired queues");
    }

    private static void deleteExpiredQueues(StoreParts own) {
        long min = own.log.minOffset();
        List<ConsumeQueue> expired = new ArrayList<>();
        own.queues.forEach(queue -> {
            long end = queue.physicalEnd();
            if (end != -1 && end < min && !queue.topic().equals("SCHEDULE_TOPIC_XXXX")) {
                expired.add(queue);
            }
        });
        for (ConsumeQueue queue : expired) {
            LOG.info("deleting {}: all its messages have left the log, which begins at {}", queue, min);
            own.queues.deleteQueue(queue.topic(), queue.queueId());
        }
    }

    private static void await(CompletableFuture<Void> done, String what) {
        try {
            done.get(DELETE_TOPIC_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} takes longer than {} s and goes on in the background", what, DELETE_TOPIC_SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what + " failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void deleteExpiredSegments() {
        opened().retention.arm();
    }

    @Override
    public void setArrivalListener(ArrivalListener newListener) {
        listener = newListener;
        // A slave's readers are woken by their own regular check only, as in the 4.9 line.
        if (parts != null && !slave) {
            parts.views.setListener(newListener);
        }
    }

    @Override
    public long minPhysicalOffset() {
        return opened().log.minOffset();
    }

    @Override
    public long maxPhysicalOffset() {
        return opened().log.end();
    }

    @Override
    public long flushedOffset() {
        return opened().flushed.get();
    }

    @Override
    public long dispatchedOffset() {
        return opened().dispatched.get();
    }

    @Override
    public Map<String, String> runtimeInfo() {
        StoreParts own = opened();
        Map<String, String> table = new LinkedHashMap<>();
        statistics.describe(table, clockMillis.getAsLong());
        own.describe(table);
        return table;
    }

    private StoreParts opened() {
        StoreParts own = parts;
        if (own == null) {
            throw new IllegalStateException("the store is not open");
        }
        return own;
    }
}
