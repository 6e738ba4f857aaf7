package org.apache.rocketmq.client.rebalance;

import java.util.Set;
import org.apache.rocketmq.common.message.MessageQueue;

/** A consumer that holds queues. Called on the rebalance thread. */
public interface QueueHolder {
    /** The queues held now; a snapshot or a live view. */
    Set<MessageQueue> held();

    /** Whether a queue that stays assigned is to be taken anew, because nothing was pulled from it for too long. */
    boolean isStuck(MessageQueue queue);

    /** Gives a queue back in good order. False when it cannot go now; it is tried again next time. */
    boolean giveBack(MessageQueue queue);

    /** Forgets a queue of a topic that is not subscribed any more. */
    void forget(MessageQueue queue);

    /** Starts to consume queues; those that cannot be taken now are left out and tried again next time. Returns whether any was taken. */
    boolean take(String topic, Set<MessageQueue> queues);

    /** The held queues of {@code topic} changed. */
    void changed(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned);
}
