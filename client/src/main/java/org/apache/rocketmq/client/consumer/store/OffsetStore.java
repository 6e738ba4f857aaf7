package org.apache.rocketmq.client.consumer.store;

import java.util.Map;
import java.util.Set;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;

/** The consumed offsets of one group. Source: client behaviour, section 12. */
public interface OffsetStore {
    void load() throws MQClientException;

    /** Sets the offset in memory; with {@code increaseOnly} it never goes back. */
    void updateOffset(MessageQueue mq, long offset, boolean increaseOnly);

    /** The offset: -1 for none, -2 when the store could not be asked. A read from the store also updates memory. */
    long readOffset(MessageQueue mq, ReadOffsetType type);

    /** Persists the offsets of the held queues {@code mqs}. */
    void persistAll(Set<MessageQueue> mqs);

    void persist(MessageQueue mq);

    void removeOffset(MessageQueue mq);

    /** A copy of the offsets in memory; of all topics when {@code topic} is blank. */
    Map<MessageQueue, Long> cloneOffsetTable(String topic);

    void updateConsumeOffsetToBroker(MessageQueue mq, long offset, boolean isOneway)
            throws RemotingException, MQBrokerException, InterruptedException, MQClientException;
}
