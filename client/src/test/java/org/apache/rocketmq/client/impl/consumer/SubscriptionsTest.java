package org.apache.rocketmq.client.impl.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which version of a subscription pulls and heartbeats see. */
class SubscriptionsTest {
    private final Subscriptions subscriptions = new Subscriptions();

    @Test
    void aNewTopicIsPulledAtOnce() throws Exception {
        subscriptions.add("TopicTest", "TagA");
        assertThat(subscriptions.forPulls().get("TopicTest").getSubString()).isEqualTo("TagA");
    }

    @Test
    void aChangeIsPulledAfterItWasAnnounced() throws Exception {
        subscriptions.add("TopicTest", "TagA");
        subscriptions.add("TopicTest", "TagB");
        assertThat(subscriptions.forPulls().get("TopicTest").getSubString()).isEqualTo("TagA");
        assertThat(subscriptions.all()).extracting("subString").containsExactly("TagB");
        subscriptions.announced();
        assertThat(subscriptions.forPulls().get("TopicTest").getSubString()).isEqualTo("TagB");
    }

    @Test
    void removedTopicsAreNeitherAnnouncedNorPulled() throws Exception {
        subscriptions.add("TopicTest", "TagA");
        subscriptions.remove("TopicTest");
        assertThat(subscriptions.forPulls()).isEmpty();
        assertThat(subscriptions.all()).isEmpty();
    }
}
