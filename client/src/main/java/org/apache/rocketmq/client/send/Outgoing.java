package org.apache.rocketmq.client.send;

import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageBatch;
import org.apache.rocketmq.common.message.MessageClientIDSetter;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.sysflag.MessageSysFlag;

/**
 * A message made ready once for all attempts to send it. The application's message keeps its topic and body; it gains its
 * unique key and, with a namespace, the instance id. Confined to one send. Source: client behaviour, section 5.7.
 */
final class Outgoing {
    private final Message message;
    private final String topic;
    private final byte[] body;
    private final int sysFlag;
    private final boolean batch;
    private final boolean reply;
    private String encodedProperties;
    private int reconsumeTimes;
    private Integer maxReconsumeTimes;

    Outgoing(Message message, DefaultMQProducer producer, BodyCompression compression) {
        this.message = message;
        this.batch = message instanceof MessageBatch;
        if (!batch) {
            MessageClientIDSetter.setUniqID(message);
        }
        String namespace = producer.getNamespace();
        if (namespace == null) {
            this.topic = message.getTopic();
        } else {
            message.setInstanceId(namespace);
            this.topic = producer.withNamespace(message.getTopic());
        }
        byte[] compressed = !batch && message.getBody().length >= producer.getCompressMsgBodyOverHowmuch()
                ? compression.compress(message.getBody())
                : null;
        int flags = compressed == null ? 0 : compression.flags();
        if (Boolean.parseBoolean(message.getProperty(MessageConst.PROPERTY_TRANSACTION_PREPARED))) {
            flags |= MessageSysFlag.TRANSACTION_PREPARED_TYPE;
        }
        this.sysFlag = flags;
        this.body = compressed == null ? message.getBody() : compressed;
        this.reply = MixAll.REPLY_MESSAGE_FLAG.equals(message.getProperty(MessageConst.PROPERTY_MESSAGE_TYPE));
    }

    /** The application's message. */
    Message message() {
        return message;
    }

    /** The topic as brokers know it. */
    String topic() {
        return topic;
    }

    byte[] body() {
        return body;
    }

    int sysFlag() {
        return sysFlag;
    }

    boolean batch() {
        return batch;
    }

    boolean reply() {
        return reply;
    }

    int reconsumeTimes() {
        return reconsumeTimes;
    }

    Integer maxReconsumeTimes() {
        return maxReconsumeTimes;
    }

    /** The properties string, encoded once; call {@link #propertiesMayHaveChanged} to have it encoded again. */
    String properties() {
        if (encodedProperties == null) {
            encodedProperties = MessageDecoder.messageProperties2String(message.getProperties());
            if (topic.startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX)) {
                takeRetryCounts();
            }
        }
        return encodedProperties;
    }

    void propertiesMayHaveChanged() {
        encodedProperties = null;
    }

    /** Moves the retry counts into the header. 4.9 quirk: the encoded properties keep them, the message loses them. */
    private void takeRetryCounts() {
        String times = MessageAccessor.getReconsumeTime(message);
        if (times != null) {
            reconsumeTimes = Integer.parseInt(times);
            MessageAccessor.clearProperty(message, MessageConst.PROPERTY_RECONSUME_TIME);
        }
        String max = MessageAccessor.getMaxReconsumeTimes(message);
        if (max != null) {
            maxReconsumeTimes = Integer.valueOf(max);
            MessageAccessor.clearProperty(message, MessageConst.PROPERTY_MAX_RECONSUME_TIMES);
        }
    }

    /** The message as hooks see it: topic and body as sent, properties shared with the application's message. */
    Message asSent() {
        if (topic.equals(message.getTopic()) && body == message.getBody()) {
            return message;
        }
        Message sent = MessageAccessor.cloneMessage(message);
        MessageAccessor.setProperties(sent, message.getProperties());
        sent.setTopic(topic);
        sent.setBody(body);
        return sent;
    }

    /** The unique key; of a batch all of them joined by commas. */
    String uniqueKey() {
        if (!batch) {
            return MessageClientIDSetter.getUniqID(message);
        }
        StringBuilder keys = new StringBuilder();
        for (Message one : (MessageBatch) message) {
            if (keys.length() > 0) {
                keys.append(',');
            }
            keys.append(MessageClientIDSetter.getUniqID(one));
        }
        return keys.toString();
    }
}
