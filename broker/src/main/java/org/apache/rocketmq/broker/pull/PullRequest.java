package org.apache.rocketmq.broker.pull;

import org.apache.rocketmq.common.sysflag.PullSysFlag;
import org.apache.rocketmq.remoting.protocol.FieldReader;

/**
 * The header of a pull, taken straight from the bytes of the request.
 *
 * @param queueOffset where to read
 * @param maxMessages upper bound of messages in the answer
 * @param suspendTimeoutMillis how long the answer may wait for a message
 * @param subscription expression, null unless the request carries it
 * @param subVersion version of the client's subscription
 * @param expressionType null means tag
 */
record PullRequest(
        String group,
        String topic,
        int queueId,
        long queueOffset,
        int maxMessages,
        int sysFlag,
        long commitOffset,
        long suspendTimeoutMillis,
        String subscription,
        long subVersion,
        String expressionType) {
    private static final int DEFAULT_MAX_MESSAGES = 32;

    static PullRequest of(FieldReader in) {
        return new PullRequest(
                in.getString("consumerGroup"),
                in.getString("topic"),
                in.getInt("queueId", -1),
                in.getLong("queueOffset", 0),
                in.getInt("maxMsgNums", DEFAULT_MAX_MESSAGES),
                in.getInt("sysFlag", 0),
                in.getLong("commitOffset", 0),
                in.getLong("suspendTimeoutMillis", 0),
                in.getString("subscription"),
                in.getLong("subVersion", 0),
                in.getString("expressionType"));
    }

    boolean commits() {
        return PullSysFlag.hasCommitOffsetFlag(sysFlag);
    }

    boolean mayWait() {
        return PullSysFlag.hasSuspendFlag(sysFlag);
    }

    boolean carriesSubscription() {
        return PullSysFlag.hasSubscriptionFlag(sysFlag);
    }
}
