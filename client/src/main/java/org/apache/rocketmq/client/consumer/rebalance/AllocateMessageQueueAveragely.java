package org.apache.rocketmq.client.consumer.rebalance;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.common.message.MessageQueue;

/** Consecutive queues; the first members get one more when it does not divide. Source: client behaviour, section 11.2. */
public class AllocateMessageQueueAveragely extends AbstractAllocateMessageQueueStrategy {
    public AllocateMessageQueueAveragely() {}

    @Override
    public String getName() {
        return "AVG";
    }

    @Override
    public List<MessageQueue> allocate(
            String consumerGroup, String currentCID, List<MessageQueue> mqAll, List<String> cidAll) {
        if (!check(consumerGroup, currentCID, mqAll, cidAll)) {
            return new ArrayList<>();
        }
        int members = cidAll.size();
        int queues = mqAll.size();
        int index = cidAll.indexOf(currentCID);
        int rest = queues % members;
        int size = queues <= members ? 1 : queues / members + (index < rest ? 1 : 0);
        int start = rest > 0 && index < rest ? index * size : index * size + rest;
        int end = Math.min(start + size, queues);
        return start < end ? new ArrayList<>(mqAll.subList(start, end)) : new ArrayList<>();
    }
}
