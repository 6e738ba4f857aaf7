package org.apache.rocketmq.client.consume;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * The messages of one held queue that are pulled and not yet consumed, as a ring in offset order.
 *
 * <p>Concurrent consumption removes from anywhere; orderly consumption takes from the front, then commits or returns what
 * it took. Thread-safe: the ring is guarded by {@code this}, held for a few field accesses at a time.
 */
public final class ProcessQueue {
    private static final int FIRST_CAPACITY = 64;
    private static final int BYTES_PER_MIB = 1024 * 1024;

    private final MessageQueue messageQueue;

    // Guarded by this. A slot at [head, tail) holds a message, or null when that message is consumed.
    private MessageExt[] messages = new MessageExt[FIRST_CAPACITY];
    private long[] offsets = new long[FIRST_CAPACITY];
    private long head;
    private long taken;
    private long tail;
    private int count;
    private long sizeBytes;
    private long nextUnseenOffset = -1;
    private boolean consuming;

    /** Held while an orderly listener runs, so that the queue is not given away under it. */
    private final ReentrantLock listenerLock = new ReentrantLock();

    private final AtomicBoolean waitingForRoom = new AtomicBoolean();
    private final AtomicBoolean correctedAtOnce = new AtomicBoolean();
    private volatile boolean dropped;
    private volatile boolean locked;
    private volatile long lastLockMillis;
    private volatile long lastPullMillis;
    private volatile long lastConsumeMillis;
    private volatile long tryUnlockTimes;
    private volatile long nextPullOffset;
    private volatile long suggestedBrokerId;

    public ProcessQueue(MessageQueue messageQueue, long firstOffset, long nowMillis) {
        this.messageQueue = messageQueue;
        this.nextPullOffset = firstOffset;
        this.lastPullMillis = nowMillis;
        this.lastConsumeMillis = nowMillis;
        this.lastLockMillis = nowMillis;
    }

    public MessageQueue messageQueue() {
        return messageQueue;
    }

    /** Appends pulled messages; those at or before an offset seen already are removed from the list. */
    public synchronized void add(List<MessageExt> pulled) {
        for (Iterator<MessageExt> each = pulled.iterator(); each.hasNext(); ) {
            MessageExt message = each.next();
            if (message.getQueueOffset() < nextUnseenOffset) {
                each.remove();
                continue;
            }
            if (tail - head == messages.length) {
                grow();
            }
            int slot = slot(tail++);
            messages[slot] = message;
            offsets[slot] = message.getQueueOffset();
            nextUnseenOffset = message.getQueueOffset() + 1;
            count++;
            sizeBytes += size(message);
        }
    }

    private void grow() {
        int capacity = messages.length * 2;
        MessageExt[] moreMessages = new MessageExt[capacity];
        long[] moreOffsets = new long[capacity];
        for (long at = head; at < tail; at++) {
            int to = (int) (at & (capacity - 1));
            moreMessages[to] = messages[slot(at)];
            moreOffsets[to] = offsets[slot(at)];
        }
        messages = moreMessages;
        offsets = moreOffsets;
    }

    private int slot(long at) {
        return (int) (at & (messages.length - 1));
    }

    private static int size(MessageExt message) {
        return message.getBody() == null ? 0 : message.getBody().length;
    }

    /**
     * Takes consumed messages out.
     *
     * @return the offset that may be stored now: the smallest one left, or behind the greatest seen; -1 before the first
     *     message
     */
    public synchronized long remove(List<MessageExt> consumed) {
        for (int i = 0; i < consumed.size(); i++) {
            clear(find(consumed.get(i).getQueueOffset()));
        }
        while (head < tail && messages[slot(head)] == null) {
            head++;
        }
        taken = Math.max(taken, head);
        return head < tail ? offsets[slot(head)] : nextUnseenOffset;
    }

