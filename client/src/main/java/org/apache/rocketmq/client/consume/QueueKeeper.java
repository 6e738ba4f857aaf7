package org.apache.rocketmq.client.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.rebalance.QueueHolder;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes and gives back queues for a push consumer: locks, start offsets, persisting. Called on the rebalance thread, and
 * while rebalance is suspended by a reset of offsets. Source: client behaviour, section 11.1.
 */
public final class QueueKeeper implements QueueHolder {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long PULL_MAX_IDLE_MILLIS = Long.getLong("rocketmq.client.pull.pullMaxIdleTime", 120_000);
    private static final long UNLOCK_DELAY_MILLIS = Long.getLong("rocketmq.client.unlockDelayTimeMills", 20_000);
    private static final long LISTENER_WAIT_MILLIS = 1_000;

    /** Where consumption of a new queue begins; negative or an exception: not now. */
    public interface Start {
        long of(MessageQueue queue) throws MQClientException;
    }

    /** Told of changes in what is held. */
    public interface Listener {
        void changed(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned);
    }

    private final HeldQueues held;
    private final OffsetStore offsets;
    private final QueueLocks locks;
    private final Start start;
    private final PullLoop pullLoop;
    private final ScheduledExecutorService upkeep;
    private final Listener listener;

    /** @param locks null when queues need no lock at their broker */
    public QueueKeeper(
            HeldQueues held,
            OffsetStore offsets,
            QueueLocks locks,
            Start start,
            PullLoop pullLoop,
            ScheduledExecutorService upkeep,
            Listener listener) {
        this.held = held;
        this.offsets = offsets;
        this.locks = locks;
        this.start = start;
        this.pullLoop = pullLoop;
        this.upkeep = upkeep;
        this.listener = listener;
    }

    @Override
    public Set<MessageQueue> held() {
        return held.keys();
    }

    @Override
    public boolean isStuck(MessageQueue queue) {
        ProcessQueue cached = held.get(queue);
        return cached != null && System.currentTimeMillis() - cached.lastPullMillis() > PULL_MAX_IDLE_MILLIS;
    }

    @Override
    public boolean take(String topic, Set<MessageQueue> queues) {
        Set<MessageQueue> mine = locks == null ? queues : locks.lock(queues);
        List<ProcessQueue> taken = new ArrayList<>();
        for (MessageQueue queue : mine) {
            ProcessQueue cached = begin(queue);
            if (cached != null && held.add(cached)) {
                taken.add(cached);
            }
        }
        taken.forEach(pullLoop::pull);
        return !taken.isEmpty();
    }

    /** The queue as it is to be pulled, or null when its start offset is unknown. */
    private ProcessQueue begin(MessageQueue queue) {
        offsets.removeOffset(queue);
        try {
            long offset = start.of(queue);
            if (offset >= 0) {
                LOG.info("taking {} from offset {}", queue, offset);
                long nowMillis = System.currentTimeMillis();
                ProcessQueue cached = new ProcessQueue(queue, offset, nowMillis);
                cached.lock(nowMillis);
                return cached;
            }
            LOG.warn("{} not taken: its offset cannot be read now", queue);
        } catch (MQClientException | IllegalStateException e) {
            LOG.warn("{} not taken: its start offset is unknown: {}", queue, e.toString());
        }
        return null;
    }

    @Override
    public boolean giveBack(MessageQueue queue) {
        ProcessQueue cached = held.get(queue);
        if (cached == null) {
            return false;
        }
        cached.drop();
        offsets.persist(queue);
        offsets.removeOffset(queue);
        if (locks != null && !release(cached)) {
            return false;
        }
        LOG.info("gave back {}", queue);
        return held.remove(cached);
    }

    /** Waits for the running listener, then unlocks: at once, or later when other messages may still be at work. */
    private boolean release(ProcessQueue cached) {
        try {
            if (!cached.listenerLock().tryLock(LISTENER_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                cached.unlockTried();
                LOG.warn("{} not given back yet: its listener runs", cached.messageQueue());
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            List<MessageQueue> queue = List.of(cached.messageQueue());
            if (cached.count() == 0) {
                locks.unlock(queue, true);
            } else {
                upkeep.schedule(() -> locks.unlock(queue, true), UNLOCK_DELAY_MILLIS, TimeUnit.MILLISECONDS);
            }
            return true;
        } finally {
            cached.listenerLock().unlock();
        }
    }

    @Override
    public void forget(MessageQueue queue) {
        ProcessQueue cached = held.get(queue);
        if (cached != null) {
            cached.drop();
            held.remove(cached);
        }
    }

    @Override
    public void changed(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned) {
        listener.changed(topic, all, assigned);
    }

    /** First half of a reset: the named queues stop. */
    public void stop(String topic, Set<MessageQueue> queues) {
        for (ProcessQueue cached : held.all()) {
            if (cached.messageQueue().getTopic().equals(topic) && queues.contains(cached.messageQueue())) {
                cached.drop();
                cached.clear();
            }
        }
    }

    /** Second half of a reset: stores the offsets and gives the queues back; rebalance takes them from there. */
    public void reset(String topic, Map<MessageQueue, Long> to) {
        for (MessageQueue queue : List.copyOf(held.keys())) {
            Long offset = to.get(queue);
            if (queue.getTopic().equals(topic) && offset != null) {
                offsets.updateOffset(queue, offset, false);
                giveBack(queue);
            }
        }
    }
}
