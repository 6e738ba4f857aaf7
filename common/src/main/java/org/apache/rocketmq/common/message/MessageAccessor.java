package org.apache.rocketmq.common.message;

import java.util.HashMap;
import java.util.Map;

/** Access to the reserved properties, which applications may not set through {@link Message#putUserProperty}. */
public class MessageAccessor {

    public MessageAccessor() {}

    public static void clearProperty(Message msg, String name) {
        msg.clearProperty(name);
    }

    public static void setProperties(Message msg, Map<String, String> properties) {
        msg.setProperties(properties);
    }

    public static void putProperty(Message msg, String name, String value) {
        msg.putProperty(name, value);
    }

    public static void setTransferFlag(Message msg, String unit) {
        msg.putProperty(MessageConst.PROPERTY_TRANSFER_FLAG, unit);
    }

    public static String getTransferFlag(Message msg) {
        return msg.getProperty(MessageConst.PROPERTY_TRANSFER_FLAG);
    }

    public static void setCorrectionFlag(Message msg, String unit) {
        msg.putProperty(MessageConst.PROPERTY_CORRECTION_FLAG, unit);
    }

    public static String getCorrectionFlag(Message msg) {
        return msg.getProperty(MessageConst.PROPERTY_CORRECTION_FLAG);
    }

    public static void setOriginMessageId(Message msg, String originMessageId) {
        msg.putProperty(MessageConst.PROPERTY_ORIGIN_MESSAGE_ID, originMessageId);
    }

    public static String getOriginMessageId(Message msg) {
        return msg.getProperty(MessageConst.PROPERTY_ORIGIN_MESSAGE_ID);
    }

    public static void setMQ2Flag(Message msg, String flag) {
        msg.putProperty(MessageConst.PROPERTY_MQ2_FLAG, flag);
    }

    public static String getMQ2Flag(Message msg) {
        return msg.getProperty(MessageConst.PROPERTY_MQ2_FLAG);
    }

    public static void setReconsumeTime(Message msg, String reconsumeTimes) {
        msg.putProperty(MessageConst.PROPERTY_RECONSUME_TIME, reconsumeTimes);
    }

    public static String getReconsumeTime(Message msg) {
        return msg.getProperty(MessageConst.PROPERTY_RECONSUME_TIME);
    }

    public static void setMaxReconsumeTimes(Message msg, String maxReconsumeTimes) {
        msg.putProperty(MessageConst.PROPERTY_MAX_RECONSUME_TIMES, maxReconsumeTimes);
    }

    public static String getMaxReconsumeTimes(Message msg) {
        return msg.getProperty(MessageConst.PROPERTY_MAX_RECONSUME_TIMES);
    }

    public static void setConsumeStartTimeStamp(Message msg, String propertyConsumeStartTimeStamp) {
        msg.putProperty(MessageConst.PROPERTY_CONSUME_START_TIMESTAMP, propertyConsumeStartTimeStamp);
    }

    public static String getConsumeStartTimeStamp(Message msg) {
        return msg.getProperty(MessageConst.PROPERTY_CONSUME_START_TIMESTAMP);
    }

    /** A copy with its own property map; the body array is shared. */
    public static Message cloneMessage(Message msg) {
        Message copy = new Message();
        copy.setTopic(msg.getTopic());
        copy.setFlag(msg.getFlag());
        copy.setBody(msg.getBody());
        copy.setTransactionId(msg.getTransactionId());
        if (msg.getProperties() != null) {
            copy.setProperties(new HashMap<>(msg.getProperties()));
        }
        return copy;
    }
}
