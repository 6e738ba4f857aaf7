package org.apache.rocketmq.common.protocol.body;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.rocketmq.common.message.MessageQueue;

/** From when to when the messages of one queue are, and where a group stands among them. Times are ms since 1970. */
public class QueueTimeSpan {
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'#'HH:mm:ss:SSS");

    /** The queue. */
    private MessageQueue messageQueue;

    /** Store time of the oldest message. */
    private long minTimeStamp;

    /** Store time of the newest message. */
    private long maxTimeStamp;

    /** Store time of the message the group consumed last. */
    private long consumeTimeStamp;

    /** How far the group is behind, ms. */
    private long delayTime;

    public MessageQueue getMessageQueue() {
        return messageQueue;
    }

    public void setMessageQueue(MessageQueue messageQueue) {
        this.messageQueue = messageQueue;
    }

    public long getMinTimeStamp() {
        return minTimeStamp;
    }

    public void setMinTimeStamp(long minTimeStamp) {
        this.minTimeStamp = minTimeStamp;
    }

    public long getMaxTimeStamp() {
        return maxTimeStamp;
    }

    public void setMaxTimeStamp(long maxTimeStamp) {
        this.maxTimeStamp = maxTimeStamp;
    }

    public long getConsumeTimeStamp() {
        return consumeTimeStamp;
    }

    public void setConsumeTimeStamp(long consumeTimeStamp) {
        this.consumeTimeStamp = consumeTimeStamp;
    }

    public long getDelayTime() {
        return delayTime;
    }

    public void setDelayTime(long delayTime) {
        this.delayTime = delayTime;
    }

    /** The oldest store time as local time {@code yyyy-MM-dd#HH:mm:ss:SSS}; written to the wire, never read. */
    public String getMinTimeStampStr() {
        return localTime(minTimeStamp);
    }

    /** The newest store time as local time. */
    public String getMaxTimeStampStr() {
        return localTime(maxTimeStamp);
    }

    /** The last consumed store time as local time. */
    public String getConsumeTimeStampStr() {
        return localTime(consumeTimeStamp);
    }

    private static String localTime(long millis) {
        return LOCAL_TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }
}
