package org.apache.rocketmq.tools.command.offset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.UtilAll;
import org.apache.rocketmq.common.admin.RollbackStats;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.tools.command.line.AdminSession;
import org.apache.rocketmq.tools.command.line.CommandFailure;

/**
 * Moves a group and prints where it is now: through its members, or its stored offsets when it is offline.
 *
 * @param timeText the time as it was given; null prints no first line
 * @param timestampMillis -1 for the end of each queue
 */
record OffsetReset(String group, String topic, boolean force, boolean cClients, String timeText, long timestampMillis) {
    private static final int BROKER_WIDTH = 32;
    private static final String FIRST_LINE = "rollback consumer offset by specified %s[%s], topic[%s], force[%s],"
            + " timestamp(string)[%s], timestamp(long)[%s]%n";
    private static final String QUEUE_ROW = "%-40s  %-40s  %-40s%n";
    private static final String STORED_ROW = "%-20s  %-20s  %-20s  %-20s  %-20s  %-20s%n";

    void run(AdminSession session)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure {
        Map<MessageQueue, Long> moved;
        try {
            moved = session.admin().resetOffsetByTimestamp(topic, group, timestampMillis, force, cClients);
        } catch (MQClientException e) {
            if (e.getResponseCode() != ResponseCode.CONSUMER_NOT_ONLINE) {
                throw e;
            }
            resetStored(session);
            return;
        }
        printFirstLine(session, "group");
        session.print(QUEUE_ROW, "#brokerName", "#queueId", "#offset");
        new TreeMap<>(moved)
                .forEach((queue, offset) -> session.print(
                        QUEUE_ROW,
                        UtilAll.frontStringAtLeast(queue.getBrokerName(), BROKER_WIDTH),
                        queue.getQueueId(),
                        offset));
    }

    private void resetStored(AdminSession session)
            throws RemotingException, MQBrokerException, MQClientException, InterruptedException, CommandFailure {
        List<RollbackStats> moved = session.admin().resetOffsetByTimestampOld(group, topic, timestampMillis, force);
        printFirstLine(session, "consumerGroup");
        session.print(
                STORED_ROW,
                "#brokerName",
                "#queueId",
                "#brokerOffset",
                "#consumerOffset",
                "#timestampOffset",
                "#rollbackOffset");
        for (RollbackStats queue : moved) {
            session.print(
                    STORED_ROW,
                    UtilAll.frontStringAtLeast(queue.getBrokerName(), BROKER_WIDTH),
                    queue.getQueueId(),
                    queue.getBrokerOffset(),
                    queue.getConsumerOffset(),
                    queue.getTimestampOffset(),
                    queue.getRollbackOffset());
        }
    }

    private void printFirstLine(AdminSession session, String groupWord) {
        if (timeText != null) {
            session.print(FIRST_LINE, groupWord, group, topic, force, timeText, timestampMillis);
        }
    }
}
