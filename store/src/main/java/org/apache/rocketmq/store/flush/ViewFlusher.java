package org.apache.rocketmq.store.flush;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.apache.rocketmq.store.config.MessageStoreConfig;
import org.apache.rocketmq.store.queue.ConsumeQueues;
import org.apache.rocketmq.store.recovery.Checkpoint;

/**
 * Brings the consume queues to disk, and with each thorough round the checkpoint.
 *
 * <p>Confined to one thread at a time. Source: store specification, flushing.
 */
public final class ViewFlusher {
    private final ConsumeQueues queues;
    private final Checkpoint checkpoint;
    private final MessageStoreConfig config;
    private final LongSupplier clockMillis;
    private long roundMillis;
    private long thoroughMillis;

    public ViewFlusher(
            ConsumeQueues queues, Checkpoint checkpoint, MessageStoreConfig config, LongSupplier clockMillis) {
        this.queues = queues;
        this.checkpoint = checkpoint;
        this.config = config;
        this.clockMillis = clockMillis;
        this.roundMillis = clockMillis.getAsLong();
        this.thoroughMillis = roundMillis;
    }

    /** One round, when its time has come: queues with enough dirty pages, or everything when that is due. */
    public synchronized void round() throws IOException {
        long now = clockMillis.getAsLong();
        if (now - roundMillis < config.getFlushIntervalConsumeQueue()) {
            return;
        }
        roundMillis = now;
        if (now - thoroughMillis >= config.getFlushConsumeQueueThoroughInterval()) {
            thoroughMillis = now;
            flushAll();
        } else {
            queues.flush(config.getFlushConsumeQueueLeastPages());
        }
    }

    /** Flushes everything and writes the checkpoint. */
    public synchronized void flushAll() throws IOException {
        long reached = queues.flush(0);
        if (reached > 0) {
            checkpoint.logicTimestamp(reached);
        }
        checkpoint.write();
    }
}
