package org.apache.rocketmq.client;

import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.protocol.ResponseCode;
import org.apache.rocketmq.common.topic.TopicValidator;

/** Checks of names and messages; the texts are part of the API. Source: client behaviour, section 5.2. */
public class Validators {
    public static final int CHARACTER_MAX_LENGTH = 255;
    public static final int TOPIC_MAX_LENGTH = 127;

    private static final String ALLOWED = "^[%|a-zA-Z0-9_-]+$";

    public Validators() {}

    public static void checkGroup(String group) throws MQClientException {
        if (group == null || group.isBlank()) {
            throw new MQClientException("the specified group is blank", null);
        }
        if (group.length() > CHARACTER_MAX_LENGTH) {
            throw new MQClientException("the specified group is longer than group max length 255.", null);
        }
        if (TopicValidator.isTopicOrGroupIllegal(group)) {
            throw new MQClientException(
                    "the specified group[" + group + "] contains illegal characters, allowing only " + ALLOWED, null);
        }
    }

    /** Checks a message as {@code defaultMQProducer} would send it: topic, then body. */
    public static void checkMessage(Message msg, DefaultMQProducer defaultMQProducer) throws MQClientException {
        if (msg == null) {
            throw new MQClientException(ResponseCode.MESSAGE_ILLEGAL, "the message is null");
        }
        checkTopic(msg.getTopic());
        isNotAllowedSendTopic(msg.getTopic());
        byte[] body = msg.getBody();
        if (body == null) {
            throw new MQClientException(ResponseCode.MESSAGE_ILLEGAL, "the message body is null");
        }
        if (body.length == 0) {
            throw new MQClientException(ResponseCode.MESSAGE_ILLEGAL, "the message body length is zero");
        }
        if (body.length > defaultMQProducer.getMaxMessageSize()) {
            throw new MQClientException(
                    ResponseCode.MESSAGE_ILLEGAL,
                    "the message body size over max value, MAX: " + defaultMQProducer.getMaxMessageSize());
        }
    }

    public static void checkTopic(String topic) throws MQClientException {
        if (topic == null || topic.isBlank()) {
            throw new MQClientException("The specified topic is blank", null);
        }
        if (topic.length() > TOPIC_MAX_LENGTH) {
            throw new MQClientException("The specified topic is longer than topic max length 127.", null);
        }
        if (TopicValidator.isTopicOrGroupIllegal(topic)) {
            throw new MQClientException(
                    "The specified topic[" + topic + "] contains illegal characters, allowing only " + ALLOWED, null);
        }
    }

    public static void isSystemTopic(String topic) throws MQClientException {
        if (TopicValidator.isSystemTopic(topic)) {
            throw new MQClientException("The topic[" + topic + "] is conflict with system topic.", null);
        }
    }

    public static void isNotAllowedSendTopic(String topic) throws MQClientException {
        if (TopicValidator.isNotAllowedSendTopic(topic)) {
            throw new MQClientException("Sending message to topic[" + topic + "] is forbidden.", null);
        }
    }
}
