package org.apache.rocketmq.client.rebalance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.client.consumer.AllocateMessageQueueStrategy;
import org.apache.rocketmq.client.consumer.rebalance.AllocateMessageQueueAveragely;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.protocol.heartbeat.MessageModel;
import org.junit.jupiter.api.Test;

/** Rounds of rebalance with a holder that only keeps count. */
class RebalanceTest {
    private static final String TOPIC = "TopicTest";

    private final TopicQueues topicQueues = new TopicQueues();
    private final Set<MessageQueue> held = new HashSet<>();
    private final List<String> events = new ArrayList<>();
    private List<String> members = List.of("b", "a");
    private MessageModel model = MessageModel.CLUSTERING;
    private final Rebalance rebalance = new Rebalance(new Group(), topicQueues, new Holder());

    private static MessageQueue queue(int id) {
        return new MessageQueue(TOPIC, "broker-a", id);
    }

    private void route(int queues) {
        Set<MessageQueue> all = new HashSet<>();
        for (int id = 0; id < queues; id++) {
            all.add(queue(id));
        }
        topicQueues.found(TOPIC, all);
    }

    @Test
    void membersShareTheSortedQueues() {
        route(4);
        rebalance.round(Set.of(TOPIC));
        assertThat(held).containsExactlyInAnyOrder(queue(0), queue(1));
        assertThat(events).contains("changed 2 of 4");
    }

    @Test
    void broadcastingHoldsAll() {
        route(4);
        model = MessageModel.BROADCASTING;
        rebalance.round(Set.of(TOPIC));
        assertThat(held).hasSize(4);
    }

    @Test
    void unknownMembersChangeNothing() {
        route(4);
        rebalance.round(Set.of(TOPIC));
        members = null;
        events.clear();
        rebalance.round(Set.of(TOPIC));
        assertThat(held).hasSize(2);
        assertThat(events).isEmpty();
    }

    @Test
    void whoIsNoMemberGivesEverythingBack() {
        route(4);
        rebalance.round(Set.of(TOPIC));
        members = List.of("b");
        rebalance.round(Set.of(TOPIC));
        assertThat(held).isEmpty();
        assertThat(events).contains("gave back 0", "gave back 1");
    }

    @Test
    void unsubscribedTopicsAreForgotten() {
        route(4);
        rebalance.round(Set.of(TOPIC));
        rebalance.round(Set.of());
        assertThat(held).isEmpty();
        assertThat(events).contains("forgot 0", "forgot 1").doesNotContain("gave back 0");
    }

    @Test
    void anUnchangedRoundTellsNobody() {
        route(4);
        rebalance.round(Set.of(TOPIC));
        events.clear();
        rebalance.round(Set.of(TOPIC));
        assertThat(events).isEmpty();
    }

    private final class Group implements Rebalance.Group {
        @Override
        public String name() {
            return "group";
        }

        @Override
        public String clientId() {
            return "a";
        }

        @Override
        public MessageModel messageModel() {
            return model;
        }

        @Override
        public AllocateMessageQueueStrategy strategy() {
            return new AllocateMessageQueueAveragely();
        }

        @Override
        public List<String> members(String topic) {
            return members;
        }
    }

    private final class Holder implements QueueHolder {
        @Override
        public Set<MessageQueue> held() {
            return held;
        }

        @Override
        public boolean isStuck(MessageQueue queue) {
            return false;
        }

        @Override
        public boolean giveBack(MessageQueue queue) {
            events.add("gave back " + queue.getQueueId());
            return held.remove(queue);
        }

        @Override
        public void forget(MessageQueue queue) {
            events.add("forgot " + queue.getQueueId());
            held.remove(queue);
        }

        @Override
        public boolean take(String topic, Set<MessageQueue> queues) {
            return held.addAll(queues);
        }

        @Override
        public void changed(String topic, Set<MessageQueue> all, Set<MessageQueue> assigned) {
            events.add("changed " + assigned.size() + " of " + all.size());
        }
    }
}
