package org.apache.rocketmq.client.route;

import java.util.HashSet;
import java.util.Set;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.route.QueueData;
import org.apache.rocketmq.common.protocol.route.TopicRouteData;

/**
 * A topic's route and what is derived from it.
 *
 * @param data as the name server gave it; not to be modified
 * @param publish queues to send to
 * @param subscribe queues to read from: every readable queue, master or not
 */
public record TopicRoute(String topic, TopicRouteData data, PublishQueues publish, Set<MessageQueue> subscribe) {
    public static TopicRoute of(String topic, TopicRouteData data) {
        Set<MessageQueue> readable = new HashSet<>();
        for (QueueData queues : data.getQueueDatas()) {
            if (PermName.isReadable(queues.getPerm())) {
                for (int id = 0; id < queues.getReadQueueNums(); id++) {
                    readable.add(new MessageQueue(topic, queues.getBrokerName(), id));
                }
            }
        }
        return new TopicRoute(topic, data, PublishQueues.of(topic, data), Set.copyOf(readable));
    }

    /** Same queues and brokers, in whatever order the name server listed them. */
    boolean sameAs(TopicRouteData other) {
        return sorted(data).equals(sorted(other));
    }

    private static TopicRouteData sorted(TopicRouteData route) {
        TopicRouteData copy = route.cloneTopicRouteData();
        copy.getQueueDatas().sort(null);
        copy.getBrokerDatas().sort(null);
        return copy;
    }
}
