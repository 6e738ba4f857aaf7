package org.apache.rocketmq.common.protocol.route;

import java.util.Objects;

/** The queues of a topic on one broker name. */
public class QueueData implements Comparable<QueueData> {
    /** Broker name. */
    private String brokerName;

    /** Queues that consumers read. */
    private int readQueueNums;

    /** Queues that producers write. */
    private int writeQueueNums;

    /** 4 read, 2 write, 1 inherit. */
    private int perm;

    /** 1 unit, 2 has unit subscription. */
    private int topicSysFlag;

    public String getBrokerName() {
        return brokerName;
    }

    public void setBrokerName(String brokerName) {
        this.brokerName = brokerName;
    }

    public int getReadQueueNums() {
        return readQueueNums;
    }

    public void setReadQueueNums(int readQueueNums) {
        this.readQueueNums = readQueueNums;
    }

    public int getWriteQueueNums() {
        return writeQueueNums;
    }

    public void setWriteQueueNums(int writeQueueNums) {
        this.writeQueueNums = writeQueueNums;
    }

    public int getPerm() {
        return perm;
    }

    public void setPerm(int perm) {
        this.perm = perm;
    }

    public int getTopicSysFlag() {
        return topicSysFlag;
    }

    public void setTopicSysFlag(int topicSysFlag) {
        this.topicSysFlag = topicSysFlag;
    }

    @Override
    public int compareTo(QueueData o) {
        return brokerName.compareTo(o.brokerName);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof QueueData that
                        && readQueueNums == that.readQueueNums
                        && writeQueueNums == that.writeQueueNums
                        && perm == that.perm
                        && topicSysFlag == that.topicSysFlag
                        && Objects.equals(brokerName, that.brokerName);
    }

    @Override
    public int hashCode() {
        return Objects.hash(brokerName, readQueueNums, writeQueueNums, perm, topicSysFlag);
    }

    @Override
    public String toString() {
        return "QueueData [brokerName=" + brokerName + ", readQueueNums=" + readQueueNums + ", writeQueueNums="
                + writeQueueNums + ", perm=" + perm + ", topicSysFlag=" + topicSysFlag + "]";
    }
}
