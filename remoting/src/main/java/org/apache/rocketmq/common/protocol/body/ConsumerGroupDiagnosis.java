package org.apache.rocketmq.common.protocol.body;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.common.protocol.heartbeat.SubscriptionData;

/** What the running infos of a push group tell about faults. Source: admin commands, consumerStatus. */
final class ConsumerGroupDiagnosis {
    /** Members that started less than two minutes ago may still differ: a rolling change of the subscription. */
    private static final long SETTLED_MILLIS = 120_000;

    /** A listener that was not called for a minute though messages wait is said to be blocked. */
    private static final long BLOCKED_MILLIS = 60_000;

    private ConsumerGroupDiagnosis() {}

    /** False when a settled push group has members without a subscription, or with different ones. */
    static boolean sameSubscription(SortedMap<String, ConsumerRunningInfo> infoByClient) {
        if (infoByClient.isEmpty()) {
            return true;
        }
        ConsumerRunningInfo first = infoByClient.get(infoByClient.firstKey());
        long startMillis = Long.parseLong(
                first.getProperties().getProperty(ConsumerRunningInfo.PROP_CONSUMER_START_TIMESTAMP, "0"));
        boolean settled = System.currentTimeMillis() - startMillis > SETTLED_MILLIS;
        if (!isPush(first) || !settled) {
            return true;
        }
        SortedSet<SubscriptionData> expected = first.getSubscriptionSet();
        for (ConsumerRunningInfo info : infoByClient.values()) {
            if (info.getSubscriptionSet().isEmpty() || !sameExpressions(expected, info.getSubscriptionSet())) {
                return false;
            }
        }
        return true;
    }

    /** Topic and expression decide; the version is the time at which each client subscribed. */
    private static boolean sameExpressions(SortedSet<SubscriptionData> left, SortedSet<SubscriptionData> right) {
        if (left.size() != right.size()) {
            return false;
        }
        var others = right.iterator();
        for (SubscriptionData subscription : left) {
            if (subscription.compareTo(others.next()) != 0) {
                return false;
            }
        }
        return true;
    }

    /** One line per queue that a push consumer cannot consume; empty when all is well. */
    static String stuckQueues(String clientId, ConsumerRunningInfo info, long nowMillis) {
        StringBuilder lines = new StringBuilder();
        if (!isPush(info)) {
            return "";
        }
        boolean orderly = Boolean.parseBoolean(
                info.getProperties().getProperty(ConsumerRunningInfo.PROP_CONSUME_ORDERLY, "false"));
        for (Map.Entry<MessageQueue, ProcessQueueInfo> entry : info.getMqTable().entrySet()) {
            ProcessQueueInfo queue = entry.getValue();
            lines.append(
                    orderly
                            ? lockTrouble(clientId, entry.getKey(), queue, nowMillis)
                            : blockedListener(clientId, entry.getKey(), queue, nowMillis));
        }
        return lines.toString();
    }

    private static String lockTrouble(String clientId, MessageQueue key, ProcessQueueInfo queue, long nowMillis) {
        if (!queue.isLocked()) {
            long unlockedMillis = nowMillis - queue.getLastLockTimestamp();
            return String.format("%s %s can't lock for a while, %dms%n", clientId, key, unlockedMillis);
        }
        boolean notGivenBack = queue.isDroped() && queue.getTryUnlockTimes() > 0;
        return notGivenBack
                ? String.format("%s %s unlock %d times, still failed%n", clientId, key, queue.getTryUnlockTimes())
                : "";
    }

    private static String blockedListener(String clientId, MessageQueue key, ProcessQueueInfo queue, long nowMillis) {
        long idleMillis = nowMillis - queue.getLastConsumeTimestamp();
        boolean blocked = queue.getCachedMsgCount() > 0 && idleMillis > BLOCKED_MILLIS;
        return blocked
                ? String.format("%s %s can't consume for a while, maybe blocked, %dms%n", clientId, key, idleMillis)
                : "";
    }

    /** The property is an enum name; 3.x clients sent the enum itself, which reads back as its name too. */
    private static boolean isPush(ConsumerRunningInfo info) {
        String type = info.getProperties().getProperty(ConsumerRunningInfo.PROP_CONSUME_TYPE);
        return ConsumeType.CONSUME_PASSIVELY.name().equals(type);
    }
}
