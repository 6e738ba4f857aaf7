package org.apache.rocketmq.client.utils;

import org.apache.rocketmq.client.common.ClientErrorCode;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;

/** Makes replies to request messages. Source: client behaviour, section 7. */
public class MessageUtil {
    public MessageUtil() {}

    /**
     * A reply with {@code body}, to be sent by any producer.
     *
     * @throws MQClientException when there is no request or it does not say which cluster it came through
     */
    public static Message createReplyMessage(Message requestMessage, byte[] body) throws MQClientException {
        if (requestMessage == null) {
            throw new MQClientException(
                    ClientErrorCode.CREATE_REPLY_MESSAGE_EXCEPTION,
                    "create reply message fail, requestMessage cannot be null.");
        }
        String cluster = requestMessage.getProperty(MessageConst.PROPERTY_CLUSTER);
        if (cluster == null) {
            throw new MQClientException(
                    ClientErrorCode.CREATE_REPLY_MESSAGE_EXCEPTION,
                    "create reply message fail, requestMessage error, property[" + MessageConst.PROPERTY_CLUSTER
                            + "] is null.");
        }
        Message reply = new Message();
        reply.setTopic(MixAll.getReplyTopic(cluster));
        reply.setBody(body);
        MessageAccessor.putProperty(reply, MessageConst.PROPERTY_MESSAGE_TYPE, MixAll.REPLY_MESSAGE_FLAG);
        copy(requestMessage, reply, MessageConst.PROPERTY_CORRELATION_ID);
        copy(requestMessage, reply, MessageConst.PROPERTY_MESSAGE_REPLY_TO_CLIENT);
        copy(requestMessage, reply, MessageConst.PROPERTY_MESSAGE_TTL);
        return reply;
    }

    private static void copy(Message from, Message to, String property) {
        String value = from.getProperty(property);
        if (value != null) {
            MessageAccessor.putProperty(to, property, value);
        }
    }

    /** The client id that a reply to {@code msg} goes to. */
    public static String getReplyToClient(Message msg) {
        return msg.getProperty(MessageConst.PROPERTY_MESSAGE_REPLY_TO_CLIENT);
    }
}
