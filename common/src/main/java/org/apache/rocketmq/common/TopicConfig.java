package org.apache.rocketmq.common;

import java.util.Objects;
import org.apache.rocketmq.common.constant.PermName;

/** Settings of one topic on a broker. Not thread-safe. */
public class TopicConfig {
    public static int defaultReadQueueNums = 16;
    public static int defaultWriteQueueNums = 16;

    private static final String SEPARATOR = " ";

    private String topicName;
    private int readQueueNums = defaultReadQueueNums;
    private int writeQueueNums = defaultWriteQueueNums;
    private int perm = PermName.PERM_READ | PermName.PERM_WRITE;
    private TopicFilterType topicFilterType = TopicFilterType.SINGLE_TAG;
    private int topicSysFlag = 0;
    private boolean order = false;

    public TopicConfig() {}

    public TopicConfig(String topicName) {
        this.topicName = topicName;
    }

    public TopicConfig(String topicName, int readQueueNums, int writeQueueNums, int perm) {
        this.topicName = topicName;
        this.readQueueNums = readQueueNums;
        this.writeQueueNums = writeQueueNums;
        this.perm = perm;
    }

    /** {@code topicName readQueueNums writeQueueNums perm topicFilterType}; system flag and order are not in it. */
    public String encode() {
        return topicName
                + SEPARATOR
                + readQueueNums
                + SEPARATOR
                + writeQueueNums
                + SEPARATOR
                + perm
                + SEPARATOR
                + topicFilterType;
    }

    /** Reads the form of {@link #encode}; false if there are not exactly five fields. */
    public boolean decode(String in) {
        String[] fields = in.split(SEPARATOR);
        if (fields.length != 5) {
            return false;
        }
        topicName = fields[0];
        readQueueNums = Integer.parseInt(fields[1]);
        writeQueueNums = Integer.parseInt(fields[2]);
        perm = Integer.parseInt(fields[3]);
        topicFilterType = TopicFilterType.valueOf(fields[4]);
        return true;
    }

    public String getTopicName() {
        return topicName;
    }

    public void setTopicName(String topicName) {
        this.topicName = topicName;
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

    /** Bits of {@link PermName}. */
    public int getPerm() {
        return perm;
    }

    public void setPerm(int perm) {
        this.perm = perm;
    }

    public TopicFilterType getTopicFilterType() {
        return topicFilterType;
    }

    public void setTopicFilterType(TopicFilterType topicFilterType) {
        this.topicFilterType = topicFilterType;
    }

    public int getTopicSysFlag() {
        return topicSysFlag;
    }

    public void setTopicSysFlag(int topicSysFlag) {
        this.topicSysFlag = topicSysFlag;
    }

    public boolean isOrder() {
        return order;
    }

    public void setOrder(boolean order) {
        this.order = order;
    }

    @Override
    public boolean equals(Object o) {
        if (this == o) {
            return true;
        }
        if (o == null || getClass() != o.getClass()) {
            return false;
        }
        TopicConfig other = (TopicConfig) o;
        return readQueueNums == other.readQueueNums
                && writeQueueNums == other.writeQueueNums
                && perm == other.perm
                && topicSysFlag == other.topicSysFlag
                && order == other.order
                && topicFilterType == other.topicFilterType
                && Objects.equals(topicName, other.topicName);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topicName, readQueueNums, writeQueueNums, perm, topicFilterType, topicSysFlag, order);
    }

    @Override
    public String toString() {
        return "TopicConfig [topicName=" + topicName + ", readQueueNums=" + readQueueNums + ", writeQueueNums="
                + writeQueueNums + ", perm=" + PermName.perm2String(perm) + ", topicFilterType=" + topicFilterType
                + ", topicSysFlag=" + topicSysFlag + ", order=" + order + "]";
    }
}
