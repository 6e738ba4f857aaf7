package org.apache.rocketmq.client.route;

import java.util.Set;
import org.apache.rocketmq.common.message.MessageQueue;

/** Told of the readable queues of topics. Called on the thread that refreshed the route; must not block. */
public interface RouteListener {
    /** Whether the listener wants the queues of {@code topic} even if the route did not change. */
    boolean lacksQueues(String topic);

    void queuesFound(String topic, Set<MessageQueue> queues);
}
