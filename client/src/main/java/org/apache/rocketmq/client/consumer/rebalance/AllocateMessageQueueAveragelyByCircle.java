package org.apache.rocketmq.client.consumer.rebalance;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.common.message.MessageQueue;

/** Queues dealt out like cards. Source: client behaviour, section 11.2. */
public class AllocateMessageQueueAveragelyByCircle extends AbstractAllocateMessageQueueStrategy {
    public AllocateMessageQueueAveragelyByCircle() {}

    @Override
    public String getName() {
        return "AVG_BY_CIRCLE";
    }

    @Override
    public List<MessageQueue> allocate(
            String consumerGroup, String currentCID, List<MessageQueue> mqAll, List<String> cidAll) {
        if (!check(consumerGroup, currentCID, mqAll, cidAll)) {
            return new ArrayList<>();
        }
        List<MessageQueue> mine = new ArrayList<>();
        for (int i = cidAll.indexOf(currentCID); i < mqAll.size(); i += cidAll.size()) {
            mine.add(mqAll.get(i));
        }
        return mine;
    }
}