    /** Where the message with that queue offset is, -1 if it never was here. */
    private long find(long offset) {
        // Without gaps in the queue's offsets the place is known.
        long guess = head + (head < tail ? offset - offsets[slot(head)] : 0);
        if (guess >= head && guess < tail && offsets[slot(guess)] == offset) {
            return guess;
        }
        long low = head;
        long high = tail - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            long found = offsets[slot(middle)];
            if (found == offset) {
                return middle;
            }
            if (found < offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private void clear(long at) {
        if (at < 0 || messages[slot(at)] == null) {
            return;
        }
        count--;
        sizeBytes -= size(messages[slot(at)]);
        messages[slot(at)] = null;
    }

    /** The first message not consumed, or null. */
    public synchronized MessageExt first() {
        return head < tail ? messages[slot(head)] : null;
    }

    /** Removes the message if it is the first one. */
    public synchronized boolean removeIfFirst(MessageExt message) {
        if (first() != message) {
            return false;
        }
        remove(List.of(message));
        return true;
    }

    /** Orderly: true when the caller shall start the one task of this queue. */
    public synchronized boolean startConsuming() {
        if (consuming || taken == tail) {
            return false;
        }
        consuming = true;
        return true;
    }

    /** Orderly: takes up to {@code most} messages from the front. An empty list ends the queue's task. */
    public synchronized List<MessageExt> take(int most, long nowMillis) {
        lastConsumeMillis = nowMillis;
        int batch = (int) Math.min(most, tail - taken);
        if (batch == 0) {
            consuming = false;
            return List.of();
        }
        List<MessageExt> batchMessages = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            batchMessages.add(messages[slot(taken++)]);
        }
        return batchMessages;
    }

    /** Orderly: everything taken is consumed. Returns the offset to store, -1 when nothing was taken. */
    public synchronized long commitTaken() {
        if (head == taken) {
            return -1;
        }
        long offset = offsets[slot(taken - 1)] + 1;
        for (; head < taken; head++) {
            clear(head);
        }
        return offset;
    }

    /** Orderly: the last {@code batch} messages taken are to be consumed again. */
    public synchronized void returnTaken(int batch) {
        taken = Math.max(head, taken - batch);
    }

    /** Orderly: everything taken and not committed is to be consumed again. */
    public synchronized void returnAllTaken() {
        taken = head;
    }

    /** Drops what is cached; offsets seen stay seen. */
    public synchronized void clear() {
        for (; head < tail; head++) {
            clear(head);
        }
        taken = tail;
        consuming = false;
    }

    public synchronized int count() {
        return count;
    }

    public synchronized int sizeMib() {
        return (int) (sizeBytes / BYTES_PER_MIB);
    }

    /** Last cached offset minus first. */
    public synchronized long span() {
        return head < tail ? offsets[slot(tail - 1)] - offsets[slot(head)] : 0;
    }

    /** No message ever came. */
    public synchronized boolean untouched() {
        return nextUnseenOffset < 0;
    }

    /** First and last cached offset and their number; then the same of the messages taken. Zeros where there is none. */
    public synchronized Bounds bounds() {
        return new Bounds(
                head < tail ? offsets[slot(head)] : 0,
                head < tail ? offsets[slot(tail - 1)] : 0,
                count,
                (int) (sizeBytes / BYTES_PER_MIB),
                head < taken ? offsets[slot(head)] : 0,
                head < taken ? offsets[slot(taken - 1)] : 0,
                (int) (taken - head));
    }

    /** See {@link #bounds}. */
    public record Bounds(long min, long max, int count, int sizeMib, long takenMin, long takenMax, int takenCount) {}

    public ReentrantLock listenerLock() {
        return listenerLock;
    }

    /** Notes that the next pull waits for room; {@link #stopWaiting} wins for exactly one caller. */
    public void waitForRoom() {
        waitingForRoom.set(true);
    }

    public boolean isWaitingForRoom() {
        return waitingForRoom.get();
    }

    public boolean stopWaiting() {
        return waitingForRoom.compareAndSet(true, false);
    }

    /** True once: whether an illegal first offset may be corrected without waiting. */
    public boolean mayCorrectAtOnce() {
        return untouched() && correctedAtOnce.compareAndSet(false, true);
    }

    public boolean isDropped() {
        return dropped;
    }

    /** From now on nothing is pulled, and results of running listeners have no effect. */
    public void drop() {
        dropped = true;
    }

    public boolean isLocked() {
        return locked;
    }

    /** The broker granted the queue. */
    public void lock(long nowMillis) {
        lastLockMillis = nowMillis;
        locked = true;
    }

    public void unlock() {
        locked = false;
    }

    public long lastLockMillis() {
        return lastLockMillis;
    }

    public long lastPullMillis() {
        return lastPullMillis;
    }

    public void pulledAt(long nowMillis) {
        lastPullMillis = nowMillis;
    }

    public long lastConsumeMillis() {
        return lastConsumeMillis;
    }

    public void consumedAt(long nowMillis) {
        lastConsumeMillis = nowMillis;
    }

    public long tryUnlockTimes() {
        return tryUnlockTimes;
    }

    /** Only the rebalance thread gives queues back. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    public void unlockTried() {
        tryUnlockTimes++;
    }

    public long nextPullOffset() {
        return nextPullOffset;
    }

    public void nextPullOffset(long offset) {
        nextPullOffset = offset;
    }

    /** Broker node for the next pull. */
    public long suggestedBrokerId() {
        return suggestedBrokerId;
    }

    public void suggestedBrokerId(long brokerId) {
        suggestedBrokerId = brokerId;
    }
}
