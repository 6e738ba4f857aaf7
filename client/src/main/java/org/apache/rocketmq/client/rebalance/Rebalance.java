package org.apache.rocketmq.client.rebalance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.client.consumer.AllocateMessageQueueStrategy;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the queues that a consumer holds in line with those it shall hold. Confined to the rebalance thread. Source:
 * client behaviour, section 11.1.
 */
public final class Rebalance {
    private static final Logger LOG = LoggerFactory.getLogger(LoggerName.CLIENT_LOGGER_NAME);

    /** Who consumes, with whom and how they share. Asked anew in every round, as settings may change. */
    public interface Group {
        String name();

        String clientId();

        MessageModel messageModel();

        AllocateMessageQueueStrategy strategy();

        /** Client ids of all members, asked from a broker of the topic; null or empty when unknown. */
        List<String> members(String topic);
    }

    private final Group group;
    private final TopicQueues topicQueues;
    private final QueueHolder holder;

    public Rebalance(Group group, TopicQueues topicQueues, QueueHolder holder) {
        this.group = group;
        this.topicQueues = topicQueues;
        this.holder = holder;
    }

    /** One round over {@code topics}; queues of all other topics are forgotten. */
    public void round(Collection<String> topics) {
        for (String topic : topics) {
            try {
                shareTopic(topic);
            } catch (RuntimeException e) {
                // One topic without a route or with a faulty strategy must not stop the others.
                LOG.warn("group {}: queues of topic {} not shared: {}", group.name(), topic, e.toString());
            }
        }
        for (MessageQueue queue : List.copyOf(holder.held())) {
            if (!topics.contains(queue.getTopic())) {
                LOG.info("group {}: {} forgotten, its topic is not subscribed any more", group.name(), queue);
                holder.forget(queue);
            }
        }
    }

    private void shareTopic(String topic) {
        Set<MessageQueue> all = topicQueues.of(topic);
        if (all == null) {
            if (!topic.startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX)) {
                LOG.warn("group {}: no route of topic {} yet", group.name(), topic);
            }
            return;
        }
        Set<MessageQueue> assigned = group.messageModel() == MessageModel.BROADCASTING ? all : share(topic, all);
        if (assigned != null && apply(topic, assigned)) {
            LOG.info(
                    "group {} topic {}: {} holds {} of {} queues: {}",
                    group.name(),
                    topic,
                    group.clientId(),
                    assigned.size(),
                    all.size(),
                    assigned);
            holder.changed(topic, all, assigned);
        }
    }

    /** The queues for this client, or null when the members are unknown. */
    private Set<MessageQueue> share(String topic, Set<MessageQueue> all) {
        List<String> members = group.members(topic);
        if (members == null || members.isEmpty()) {
            LOG.warn("group {} topic {}: members unknown, queues stay as they are", group.name(), topic);
            return null;
        }
        // Every member must compute the same shares: same order of queues and of ids everywhere.
        List<MessageQueue> sortedQueues = new ArrayList<>(all);
        Collections.sort(sortedQueues);
        List<String> sortedMembers = new ArrayList<>(members);
        Collections.sort(sortedMembers);
        List<MessageQueue> mine =
                group.strategy().allocate(group.name(), group.clientId(), sortedQueues, sortedMembers);
        return mine == null ? Set.of() : new HashSet<>(mine);
    }

    private boolean apply(String topic, Set<MessageQueue> assigned) {
        boolean changed = false;
        for (MessageQueue queue : List.copyOf(holder.held())) {
            if (!queue.getTopic().equals(topic)) {
                continue;
            }
            boolean stuck = assigned.contains(queue) && holder.isStuck(queue);
            if (stuck) {
                LOG.error(
                        "[BUG] group {}: nothing was pulled from {} for too long, taking it anew", group.name(), queue);
            }
            if (stuck || !assigned.contains(queue)) {
                changed |= holder.giveBack(queue);
            }
        }
        Set<MessageQueue> wanted = new HashSet<>(assigned);
        wanted.removeAll(holder.held());
        if (!wanted.isEmpty()) {
            changed |= holder.take(topic, wanted);
        }
        return changed;
    }
}
