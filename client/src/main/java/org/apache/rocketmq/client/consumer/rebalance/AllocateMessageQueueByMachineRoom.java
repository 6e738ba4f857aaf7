package org.apache.rocketmq.client.consumer.rebalance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.common.message.MessageQueue;

/** Shares the queues of brokers named {@code room@broker} of the configured rooms. Source: client behaviour, section 11.2. */
public class AllocateMessageQueueByMachineRoom extends AbstractAllocateMessageQueueStrategy {
    private Set<String> consumeridcs;

    public AllocateMessageQueueByMachineRoom() {}

    public Set<String> getConsumeridcs() {
        return consumeridcs;
    }

    public void setConsumeridcs(Set<String> consumeridcs) {
        this.consumeridcs = consumeridcs;
    }

    @Override
    public String getName() {
        return "MACHINE_ROOM";
    }

    @Override
    public List<MessageQueue> allocate(
            String consumerGroup, String currentCID, List<MessageQueue> mqAll, List<String> cidAll) {
        if (!check(consumerGroup, currentCID, mqAll, cidAll)) {
            return new ArrayList<>();
        }
        List<MessageQueue> kept = new ArrayList<>();
        for (MessageQueue queue : mqAll) {
            String[] parts = queue.getBrokerName().split("@");
            if (parts.length == 2 && consumeridcs.contains(parts[0])) {
                kept.add(queue);
            }
        }
        int members = cidAll.size();
        int index = cidAll.indexOf(currentCID);
        int share = kept.size() / members;
        List<MessageQueue> mine = new ArrayList<>(kept.subList(index * share, (index + 1) * share));
        if (kept.size() % members > index) {
            mine.add(kept.get(index + share * members));
        }
        return mine;
    }
}
