package org.apache.rocketmq.client.consumer;

import java.util.List;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * Shares the queues of a topic among the members of a group. Every member computes it alone, so all must use the same
 * strategy and get the same sorted input.
 */
public interface AllocateMessageQueueStrategy {
    /** The queues of {@code currentCID} out of the sorted {@code mqAll} for the sorted members {@code cidAll}. */
    List<MessageQueue> allocate(String consumerGroup, String currentCID, List<MessageQueue> mqAll, List<String> cidAll);

    String getName();
}
