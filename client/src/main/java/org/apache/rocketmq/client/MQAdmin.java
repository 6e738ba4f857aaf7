package org.apache.rocketmq.client;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** Administration and look-up calls that every facade offers. Source: client behaviour, section 5.9. */
public interface MQAdmin {
    /** Creates {@code newTopic} with {@code queueNum} read and write queues on every master that serves {@code key}. */
    void createTopic(String key, String newTopic, int queueNum) throws MQClientException;

    void createTopic(String key, String newTopic, int queueNum, int topicSysFlag) throws MQClientException;

    /** The offset of the first message stored at or after {@code timestamp} (ms). */
    long searchOffset(MessageQueue mq, long timestamp) throws MQClientException;

    /** The offset that the next message of the queue will get. */
    long maxOffset(MessageQueue mq) throws MQClientException;

    long minOffset(MessageQueue mq) throws MQClientException;

    /** Store time (ms) of the oldest message of the queue. */
    long earliestMsgStoreTime(MessageQueue mq) throws MQClientException;

    /** Reads a message by its offset id. */
    MessageExt viewMessage(String offsetMsgId)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;

    /** Up to {@code maxNum} messages with {@code key} stored between {@code begin} and {@code end} (ms). */
    QueryResult queryMessage(String topic, String key, int maxNum, long begin, long end)
            throws MQClientException, InterruptedException;

    /** Reads a message by its offset id or its unique key. */
    MessageExt viewMessage(String topic, String uniqKey)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;
}
