package org.apache.rocketmq.client.impl.consumer;

import java.util.Set;
import org.apache.rocketmq.client.consume.LitePullLoop;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.rebalance.QueueHolder;
import org.apache.rocketmq.common.message.MessageQueue;

/** Takes and gives back queues for a subscribing lite pull consumer. Called on the rebalance thread. */
final class LiteHolder implements QueueHolder {
    private final DefaultLitePullConsumer consumer;
    private final LitePullLoop loop;
    private final OffsetStore offsets;

    LiteHolder(DefaultLitePullConsumer consumer, LitePullLoop loop, OffsetStore offsets) {
        this.consumer = consumer;
        this.loop = loop;
        this.offsets = offsets;
    }

    @Override
    public Set<MessageQueue> held() {
        return loop.assigned();
    }

    @Override
    public boolean isStuck(MessageQueue queue) {
        return false;
    }

    @Override
    public boolean giveBack(MessageQueue queue) {
        boolean removed = loop.remove(queue);
        offsets.persist(queue);
        offsets.removeOffset(queue);
        return removed;
    }

    @Override
    public void forget(MessageQueue queue) {
        loop.remove(queue);
    }

    @Override
    public boolean take(String topic, Set<MessageQueue> queues) {
        boolean taken = false;
        for (MessageQueue queue : queues) {
            offsets.removeOffset(queue);
            taken |= loop.add(queue);
        }
        return taken;
    }

    @Override
    public void changed(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned) {
        if (consumer.getMessageQueueListener() != null) {
            consumer.getMessageQueueListener().messageQueueChanged(topic, all, assigned);
        }
    }
}
