package org.apache.rocketmq.store.health;

import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The faults the store has at the moment, each with a cause that names limit, value and config key.
 *
 * <p>Thread-safe; asking is one volatile read. A log that could not be flushed needs a restart, the
 * other faults end by themselves. Source: store specification, running flags.
 */
public final class StoreHealth {
    /** Ordered by what an operator wants to hear first. */
    public enum Fault {
        DISK_FULL(16),
        FLUSH_FAILED(2),
        QUEUE_ERROR(4);

        private final int bit;

        Fault(int bit) {
            this.bit = bit;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger("RocketmqStore");

    /** Guarded by this. */
    private final Map<Fault, String> faults = new EnumMap<>(Fault.class);

    private volatile String refusal;
    private volatile int bits;

    /** Reports a fault; repeating it only renews the cause. */
    public synchronized void raise(Fault fault, String cause) {
        if (faults.put(fault, cause) == null) {
            LOG.error("puts are refused from now on ({}): {}", fault, cause);
        }
        publish();
    }

    /** Reports that a fault is over. Harmless when there was none. */
    public synchronized void clear(Fault fault, String why) {
        if (faults.remove(fault) != null) {
            LOG.warn("{} is over: {}", fault, why);
        }
        publish();
    }

    /** Why puts are refused; null when nothing speaks against them. */
    public String refusal() {
        return refusal;
    }

    public boolean has(Fault fault) {
        return (bits & fault.bit) != 0;
    }

    private void publish() {
        int sum = 0;
        for (Fault fault : faults.keySet()) {
            sum |= fault.bit;
        }
        bits = sum;
        refusal = faults.isEmpty() ? null : faults.values().iterator().next();
    }
}
