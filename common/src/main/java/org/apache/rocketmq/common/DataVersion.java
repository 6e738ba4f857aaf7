package org.apache.rocketmq.common;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.remoting.protocol.RemotingSerializable;

/**
 * Version of a metadata table: a change moves the time and adds one to the counter. Two tables are the same for a peer
 * exactly when both are equal. The counter is thread-safe; a change as a whole is guarded by its table's owner.
 */
public class DataVersion extends RemotingSerializable {
    /** Time of the last change, ms since 1970. */
    private volatile long timestamp = System.currentTimeMillis();

    /** Changes so far. */
    private volatile AtomicLong counter = new AtomicLong(0);

    /** Takes over time and counter of another version. */
    public void assignNewOne(DataVersion dataVersion) {
        timestamp = dataVersion.timestamp;
        counter.set(dataVersion.counter.get());
    }

    /** Marks a change. */
    public void nextVersion() {
        timestamp = System.currentTimeMillis();
        counter.incrementAndGet();
    }

    public long getTimestamp() {
        return timestamp;
    }

    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    public AtomicLong getCounter() {
        return counter;
    }

    public void setCounter(AtomicLong counter) {
        this.counter = counter;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof DataVersion that
                        && timestamp == that.timestamp
                        && counter.get() == that.counter.get();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(timestamp) * 31 + Long.hashCode(counter.get());
    }

    @Override
    public String toString() {
        return "DataVersion[timestamp=" + timestamp + ", counter=" + counter + ']';
    }
}
