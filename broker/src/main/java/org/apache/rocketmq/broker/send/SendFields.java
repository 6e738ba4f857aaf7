package org.apache.rocketmq.broker.send;

import org.apache.rocketmq.broker.retry.RetryRedirect;
import org.apache.rocketmq.remoting.protocol.FieldReader;

/**
 * The header of a send, taken straight from the bytes of the request: long names for request 10, one-letter names for 310
 * and 320. Properties stay encoded.
 *
 * @param properties encoded properties, UTF-8; never null
 * @param maxReconsumeTimes {@link RetryRedirect#NO_LIMIT} when absent
 * @param batch whether the body holds several messages; decides, whatever the code is
 */
record SendFields(
        String topic,
        String defaultTopic,
        int defaultTopicQueueNums,
        int queueId,
        int sysFlag,
        long bornTimestamp,
        int flag,
        byte[] properties,
        int reconsumeTimes,
        boolean unitMode,
        int maxReconsumeTimes,
        boolean batch) {
    private static final byte[] NONE = {};

    static SendFields shortNames(FieldReader in) {
        return new SendFields(
                in.getString("b"),
                in.getString("c"),
                in.getInt("d", 0),
                in.getInt("e", -1),
                in.getInt("f", 0),
                in.getLong("g", 0),
                in.getInt("h", 0),
                orNone(in.getBytes("i")),
                in.getInt("j", 0),
                in.getBoolean("k", false),
                in.getInt("l", RetryRedirect.NO_LIMIT),
                in.getBoolean("m", false));
    }

    static SendFields longNames(FieldReader in) {
        return new SendFields(
                in.getString("topic"),
                in.getString("defaultTopic"),
                in.getInt("defaultTopicQueueNums", 0),
                in.getInt("queueId", -1),
                in.getInt("sysFlag", 0),
                in.getLong("bornTimestamp", 0),
                in.getInt("flag", 0),
                orNone(in.getBytes("properties")),
                in.getInt("reconsumeTimes", 0),
                in.getBoolean("unitMode", false),
                in.getInt("maxReconsumeTimes", RetryRedirect.NO_LIMIT),
                in.getBoolean("batch", false));
    }

    private static byte[] orNone(byte[] bytes) {
        return bytes == null ? NONE : bytes;
    }
}
