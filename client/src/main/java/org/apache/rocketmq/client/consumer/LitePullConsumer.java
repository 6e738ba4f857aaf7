package org.apache.rocketmq.client.consumer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;

/** A consumer that is polled: subscribe to share topics within a group, or assign queues by hand. */
public interface LitePullConsumer {
    void start() throws MQClientException;

    void shutdown();

    boolean isRunning();

    void subscribe(String topic, String subExpression) throws MQClientException;

    void subscribe(String topic, String subExpression, MessageQueueListener messageQueueListener)
            throws MQClientException;

    void subscribe(String topic, MessageSelector messageSelector) throws MQClientException;

    void unsubscribe(String topic);

    /** The live set of assigned queues. */
    Set<MessageQueue> assignment() throws MQClientException;

    void assign(Collection<MessageQueue> messageQueues);

    void setSubExpressionForAssign(String topic, String subExpression);

    /** The messages of one pull, or an empty list when the time-out passes. */
    List<MessageExt> poll();

    List<MessageExt> poll(long timeout);

    void seek(MessageQueue messageQueue, long offset) throws MQClientException;

    void pause(Collection<MessageQueue> messageQueues);

    void resume(Collection<MessageQueue> messageQueueCollection);

    boolean isAutoCommit();

    void setAutoCommit(boolean autoCommit);

    Collection<MessageQueue> fetchMessageQueues(String topic) throws MQClientException;

    Long offsetForTimestamp(MessageQueue messageQueue, Long timestamp) throws MQClientException;

    /** Commits what earlier polls returned, to the offset store's memory. */
    void commitSync();

    void commitSync(Map<MessageQueue, Long> offsetMap, boolean persist);

    void commit(Set<MessageQueue> messageQueues, boolean persist);

    Long committed(MessageQueue messageQueue) throws MQClientException;

    void registerTopicMessageQueueChangeListener(String topic, TopicMessageQueueChangeListener listener)
            throws MQClientException;

    void updateNameServerAddress(String nameServerAddress);

    void seekToBegin(MessageQueue messageQueue) throws MQClientException;

    void seekToEnd(MessageQueue messageQueue) throws MQClientException;
}
