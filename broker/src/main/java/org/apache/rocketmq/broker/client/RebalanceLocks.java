package org.apache.rocketmq.broker.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which client of a group may consume a queue in order: leases that lapse unless they are renewed. In memory only, not tied
 * to connections. Thread-safe; leases of one group are guarded by the group's map.
 *
 * <p>Source: broker specification, ordered-consumption lock (requests 41 and 42).
 */
public final class RebalanceLocks {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.REBALANCE_LOCK_LOGGER_NAME);

    private record Lease(String clientId, long renewedMillis) {}

    private final long leaseMillis;
    private final LongSupplier clockMillis;
    private final ConcurrentMap<String, Map<MessageQueue, Lease>> groups = new ConcurrentHashMap<>();

    /**
     * @param leaseMillis how long a lease lives without renewal ({@code rocketmq.broker.rebalance.lockMaxLiveTime}, 60000)
     * @param clockMillis milliseconds since the epoch
     */
    public RebalanceLocks(long leaseMillis, LongSupplier clockMillis) {
        this.leaseMillis = leaseMillis;
        this.clockMillis = clockMillis;
    }

    /** Takes or renews leases; returns the queues that {@code clientId} now holds out of those asked for. */
    public Set<MessageQueue> lock(String group, Set<MessageQueue> queues, String clientId) {
        Map<MessageQueue, Lease> leases = groups.computeIfAbsent(group, g -> new HashMap<>());
        long now = clockMillis.getAsLong();
        Set<MessageQueue> granted = new HashSet<>();
        synchronized (leases) {
            for (MessageQueue queue : queues) {
                Lease lease = leases.get(queue);
                boolean free = lease == null || now - lease.renewedMillis > leaseMillis;
                if (free || lease.clientId.equals(clientId)) {
                    leases.put(queue, new Lease(clientId, now));
                    granted.add(queue);
                    if (free) {
                        log.info("group {} queue {} is locked by {} (before: {})", group, queue, clientId, lease);
                    }
                } else {
                    log.warn("group {} queue {} stays with {}, refused to {}", group, queue, lease, clientId);
                }
            }
        }
        return granted;
    }

    /** Gives up leases of {@code clientId}; those of others stay. */
    public void unlock(String group, Set<MessageQueue> queues, String clientId) {
        Map<MessageQueue, Lease> leases = groups.get(group);
        if (leases == null) {
            return;
        }
        synchronized (leases) {
            for (MessageQueue queue : queues) {
                Lease lease = leases.get(queue);
                if (lease != null && lease.clientId.equals(clientId)) {
                    leases.remove(queue);
                    log.info("group {} queue {} is unlocked by {}", group, queue, clientId);
                }
            }
        }
    }
}
