package org.apache.rocketmq.client.consume;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.body.LockBatchRequestBody;
import org.apache.rocketmq.common.protocol.body.UnlockBatchRequestBody;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases that a group's client has on queues for orderly consumption, held at the brokers' masters. Thread-safe;
 * blocks up to 1 s per broker. Source: client behaviour, section 10.7.
 */
public final class QueueLocks {
    /** Period of the renewal. */
    static final long RENEWAL_MILLIS = Long.getLong("rocketmq.client.rebalance.lockInterval", 20_000);

    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);
    private static final long LIVE_MILLIS = Long.getLong("rocketmq.client.rebalance.lockMaxLiveTime", 30_000);
    private static final long TIMEOUT_MILLIS = 1_000;

    private final MQClientInstance instance;
    private final String group;

    public QueueLocks(MQClientInstance instance, String group) {
        this.instance = instance;
        this.group = group;
    }

    /** Whether the lease of a locked queue ran out because it was not renewed in time. */
    static boolean isExpired(ProcessQueue queue, long nowMillis) {
        return nowMillis - queue.lastLockMillis() > LIVE_MILLIS;
    }

    /** Those of {@code queues} that the brokers granted. */
    public Set<MessageQueue> lock(Collection<MessageQueue> queues) {
        Set<MessageQueue> granted = new HashSet<>();
        byBroker(queues).forEach((brokerName, wanted) -> {
            Set<MessageQueue> got = lockAt(brokerName, wanted);
            if (got != null) {
                granted.addAll(got);
            }
        });
        return granted;
    }

    /** Renews one lease; true when it is held. */
    boolean renew(ProcessQueue queue, long nowMillis) {
        Set<MessageQueue> granted = lockAt(queue.messageQueue().getBrokerName(), Set.of(queue.messageQueue()));
        boolean held = granted != null && granted.contains(queue.messageQueue());
        if (held) {
            queue.lock(nowMillis);
        }
        return held;
    }

    /** Renews all leases, one request per broker. A broker that does not answer leaves its leases to run out. */
    void renewAll(Collection<ProcessQueue> queues, long nowMillis) {
        Map<MessageQueue, ProcessQueue> held = new HashMap<>();
        queues.forEach(queue -> held.put(queue.messageQueue(), queue));
        byBroker(held.keySet()).forEach((brokerName, wanted) -> {
            Set<MessageQueue> granted = lockAt(brokerName, wanted);
            if (granted == null) {
                return;
            }
            for (MessageQueue queue : wanted) {
                if (granted.contains(queue)) {
                    held.get(queue).lock(nowMillis);
                } else {
                    held.get(queue).unlock();
                    LOG.warn("group {}: lock of {} was not renewed by its broker", group, queue);
                }
            }
        });
    }

    private static Map<String, Set<MessageQueue>> byBroker(Collection<MessageQueue> queues) {
        Map<String, Set<MessageQueue>> grouped = new HashMap<>();
        queues.forEach(queue -> grouped.computeIfAbsent(queue.getBrokerName(), name -> new HashSet<>())
                .add(queue));
        return grouped;
    }

    /** The granted queues; null when the broker could not be asked. */
    private Set<MessageQueue> lockAt(String brokerName, Set<MessageQueue> wanted) {
        String address = instance.routes().brokers().master(brokerName);
        if (address == null) {
            return null;
        }
        LockBatchRequestBody body = new LockBatchRequestBody();
        body.setConsumerGroup(group);
        body.setClientId(instance.getClientId());
        body.setMqSet(wanted);
        try {
            return instance.brokerApi().lock(address, body, TIMEOUT_MILLIS);
        } catch (RemotingException | MQBrokerException e) {
            LOG.error("group {}: broker {} did not lock {}: {}", group, brokerName, wanted, e.toString());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Gives leases back; one-way or waiting for the answer. */
    void unlock(Collection<MessageQueue> queues, boolean oneway) {
        byBroker(queues).forEach((brokerName, locked) -> {
            String address = instance.routes().brokers().master(brokerName);
            if (address == null) {
                return;
            }
            UnlockBatchRequestBody body = new UnlockBatchRequestBody();
            body.setConsumerGroup(group);
            body.setClientId(instance.getClientId());
            body.setMqSet(locked);
            try {
                if (oneway) {
                    instance.brokerApi().unlockOneway(address, body, TIMEOUT_MILLIS);
                } else {
                    instance.brokerApi().unlock(address, body, TIMEOUT_MILLIS);
                }
                LOG.info("group {}: unlocked {}", group, locked);
            } catch (RemotingException | MQBrokerException e) {
                LOG.error("group {}: broker {} did not unlock {}: {}", group, brokerName, locked, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
