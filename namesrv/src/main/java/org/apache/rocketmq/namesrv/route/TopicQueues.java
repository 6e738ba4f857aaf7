package org.apache.rocketmq.namesrv.route;

import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.protocol.route.QueueData;

/** The queues of one topic on one broker name. Immutable. */
record TopicQueues(int readQueueNums, int writeQueueNums, int perm, int topicSysFlag) {
    static TopicQueues of(TopicConfig topic) {
        return new TopicQueues(
                topic.getReadQueueNums(), topic.getWriteQueueNums(), topic.getPerm(), topic.getTopicSysFlag());
    }

    TopicQueues withoutWritePerm() {
        return new TopicQueues(readQueueNums, writeQueueNums, perm & ~PermName.PERM_WRITE, topicSysFlag);
    }

    /** 4.9 quirk: the inherit bit is lost. */
    TopicQueues readableAndWritable() {
        return new TopicQueues(readQueueNums, writeQueueNums, PermName.PERM_READ | PermName.PERM_WRITE, topicSysFlag);
    }

    QueueData toQueueData(String brokerName) {
        var data = new QueueData();
        data.setBrokerName(brokerName);
        data.setReadQueueNums(readQueueNums);
        data.setWriteQueueNums(writeQueueNums);
        data.setPerm(perm);
        data.setTopicSysFlag(topicSysFlag);
        return data;
    }
}
